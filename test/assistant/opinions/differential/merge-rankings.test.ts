import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkNext,
  contestedBallots,
  contestedness,
  mergeRankings,
  type Rankings,
} from '../../../../assistant/opinions/differential/merge-rankings.ts'
import type { RankedItem } from '../../../../contract/opinions/differential.ts'

const item = (name: string, more: Partial<RankedItem> = {}): RankedItem => ({
  name,
  for: [],
  against: [],
  missing: [],
  decides: [],
  cannotMiss: false,
  ...more,
})
const list = (...names: readonly string[]) => names.map((name) => item(name))
const NONE: Rankings = { local: null, blind: null, informed: null }

describe('the list of all voices', () => {
  test('is ordered by the mean reciprocal rank, and says who has what where', () => {
    const merged = mergeRankings(
      {
        local: list('Heart failure', 'Pulmonary embolism'),
        blind: list('pulmonary embolism (PE)', 'heart failure', 'pneumonia', 'anaemia'),
        informed: list('Pulmonary Embolism', 'heart failure'),
      },
      [],
    )
    expect(merged.map(({ name, local, blind, informed }) => [name, local, blind, informed])).toEqual([
      ['Pulmonary embolism', 2, 1, 1],
      ['Heart failure', 1, 2, 2],
      ['pneumonia', null, 3, null],
      ['anaemia', null, 4, null],
    ])
  })

  test('does not take two names for one because they are near', () => {
    const merged = mergeRankings({ ...NONE, local: list('heart failure'), blind: list('acute heart failure') }, [])
    expect(merged).toHaveLength(2)
  })

  test.for([
    ['Meningitis (bacterial)', 'Meningitis (viral)'],
    ['No breach of duty', 'Breach of duty'],
    ['Rejection without notice', 'Rejection with notice'],
    ['Hepatitis A', 'Hepatitis B'],
    ['Hepatitis A', 'Hepatitis'],
  ])('keeps %s and %s apart', ([one, other]) => {
    expect(mergeRankings({ ...NONE, local: list(one ?? ''), blind: list(other ?? '') }, [])).toHaveLength(2)
  })

  test.for([
    ['Pulmonary embolism (PE)', 'pulmonary embolism'],
    ['ST-elevation myocardial infarction [STEMI]', 'ST-Elevation Myocardial Infarction'],
    ['Breach of the duty of care', 'breach of duty of care'],
  ])('takes %s and %s for one', ([one, other]) => {
    expect(mergeRankings({ ...NONE, local: list(one ?? ''), blind: list(other ?? '') }, [])).toHaveLength(1)
  })

  test('loses nothing that cannot be missed where two packs name it alike', () => {
    const known = [item('Aortic dissection', { cannotMiss: true, decides: ['CT'] }), item('aortic dissection')]
    expect(mergeRankings(NONE, known)).toMatchObject([{ cannotMiss: true, decides: ['CT'] }])
  })

  test('has what cannot be missed, last where nobody ranks it', () => {
    const always = [item('aortic dissection', { cannotMiss: true, decides: ['CT'] }), item('cold')]
    expect(mergeRankings(NONE, always)).toMatchObject([
      { name: 'aortic dissection', local: null, blind: null, informed: null, cannotMiss: true, decides: ['CT'] },
    ])
    const ranked = mergeRankings({ ...NONE, blind: list('strain', 'Aortic dissection') }, always)
    expect(ranked.map(({ name, cannotMiss }) => [name, cannotMiss])).toEqual([
      ['strain', false],
      ['Aortic dissection', true],
    ])
  })

  test('keeps the reasons of each voice apart', () => {
    const support = (text: string) => [{ text, claim: null }]
    const [merged] = mergeRankings(
      {
        ...NONE,
        local: [item('A b', { for: support('x') })],
        blind: [item('a b', { for: support('x'), against: support('y') })],
      },
      [item('a b', { missing: ['when'] })],
    )
    expect(merged?.for).toMatchObject([{ voice: 'local' }, { voice: 'blind' }])
    expect(merged?.against).toMatchObject([{ text: 'y', voice: 'blind' }])
    expect(merged?.missing).toEqual(['when'])
  })

  const names = fc.shuffledSubarray(['a1', 'b2', 'c3', 'd4', 'e5'])
  const rankings = fc.record({
    local: fc.option(names.map((one) => list(...one))),
    blind: fc.option(names.map((one) => list(...one))),
    informed: fc.option(names.map((one) => list(...one))),
  })

  test('has each name once, and never loses one or a thing that cannot be missed', () => {
    fc.assert(
      fc.property(rankings, names, (voices, always) => {
        const merged = mergeRankings(
          voices,
          always.map((name) => item(name, { cannotMiss: true })),
        )
        const wanted = new Set([
          ...Object.values(voices)
            .flatMap((one) => one ?? [])
            .map(({ name }) => name),
          ...always,
        ])
        expect(merged.map(({ name }) => name).toSorted()).toEqual([...wanted].toSorted())
        for (const { name, cannotMiss } of merged) expect(cannotMiss).toBe(always.includes(name))
      }),
    )
  })

  test('puts nothing above what every voice ranks higher', () => {
    fc.assert(
      fc.property(rankings, (voices) => {
        const merged = mergeRankings(voices, [])
        for (const [above, one] of merged.entries())
          for (const other of merged.slice(above + 1)) {
            const worse = (['local', 'blind', 'informed'] as const).every(
              (voice) => (one[voice] ?? Infinity) > (other[voice] ?? Infinity),
            )
            expect(worse).toBe(false)
          }
      }),
    )
  })
})

describe('a case is contested', () => {
  test('when those that were asked put different candidates first', () => {
    expect(contestedBallots('opinions', ['PE', 'pe', 'Pe'])).toMatchObject({ entropy: 0, isContested: false })
    const split = contestedBallots('opinions', ['heart failure', 'pulmonary embolism', 'Pulmonary embolism'])
    expect(split).toMatchObject({ ballots: 3, isContested: true, first: [{ name: 'pulmonary embolism' }, {}] })
    expect(split?.entropy).toBeCloseTo(0.579, 3)
    expect(contestedBallots('samples', ['a', 'b'])?.entropy).toBe(1)
  })

  test('by the shares of options, and never by one ballot alone', () => {
    const shares = [
      { name: 'yes', share: 0.9 },
      { name: 'no', share: 0.05 },
      { name: 'maybe', share: 0.05 },
    ]
    expect(contestedness('options', shares, 3)).toMatchObject({ isContested: false })
    expect(contestedBallots('opinions', ['a'])).toBe(null)
    expect(contestedness('options', [], 0)).toBe(null)
  })

  test('from 0 to 1, whatever the shares', () => {
    const share = fc.record({ name: fc.string(), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 8 }), (shares) => {
        const found = contestedness('options', shares, shares.length)
        expect(found === null || (found.entropy >= 0 && found.entropy <= 1)).toBe(true)
      }),
    )
  })
})

test('what to check next begins with what cannot be missed, and has each thing once', () => {
  const items = mergeRankings(
    {
      ...NONE,
      local: [
        item('strain', { decides: ['an X-ray'], missing: ['since when'] }),
        item('dissection', { cannotMiss: true, decides: ['CT', 'an x-ray'] }),
      ],
    },
    [],
  )
  expect(checkNext(items)).toEqual([
    { text: 'CT', of: 'dissection', kind: 'decides' },
    { text: 'an x-ray', of: 'dissection', kind: 'decides' },
    { text: 'since when', of: 'strain', kind: 'missing' },
  ])
})
