import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Span, joinSpans, subtractSpans } from '../../../../assistant/answers/draft/passage-spans.ts'

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => ({ start, end: start + length }))
const places = (spans: readonly Span[]) =>
  new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))

test('spans together cover what they cover apart, in order and without touching', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const joined = joinSpans(spans)
      expect(places(joined)).toEqual(places(spans))
      for (const [at, { start }] of joined.slice(1).entries()) expect(start).toBeGreaterThan(joined[at]!.end)
    }),
  )
})

test('what is left without others is what they do not cover', () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (spans, others) => {
      const covered = places(others)
      const wanted = [...places(joinSpans(spans))].filter((place) => !covered.has(place))
      const left = subtractSpans(joinSpans(spans), joinSpans(others))
      expect([...places(left)].toSorted((one, other) => one - other)).toEqual(
        wanted.toSorted((one, other) => one - other),
      )
      expect(left.every(({ start, end }) => start < end)).toBe(true)
    }),
  )
})
