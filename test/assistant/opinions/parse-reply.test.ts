import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReply } from '../../../assistant/opinions/parse-reply.ts'
import { spoilt } from '../../../scripts/cloud-server/faults.ts'

const REPLY = { claims: [{ text: 'It ended on [DATE-1].', sources: ['S1'] }], missing: ['the letter'] }

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
    })
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
})
