import { CURRENCY_WORD } from '../../text/money.ts'
import { wordNumbersIn } from '../../text/number-words.ts'
import type { IdentifierSpan } from './identifier.ts'
import type { Reading, Word } from './tokens/read-words.ts'

type Spoken = ReturnType<typeof wordNumbersIn>[number]

/** Said among the digits of a number, and no digit that `text/` reads. */
const AMONG_DIGITS = new Set(['oh', 'zero', 'null', 'nul', 'zéro', 'cero', 'double', 'triple', 'doppel'])
/** Who counts puts commas between; six digits in a row are a number. */
const SHORTEST = 6
const MONEY = new RegExp(`^ ?(?:${CURRENCY_WORD}|zł|[€$£])(?!\\p{L})`, 'iu')
const CENTURIES = new Set([18, 19, 20])

/** Numbers that somebody dictated, digit by digit, and years in words. */
export function findSpokenNumbers({ text, words }: Reading): readonly IdentifierSpan[] {
  const numbers = wordNumbersIn(text)
  return [...digitRuns(words, numbers), ...years(text, numbers), ...englishYears(text, numbers)]
}

function digitRuns(words: readonly Word[], numbers: readonly Spoken[]): readonly IdentifierSpan[] {
  const digits = new Set(numbers.flatMap(({ start, value, isOrdinal }) => (value <= 9 && !isOrdinal ? [start] : [])))
  const isDigit = ({ start, text }: Word) => digits.has(start) || AMONG_DIGITS.has(text.toLowerCase())
  const runs: Word[][] = []
  for (const word of words.filter(isDigit)) {
    const last = runs.at(-1)
    const isNext = last?.at(-1)?.end === word.start - 1 && /^[ -]$/.test(word.gap)
    if (isNext) last?.push(word)
    else runs.push([word])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last || run.length < SHORTEST) return []
    return [{ start: first.start, end: last.end, type: 'phone' as const, by: 'pattern' as const, confidence: 0.85 }]
  })
}

/** "neunzehnhundertzweiundsechzig", "mil novecientos sesenta y dos"; not "two thousand", and no sum of money. */
function years(text: string, numbers: readonly Spoken[]): readonly IdentifierSpan[] {
  return numbers
    .filter(({ value, language }) => language !== 'en' && value > 1800 && value < 2100 && value % 100 > 0)
    .filter(({ end }) => !MONEY.test(text.slice(end, end + 24)))
    .map(({ start, end }) => asDate(start, end))
}

/** "nineteen sixty-two", "twenty nineteen", "nineteen oh five". */
function englishYears(text: string, numbers: readonly Spoken[]): readonly IdentifierSpan[] {
  return numbers.flatMap((century, at) => {
    const year = numbers[at + 1]
    if (!year || year.language !== 'en' || century.language !== 'en' || !CENTURIES.has(century.value)) return []
    const between = text.slice(century.end, year.start)
    const isYear = /^[ -]$/.test(between) ? year.value >= 10 && year.value <= 99 : /^[ -]oh[ -]$/i.test(between)
    return isYear ? [asDate(century.start, year.end)] : []
  })
}

function asDate(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'date', by: 'pattern', confidence: 0.7 }
}
