import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createStopTexts, createTokenText } from '../../models/local/generate.ts'

/** One token a byte, the worst case. */
const detokenise = (tokens: readonly number[]) => Buffer.from(tokens).toString('utf8')

function streamed(tokens: Iterable<number>): readonly string[] {
  const text = createTokenText((held) => detokenise(held as unknown as readonly number[]))
  return [...Array.from(tokens, (token) => text.push(token as never)), text.rest()]
}

describe('text from tokens', () => {
  test('is whole, and no piece of it cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const pieces = streamed(Buffer.from(text))
        expect(pieces.join('')).toBe(text)
        for (const piece of pieces) expect(piece.isWellFormed()).toBe(true)
        // A text may hold one itself.
        expect(pieces.join('').split('\uFFFD')).toHaveLength(text.split('\uFFFD').length)
      }),
      // The sign for what is no character, itself written, before a character of several bytes.
      { examples: [['\uFFFD\u00A0'], ['\uFFFD\uFFFD\u{1F600}']] },
    )
  })

  test('comes at once when no character is open', () => {
    expect(streamed(Buffer.from('ab'))).toEqual(['a', 'b', ''])
  })

  test('does not wait for ever on bytes that are no character', () => {
    const pieces = streamed([0xf0, 0x9f, 0x61, 0x62, 0x63])
    expect(pieces.join('')).toContain('abc')
    expect(streamed([0xff, 0xff, 0xff, 0xff, 0x61]).slice(0, 4).join('')).not.toBe('')
  })
})

describe('stop texts', () => {
  const stops = ['<|im_end|>', '\nUser:']

  function through(pieces: readonly string[]) {
    const filter = createStopTexts(stops)
    const text = pieces.map((piece) => filter.push(piece)).join('') + filter.rest()
    return { text, stopped: filter.stopped }
  }

  test('end the text where the first of them stands, however the pieces fall', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...stops), fc.array(fc.nat({ max: 40 })), (before, stop, cuts) => {
        fc.pre(!stops.some((each) => before.includes(each)) && !(before + stop).slice(0, -1).includes(stops[1] ?? ''))
        const whole = `${before}${stop} and more`
        const places = [0, ...cuts.map((cut) => cut % whole.length).toSorted((a, b) => a - b), whole.length]
        const pieces = places.slice(1).map((end, index) => whole.slice(places[index], end))
        expect(through(pieces)).toEqual({ text: before, stopped: true })
      }),
    )
  })

  test('let everything through when none of them comes, also their beginnings', () => {
    expect(through(['a <|im', '_start|> b', '\nUse'])).toEqual({ text: 'a <|im_start|> b\nUse', stopped: false })
  })

  test('hold back only what may be their beginning', () => {
    const filter = createStopTexts(stops)
    expect(filter.push('one <|')).toBe('one ')
    expect(filter.push('two')).toBe('<|two')
  })
})
