import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOverTime } from '../../../../assistant/opinions/agreement/agreement-over-time.ts'
import {
  type CloudSide,
  type DatedPair,
  isOrdered,
  type LocalSide,
  pairOf,
} from '../../../../assistant/opinions/agreement/opinion-pairs.ts'
import { cohensKappa } from '../../../../assistant/statistics/paired-statistics.ts'
import type { Claim } from '../../../../contract/answers/answer.ts'
import type { Decision } from '../../../../contract/opinions/decision.ts'
import { someClaim } from '../../../renderer/samples.ts'

const LIST = ['yes', 'no', 'maybe']

function pair(at: number, local: string, cloud: string, more: Partial<DatedPair> = {}): DatedPair {
  return {
    basis: 'list',
    local,
    cloud,
    categories: LIST,
    ordinal: false,
    at: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
    domain: null,
    localModel: 'small',
    provider: 'Here',
    model: 'large',
    ...more,
  }
}

const agreed = (pairs: readonly DatedPair[]) => agreementOverTime([{ pairs, notCompared: 0, decisions: [] }]).series

describe('agreement over time', () => {
  test('gives no kappa below 30 pairs and one from 30 on, with its interval', () => {
    const pairs = Array.from({ length: 30 }, (_, at) => pair(at, at % 2 ? 'yes' : 'no', at % 3 ? 'yes' : 'no'))
    expect(agreed(pairs.slice(0, 29))[0]?.kappa).toBeNull()
    const [series] = agreed(pairs)
    expect(series?.kappa?.interval[0]).toBeLessThan(series?.kappa?.kappa ?? 0)
    expect(series?.points.map(({ kappa }) => kappa !== null)).toEqual([...Array(29).fill(false), true])
  })

  test('tells how often the second opinion was right from ten decided consultations on, over all matters, and none below', () => {
    const decided = (matter: string, count: number) =>
      Array.from({ length: count }, (_, at) => {
        return { consultation: `${matter}${at}`, outcome: at % 3 === 0 ? 'local' : 'second' } as Decision
      })
    const over = (...matters: readonly (readonly Decision[])[]) =>
      agreementOverTime(matters.map((decisions) => ({ pairs: [], notCompared: 0, decisions })))
    expect(over(decided('a', 9))).toMatchObject({ decided: 9, secondRight: null })
    const { decided: count, secondRight } = over(decided('a', 9), decided('b', 1))
    expect([count, secondRight?.count, secondRight?.of]).toEqual([10, 6, 10])
    expect(secondRight?.interval?.map((end) => end.toFixed(2))).toEqual(['0.31', '0.83'])
  })

  test('counts what was chosen of the list, whatever the order in which the pairs came', () => {
    const choices = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 30, maxLength: 60 })
    fc.assert(
      fc.property(choices, (all) => {
        const pairs = all.map(([one, other], at) => pair(at, LIST[one] ?? '', LIST[other] ?? ''))
        const table = LIST.map((_, row) =>
          LIST.map((__, column) => all.filter(([a, b]) => a === row && b === column).length),
        )
        const [series] = agreed(pairs.toReversed())
        expect(series?.same).toMatchObject({ count: all.filter(([a, b]) => a === b).length, of: all.length })
        expect(series?.kappa?.kappa ?? null).toEqual(cohensKappa(table)?.kappa ?? null)
        expect(series?.points.map(({ at }) => at)).toEqual(pairs.map(({ at }) => at))
      }),
    )
  })

  test('keeps domains, models, providers and lists apart, and the largest first', () => {
    const series = agreed([
      pair(0, 'yes', 'yes'),
      pair(1, 'yes', 'no', { provider: 'There' }),
      pair(2, 'yes', 'no', { domain: 'leases' }),
      pair(3, 'yes', 'no', { categories: ['yes', 'no'] }),
      pair(4, 'no', 'no'),
    ])
    expect(series.map(({ same }) => [same.count, same.of])).toEqual([
      [2, 2],
      [0, 1],
      [0, 1],
      [0, 1],
    ])
  })

  test('weighs near misses where the list has an order, and has no kappa for sentences', () => {
    const grades = ['low', 'medium', 'high']
    const near = Array.from({ length: 40 }, (_, at) =>
      pair(at, grades[at % 3] ?? '', grades[Math.min(2, (at % 3) + (at % 2))] ?? '', { categories: grades }),
    )
    const [plain] = agreed(near)
    const [weighted] = agreed(near.map((one) => ({ ...one, ordinal: true })))
    expect(weighted?.kappa?.weights).toBe('quadratic')
    expect(weighted?.kappa?.kappa).toBeGreaterThan(plain?.kappa?.kappa ?? 1)
    const sentences = near.map((one) => ({ ...one, basis: 'sentences' as const, categories: null }))
    expect(agreed(sentences)[0]?.kappa).toBeNull()
  })

  test('has no kappa for what is ranked first, where every question has candidates of its own', () => {
    const own = { basis: 'ranked' as const, categories: null }
    const pairs = Array.from({ length: 40 }, (_, at) => pair(at, `a${at}`, at % 2 ? `a${at}` : `b${at}`, own))
    expect(agreed(pairs)).toMatchObject([{ same: { count: 20, of: 40 }, kappa: null }])
  })

  test('tells what chance makes the same, and counts no near miss in that, beside the share that is the same', () => {
    const grades = ['low', 'medium', 'high']
    const near = Array.from({ length: 30 }, (_, at) =>
      pair(at, grades[at % 3] ?? '', grades[(at + 1) % 3] ?? '', { categories: grades, ordinal: true }),
    )
    expect(agreed(near)[0]?.kappa?.byChance).toBeCloseTo(1 / 3)
  })

  test('draws at most 60 points, the last of them all pairs', () => {
    const [series] = agreed(Array.from({ length: 200 }, (_, at) => pair(at, 'yes', at % 4 ? 'yes' : 'no')))
    expect(series?.points).toHaveLength(60)
    expect(series?.points.at(-1)?.same).toEqual(series?.same)
  })
})

