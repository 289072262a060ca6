import type { WordNumber } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'

/** Said among the digits of a number, and no number that `text/` reads; "meia" is the Brazilian six. */
const AMONG_DIGITS =
  /(?<![\p{L}\p{N}])(?:oh|zero|null|nul|zéro|cero|double|triple|doppel|doble|doppio|dobro|dubbel|meia)(?![\p{L}\p{N}])/giu
const BESIDE = /^(?:[ -]|, | [-–] )$/
/** The fewest numbers and digits of a telephone number that is said by pairs or by hundreds; of digits alone, the fewest of these. */
const FEWEST = { numbers: 3, digits: 7, alone: 6 }
const LONGEST = 16

type Said = { readonly start: number; readonly end: number; readonly value: number; readonly digits: number }

/** Numbers that somebody dictated: digit by digit, by pairs ("zéro six quatre-vingt-deux quinze"), or by hundreds. */
export function findSpokenPhones(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  const said = [...numbers.filter(({ isOrdinal }) => !isOrdinal).map(asSaid), ...amongDigits(text, numbers)]
  const runs: Said[][] = []
  for (const one of said.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && BESIDE.test(text.slice(before.end, one.start))) last.push(one)
    else runs.push([one])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last || !isNumber(text, run)) return []
    return [{ start: first.start, end: last.end, type: 'phone' as const, by: 'pattern' as const, confidence: 0.85 }]
  })
}

function asSaid({ start, end, value }: WordNumber): Said {
  return { start, end, value, digits: String(value).length }
}

function amongDigits(text: string, numbers: readonly WordNumber[]): readonly Said[] {
  const starts = new Set(numbers.map(({ start }) => start))
  return [...text.matchAll(AMONG_DIGITS)].flatMap(({ 0: word, index }) =>
    starts.has(index) ? [] : [{ start: index, end: index + word.length, value: 0, digits: 1 }],
  )
}

/** Who counts puts commas between, and goes on upwards. */
function isNumber(text: string, run: readonly Said[]): boolean {
  const digits = run.reduce((sum, one) => sum + one.digits, 0)
  if (digits > LONGEST) return false
  const hasComma = run.some((one, at) => at > 0 && text.slice(run[at - 1]?.end, one.start) === ', ')
  if (hasComma && run.every((one, at) => at === 0 || one.value > (run[at - 1]?.value ?? 0))) return false
  if (run.every((one) => one.digits === 1)) return run.length >= FEWEST.alone && (!hasComma || digits > FEWEST.digits)
  return run.length >= FEWEST.numbers && digits >= FEWEST.digits + (hasComma ? 1 : 0)
}
