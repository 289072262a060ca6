import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type JsonValue } from '../../store/canonical-json.ts'

test('keys are sorted by UTF-16 units at every depth, without spaces', () => {
  // From RFC 8785, section 3.2.3: the emoji is two units that begin with D83D and so comes before U+FB33.
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  expect(canonicalJson({ b: [{ d: null, c: true }], a: keys })).toBe(
    '{"a":{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3},"b":[{"c":true,"d":null}]}',
  )
})

test('numbers are written as ECMAScript writes them', () => {
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  )
})

test('what JSON cannot hold is refused', () => {
  const values = [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    () => 1,
    1n,
    new Date(0),
    { a: undefined },
    [undefined],
  ]
  // oxlint-disable-next-line vitest/prefer-each -- one deep comparison
  for (const value of values) expect(() => canonicalJson(value as unknown as JsonValue)).toThrow(TypeError)
})

test('the spelling is read back as the same value, and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as JsonValue)
      expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text)
      expect(canonicalJson(reversed(value) as JsonValue)).toBe(text)
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}