const choice = (options: readonly string[], chosen: number): NonNullable<LocalSide['choice']> => ({
  options: [...options],
  choice: chosen,
  shares: options.map(() => 1 / options.length),
  margin: 0,
  votes: 2,
  ballots: 2,
})
const local = (more: Partial<LocalSide> = {}): LocalSide => ({ claims: [], choice: null, ...more })
const cloud = (more: Partial<CloudSide> = {}): CloudSide => ({ claims: [], text: '', ...more })
const says = (text: string): Claim => someClaim({ text, citations: [] })

describe('a pair', () => {
  test('is what both chose of the list: by number where the opinion was asked to choose, else by its words', () => {
    const ours = local({ choice: choice(LIST, 1) })
    expect(pairOf(ours, cloud({ choice: 'yes' }))).toMatchObject({ basis: 'list', local: 'no', cloud: 'yes' })
    expect(pairOf(ours, cloud({ claims: [says('No, the notice was late.')] }))).toMatchObject({ cloud: 'no' })
    expect(pairOf(ours, cloud({ text: 'It depends on the weather.' }))).toBeNull()
  })

  test('is none where the opinion was asked to choose and did not, whatever it begins with', () => {
    const declined = cloud({ claims: [says('No option fits: the notice was late.')], choice: null })
    const ours = local({ choice: choice(LIST, 1) })
    expect(pairOf(ours, { ...declined, wasAskedToChoose: true })).toBeNull()
    expect(pairOf(ours, declined)).toMatchObject({ cloud: 'no' })
  })

  test('is what both rank first, with its abbreviation or without', () => {
    const ranked = pairOf(local({ ranked: ['Pulmonary embolism'] }), cloud({ ranked: ['Pulmonary embolism (PE)'] }))
    expect(ranked?.local).toBe(ranked?.cloud)
  })

  test('is what both rank first, spelt either way', () => {
    expect(pairOf(local({ ranked: ['Lyme  Disease'] }), cloud({ ranked: ['lyme disease', 'flu'] }))).toMatchObject({
      basis: 'ranked',
      local: 'lyme disease',
      cloud: 'lyme disease',
    })
  })

  test('is whether their sentences agree, and none where they speak of different things', () => {
    const ours = local({ claims: [says('The rent is 24,000 pounds a year.')] })
    const same = pairOf(ours, cloud({ claims: [says('The rent is 24,000 pounds a year.')] }))
    const other = pairOf(ours, cloud({ claims: [says('The rent is 18,000 pounds a year.')] }))
    expect([same?.basis, same?.local === same?.cloud]).toEqual(['sentences', true])
    expect(other?.local === other?.cloud).toBe(false)
    expect(pairOf(ours, cloud({ claims: [says('Brightwater is an agent.')] }))).toBeNull()
  })
})

test('a list has an order where it is numbers or steps of a scale, up or down, and yes and no alone have none', () => {
  expect(
    ['low;medium;high', 'severe;moderate;mild', '1;2;3', 'never;sometimes;always'].map((one) =>
      isOrdered(one.split(';')),
    ),
  ).toEqual([true, true, true, true])
  expect(
    ['yes;no', 'yes;no;maybe', 'low;high;medium', '1;3;2', 'a;b;c'].map((one) => isOrdered(one.split(';'))),
  ).toEqual([false, false, false, false, false])
})
