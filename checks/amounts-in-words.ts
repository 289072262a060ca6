import type { Measure } from './measures-in.ts'
import { numberWordsIn } from './number-words.ts'
import { unitBehind } from './unit-behind.ts'

/** "One month", "within a year", "half of it", "half an hour", "three quarters". */
const ONE =
  /\b(?:one|(?<=\b(?:of|for|in|within|after|before|than|over|under|about|least|most|last|is|was|lasts?)\s)an?)(?=[\s-])/giu
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/\bhalf\b(?!-|\s+past)/giu, 0.5],
  [/\b(?:a quarter(?= of)|one[- ]quarter)\b/giu, 0.25],
  [/\bthree[- ]quarters\b/giu, 0.75],
]
/** "Three and a half hours", "a year and a half". */
const AND_A_HALF =
  /(?<![\p{L}\p{N}])(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?: (?<unit>\p{L}+))? and a half\b/giu
const OF_ONE = /^\s(?:an?|of an?)\b/iu
const SHARE = { dimension: 'share', times: 1, per: null }

/** What a text says of how much there is without a number: these may bear a number out, and say none themselves. */
export function amountsInWords(text: string): readonly Measure[] {
  const ones = [...text.matchAll(ONE)].flatMap(({ 0: word, index }) => {
    const unit = unitBehind(text.slice(index + word.length), null)
    return unit ? [{ figure: '1', plain: 1, unit, start: index, end: index + word.length }] : []
  })
  const parts = PARTS.flatMap(([pattern, plain]) =>
    [...text.matchAll(pattern)].map(({ 0: word, index }) => {
      const behind = text.slice(index + word.length)
      const unit = unitBehind(behind.slice(OF_ONE.exec(behind)?.[0].length ?? 0), null) ?? SHARE
      return { figure: '', plain, unit, start: index, end: index + word.length }
    }),
  )
  return [...ones, ...parts, ...halvesMore(text)].map(({ start, end, ...one }) => ({
    ...one,
    times: 1,
    isPlace: false,
    at: { start, end },
    whole: { start, end },
  }))
}

/** One and a half of what a unit measures, and more. */
function halvesMore(text: string) {
  return [...text.matchAll(AND_A_HALF)].flatMap(({ 0: words, index, groups }) => {
    const { count = '', unit: before } = groups ?? {}
    const whole = /^(?:an?|one)$/i.test(count) ? 1 : (numberWordsIn(count)[0]?.value ?? Number(count))
    const unit = unitBehind(before === undefined ? text.slice(index + words.length) : ` ${before}`, null)
    if (!unit) return []
    return [{ figure: String(whole + 0.5), plain: whole + 0.5, unit, start: index, end: index + words.length }]
  })
}
