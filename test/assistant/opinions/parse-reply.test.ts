import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../assistant/opinions/parse-reply.ts'
import { spoilt } from '../../../scripts/cloud-server/faults.ts'

const REPLY = {
  claims: [{ text: 'It ended on [DATE-1].', sources: ['S1'] }],
  missing: ['the letter'],
  ranked: [],
  choice: null,
}

describe('a reply', () => {
  test('is read as it is asked for', () => {
    expect(parseReply(JSON.stringify(REPLY))).toEqual(REPLY)
  })

  test.for([
    ['fenced, with a comma too many and without its end', spoilt(JSON.stringify(REPLY), 'broken-json')],
    ['in prose', `Certainly. ${JSON.stringify(REPLY)}`],
    ['with single quotes', JSON.stringify(REPLY).replaceAll('"', "'")],
    ['cut off after the last claim', JSON.stringify(REPLY).slice(0, -3)],
  ])('is mended %s', ([, text]) => {
    expect(parseReply(text as string)?.claims).toEqual(REPLY.claims)
  })

  test('may leave out what is empty', () => {
    expect(parseReply('{"claims":[{"text":"It ended."}]}')).toEqual({
      claims: [{ text: 'It ended.', sources: [] }],
      missing: [],
      ranked: [],
      choice: null,
    })
  })

  test.for([
    ['an empty text under missing', { ...REPLY, missing: ['', 'the letter'] }],
    [
      'a claim whose sources are null',
      { ...REPLY, claims: [{ text: 'It ended on [DATE-1].', sources: ['S1', 4, null] }] },
    ],
    ['one empty claim', { ...REPLY, claims: [{ text: ' ', sources: [] }, null, ...REPLY.claims] }],
    ['one missing text instead of a list', { ...REPLY, missing: 'the letter' }],
  ])('with %s is read without it', ([, given]) => {
    expect(parseReply(JSON.stringify(given))).toEqual(REPLY)
  })

  test('with nothing but nulls beside its claims has these', () => {
    const given = { claims: [{ text: 'It ended.', sources: null }], missing: null, ranked: null, choice: 3 }
    const claims = [{ text: 'It ended.', sources: [] }]
    expect(parseReply(JSON.stringify(given))).toEqual({ claims, missing: [], ranked: [], choice: null })
  })

  test('of a ranking or a choice alone is one', () => {
    expect(parseReply('{"ranked":[{"name":"sepsis"}]}')).toMatchObject({ claims: [], ranked: [{ name: 'sepsis' }] })
    expect(parseReply('{"choice":"B"}')).toMatchObject({ claims: [], choice: 'B' })
  })

  test('may stand between other words, with braces in its texts', () => {
    const text = JSON.stringify({ ...REPLY, missing: ['a } and a "{"'] })
    const read = parseReply('Here it is:\n```json\n' + text + '\n```\nI hope {this} helps.')
    expect(read?.missing).toEqual(['a } and a "{"'])
    expect(read?.claims).toEqual(REPLY.claims)
  })

  test.for([
    '',
    'The tenant may leave.',
    spoilt('', 'invalid-json'),
    '[]',
    '{}',
    'null',
    '{"claims":"none"}',
    '{"claims":[{"text":""}]}',
  ])('that is %j is no structured one', (text) => {
    expect(parseReply(text)).toBe(null)
  })

  test('of any kind is read or not, and never throws', () => {
    const broken = fc.string().map((text) => `{"claims":[${text}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), broken), (text) => {
        const claims = parseReply(text)?.claims ?? []
        expect(claims.every((claim) => claim.text !== '')).toBe(true)
      }),
    )
  })

  test('keeps all reasons of a candidate but the one that is none, and plain texts as reasons', () => {
    const given = {
      name: 'sepsis',
      for: ['tachycardia', { text: '' }, { text: 'fever', sources: ['S1'] }],
      cannotMiss: 'true',
    }
    expect(parseReply(JSON.stringify({ claims: [], ranked: [given] }))?.ranked).toEqual([
      {
        name: 'sepsis',
        for: [
          { text: 'tachycardia', sources: [] },
          { text: 'fever', sources: ['S1'] },
        ],
        against: [],
        missing: [],
        decides: [],
        cannotMiss: true,
      },
    ])
  })

  test('loses no candidate that cannot be missed to the length of its list', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `cause ${index}`, cannotMiss: index === 29 }))
    const names = parseReply(JSON.stringify({ claims: [], ranked: many }))?.ranked.map(({ name }) => name)
    expect(names).toHaveLength(21)
    expect(names?.at(-1)).toBe('cause 29')
  })

  const ranked = {
    name: 'a late notice',
    for: [{ text: 'It came on [DATE-1].', sources: ['S1'] }],
    against: [],
    missing: ['the stamp'],
    decides: [],
    cannotMiss: false,
  }

  test('may have ranked candidates and a choice', () => {
    const reply = { ...REPLY, ranked: [ranked], choice: 'B' }
    expect(parseReply(JSON.stringify(reply))).toEqual(reply)
  })

  test.for([
    ['that is no list', 'a late notice', 0],
    ['whose items are no objects', ['a late notice', 3, null], 0],
    ['with one that has no name', [{ ...ranked, name: '' }, ranked], 1],
    ['that leaves out all but the name', [{ name: 'a late notice' }], 1],
    ['whose reasons are plain texts', [{ ...ranked, for: ['It came late.'] }], 1],
    ['of hundreds', Array.from({ length: 300 }, () => ranked), 20],
  ] as const)('with a ranking %s keeps its sentences', ([, given, count]) => {
    const read = parseReply(JSON.stringify({ ...REPLY, ranked: given }))
    expect(read?.claims).toEqual(REPLY.claims)
    expect(read?.ranked).toHaveLength(count)
    expect(read?.ranked.every(({ name }) => name === 'a late notice')).toBe(true)
  })
})
