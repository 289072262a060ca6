import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../text/normalise.ts'

test('folds case, quotes, dashes, spaces and end stops, and keeps what carries meaning', () => {
  expect(normalise('“Don’t  pay 12.5 % — ever.”\nUS$ 4').text).toBe("don't pay 12.5 % - ever us$ 4")
})

test('joins a word that was hyphenated across a line', () => {
  expect(normalise('the lease may be termi-\n  nated by notice').text).toBe('the lease may be terminated by notice')
})

test('every character leads back to where it stood in the original', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (original) => {
      const { text, starts, ends } = normalise(original)
      for (let index = 0; index < text.length; index += 1) {
        const start = starts[index] as number
        const end = ends[index] as number
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(original.length)
        expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0)
        const character = text[index] as string
        const came = original.slice(start, end).normalize('NFKC').toLowerCase()
        expect(came.includes(character) || !/[a-z0-9]/.test(character)).toBe(true)
      }
    }),
  )
})
