import { isFunctionWord } from '../../text/function-words.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { overlaps, type Span } from '../../text/spans.ts'
import { isSameWord } from '../../text/word-forms.ts'
import type { Statement, Term } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import { departure, type DepartingPlace } from './departure.ts'

/** What is written behind the name of a medicine, before the next thing begins; offsets into the text. */
type Dose = {
  readonly amount: (Span & { readonly figure: number; readonly unit: string }) | null
  readonly often: (Span & { readonly times: number }) | null
  /** Between the medicine and the first of both, in lower case: "glargine" of "insulin glargine 10 iu". */
  readonly called: string
  /** "Was 40 mg once daily". */
  readonly isFormer: boolean
}

/**
 * The place that gives a medicine in another unit, or as often as another number of times a day, than a sentence does: "furosemide 40 mg once daily" of a row that
 * has "40 mg twice daily". None where any other place that names the medicine gives it as the sentence does.
 */
export function doseElsewhere(
  claim: Statement,
  places: readonly Place[],
  { isMedical }: Pick<Lexicon, 'isMedical'>,
): DepartingPlace | null {
  for (const term of claim.terms.filter(({ word }) => isMedical(word))) {
    const [said, ...others] = dosesOf(term, claim.text)
    if (!said || others.length > 0 || !(said.amount || said.often)) continue
    const given = places.flatMap((place) =>
      place.kind === 'two-sentences'
        ? []
        : dosesOf(term, place.text).flatMap((dose) => (dose.called === said.called ? { place, dose } : [])),
    )
    // Given in a way that is not read: "1/2-0-1", "every other day".
    if (said.often && given.some(({ dose }) => dose.amount && !dose.often && !dose.isFormer)) continue
    const found = otherUnit(said, given) ?? otherTimes(said, given, claim.text)
    if (!found) continue
    const { place, mine, stands } = found
    return { place, departure: departure('value', mine, stands, { sentence: claim.text, text: place.text }) }
  }
  return null
}

type Given = readonly { readonly place: Place; readonly dose: Dose }[]
type Otherwise = { readonly place: Place; readonly mine: Span; readonly stands: Span } | null

/** "10 g" of what is "10 mg" wherever it has a dose. */
function otherUnit({ amount: mine }: Dose, given: Given): Otherwise {
  if (!mine) return null
  const amounts = given.flatMap(({ place, dose: { amount } }) => (amount ? [{ place, amount }] : []))
  const found = amounts.find(({ amount }) => amount.figure === mine.figure && amount.unit !== mine.unit)
  const isGiven = amounts.some(({ amount }) => amount.figure === mine.figure && amount.unit === mine.unit)
  return found && !isGiven ? { place: found.place, mine, stands: found.amount } : null
}

/** As much of it, and not as often; what was taken before does not make it so where a sentence speaks of now. */
function otherTimes({ amount, often: mine }: Dose, given: Given, sentence: string): Otherwise {
  if (!mine) return null
  const isOfPast = PAST.test(sentence)
  const { pattern } = OFTEN_PATTERNS.find(({ times }) => times === mine.times) ?? {}
  if (isOfPast && given.some(({ place }) => pattern?.test(place.text))) return null
  const alike = given.flatMap(({ place, dose: { amount: theirs, often, isFormer } }) => {
    const isAsMuch =
      amount === null || theirs === null || (amount.figure === theirs.figure && amount.unit === theirs.unit)
    return often && isAsMuch && (isOfPast || !isFormer) ? [{ place, often }] : []
  })
  const found = alike.find(({ often }) => often.times !== mine.times)
  const isGiven = alike.some(({ often }) => often.times === mine.times)
  return found && !isGiven ? { place: found.place, mine, stands: found.often } : null
}

const PAST =
  /(?<!\p{L})(?:was|were|had|took|received|before|previous(?:ly)?|formerly|until|earlier|war|waren|wurden?|hatte|nahm|erhielt|bekam|vorher|bisher|zuvor|bis)(?!\p{L})/iu
const FORMER = /(?:\b(?:was|previously|formerly|before)|(?<!\p{L})(?:vorher|bisher|zuvor|früher)):?\s*$/iu

const UNITS: Readonly<Record<string, string>> = { µg: 'mcg', μg: 'mcg', microgram: 'mcg', micrograms: 'mcg', ie: 'iu' }
const AMOUNT =
  /(?<![\d.,])(?<figure>\d+(?:[.,]\d+)?)\s?(?<unit>mg|g|mcg|µg|μg|micrograms?|kg|ml|iu|ie)(?![\p{L}\d/])(?!\s*(?:\/|per(?!\p{L}) (?!day|dose)))/iu

