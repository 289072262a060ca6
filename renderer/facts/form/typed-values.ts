import type { FormPlace } from '../../../contract/knowledge/fact.ts'
import { typedRange } from '../../../contract/knowledge/calculator-input.ts'
import { choiceWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { dayAsTyped, readTypedDay } from '../../../wording/typed-day.ts'
import { doubtfulNumber, readTypedRange } from '../../../wording/typed-number.ts'

/** What stands in a field while it is edited. `unit` is empty for all but numbers. */
export type DraftValue = { readonly text: string; readonly unit: string }

type ReadDraft = { readonly value: string } | { readonly problem: string }

/** What a field shows for what a fact holds; null: nothing yet. */
export function draftOf(place: FormPlace, arg: string | null): DraftValue {
  if (place.kind === 'date') return { text: dayAsTyped(arg ?? ''), unit: '' }
  if (place.kind !== 'number') return { text: arg ?? '', unit: '' }
  const number = arg === null ? { amount: '', unit: '' } : typedParts(arg)
  return { text: number.amount, unit: number.unit || (place.unit ?? '') }
}

/** The value as facts hold it, or why it cannot be one. Whether it is possible at all is judged by the rules' own gate. */
export function readDraft(place: FormPlace, { text, unit }: DraftValue): ReadDraft {
  const typed = text.trim()
  if (typed === '') return { problem: t('facts.problem.nothing') }
  if (place.kind === 'name') return { value: typed }
  if (place.kind === 'date') {
    const read = readTypedDay(typed)
    return 'day' in read ? { value: read.day } : read
  }
  const units = [...new Set([place.unit ?? '', ...place.units, unit])].filter(Boolean)
  const number = writeNumber(typedUnit(typed, units) ?? { amount: typed, unit })
  return number === null ? { problem: numberProblem(typed, units) } : { value: number }
}

function numberProblem(typed: string, units: readonly string[]): string {
  const doubtful = doubtfulNumber(typed)
  if (doubtful !== null) return doubtful
  const strange = strangeUnit(typed)
  if (strange === null) return t('facts.problem.noNumber', { typed })
  return units.length === 0
    ? t('facts.problem.noUnit', { unit: strange })
    : t('facts.problem.otherUnit', { unit: strange, units: choiceWords(units) })
}

const UNIT_OF_ANYTHING = /^(?<amount>.*\d)\s*(?<unit>[\p{L}%°/].*)$/u

/** `58 kg` typed into a field of one of these units, taken apart; null where no such unit follows a number. */
export function typedUnit(text: string, units: readonly string[]): WrittenNumber | null {
  for (const unit of units.toSorted((one, other) => other.length - one.length)) {
    const amount = text.trim().slice(0, -unit.length)
    if (text.trim().endsWith(unit) && writeNumber({ amount, unit }) !== null) return { amount: amount.trim(), unit }
  }
  return null
}

/** What stands behind a number where a unit would: "mmHg" of "58 mmHg"; null where there is no such thing. */
function strangeUnit(text: string): string | null {
  const { amount, unit } = UNIT_OF_ANYTHING.exec(text.trim())?.groups ?? {}
  return amount !== undefined && unit !== undefined && writeNumber({ amount, unit }) !== null ? unit : null
}

/** A number of a fact in the parts a form has: `58 kg` is 58 and kg, `35..40 %` is `35..40` and %. */
type WrittenNumber = { readonly amount: string; readonly unit: string }

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const WRITTEN = new RegExp(String.raw`^(${NUMBER}(?:\.\.${NUMBER})?)(?!\d)\s*(\S.*)?$`, 'u')

/** Takes apart what a fact holds; text that is no number is the amount as it is. */
export function partsOfNumber(text: string): WrittenNumber {
  const [, amount, unit] = WRITTEN.exec(text.trim()) ?? []
  return amount === undefined ? { amount: text, unit: '' } : { amount, unit: unit ?? '' }
}

/** The same as it is typed in the language in use. */
export function typedParts(text: string): WrittenNumber {
  const { amount, unit } = partsOfNumber(text)
  return { amount: typedRange(amount), unit }
}

/** The number as facts hold it; null for what is no number, or could be two. */
export function writeNumber({ amount, unit }: WrittenNumber): string | null {
  const number = readTypedRange(amount)
  return number === null ? null : `${number} ${unit}`.trim()
}