/** How often a day, in the words and codes of prescriptions. */
const OFTEN: readonly (readonly [number, string])[] = [
  [
    1,
    String.raw`once (?:daily|a day|per day)|einmal (?:täglich|am tag)|une fois par jour|una vez al día|una volta al giorno|eenmaal daags|od|1-0-0(?:-0)?|0-1-0(?:-0)?|0-0-1(?:-0)?`,
  ],
  [
    2,
    String.raw`twice (?:daily|a day|per day)|two times (?:daily|a day)|b\.?i\.?d|bd|zweimal (?:täglich|am tag)|deux fois par jour|dos veces al día|due volte al giorno|tweemaal daags|1-0-1(?:-0)?|1-1-0(?:-0)?|0-1-1(?:-0)?`,
  ],
  [
    3,
    String.raw`(?:three times|thrice) (?:daily|a day|per day)|t\.?i\.?d|tds|dreimal (?:täglich|am tag)|trois fois par jour|tres veces al día|tre volte al giorno|driemaal daags|1-1-1(?:-0)?`,
  ],
  [
    4,
    String.raw`four times (?:daily|a day|per day)|q\.?i\.?d|qds|viermal (?:täglich|am tag)|quatre fois par jour|cuatro veces al día|quattro volte al giorno|viermaal daags|1-1-1-1`,
  ],
]
const OFTEN_PATTERNS = OFTEN.map(([times, words]) => ({
  times,
  pattern: new RegExp(String.raw`(?<![\p{L}\d-])(?:${words})(?![\p{L}\d-])`, 'iu'),
}))

/** Where the next thing begins, but not within a number; a row goes on into the next cell. */
const ENDS = /[;,](?!\d)|\.(?=\s|$)|\n|\b(?:and|und|et|y|e|en|i)\b/u
const CELL = /[\t|]/u

/** What stands behind each mention of a medicine. */
function dosesOf({ word }: Term, text: string): readonly Dose[] {
  const found = [...text.matchAll(WORD)].filter(({ 0: written }) => isSameWord(written.toLowerCase(), word))
  return found.flatMap(({ 0: written, index }) => {
    const from = index + written.length
    const rest = text.slice(from)
    const dose = doseIn(rest.slice(0, endOfDose(rest)), from)
    return dose ? [dose] : []
  })
}

const WORD = /\p{L}+/gu

/** The end of the sentence's part, and of a row that of the first cell behind the name that says how much. */
function endOfDose(rest: string): number {
  const cells = rest.split(CELL)
  const end = cells.findIndex((cell, at) => at > 0 && AMOUNT.test(cell))
  const part = end > 0 && (cells[0] ?? '').trim() === '' ? cells.slice(0, end + 1).join('\t') : (cells[0] ?? '')
  const stop = part.search(ENDS)
  return stop < 0 ? part.length : stop
}

function doseIn(part: string, from: number): Dose | null {
  const amount = amountIn(part, from)
  const often = oftenIn(part, from).find((one) => amount === null || !overlaps(amount, one)) ?? null
  const isFormer = FORMER.test(part.slice(0, (amount?.start ?? from) - from))
  const first = Math.min(amount?.start ?? Infinity, often?.start ?? Infinity)
  const called =
    part
      .slice(0, Math.max(0, first - from))
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const isWord = (word: string) => !isFunctionWord(word) && !LIGHT.has(word)
  return amount || often ? { amount, often, isFormer, called: called.filter(isWord).join(' ') } : null
}

const LIGHT = new Set(
  'dose dosage given taken tablet tablets po oral orally dosis status was previously formerly'.split(' '),
)

function amountIn(part: string, from: number): Dose['amount'] {
  const match = AMOUNT.exec(part)
  if (!match) return null
  const { figure = '', unit = '' } = match.groups ?? {}
  const plain = unit.toLowerCase()
  const [start, end] = [from + match.index, from + match.index + match[0].length]
  return { start, end, figure: Number(figure.replace(',', '.')), unit: UNITS[plain] ?? plain }
}

function oftenIn(part: string, from: number): readonly NonNullable<Dose['often']>[] {
  const all = OFTEN_PATTERNS.flatMap(({ times, pattern }) => {
    const match = pattern.exec(part)
    return match ? [{ times, start: from + match.index, end: from + match.index + match[0].length }] : []
  })
  return all.toSorted((one, other) => one.start - other.start)
}
