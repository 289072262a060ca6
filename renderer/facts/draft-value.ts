import type { FormPlace } from '../../contract/fact.ts'
import { choiceWords } from '../wording/list-words.ts'
import { strangeUnit, typedUnit } from './typed-unit.ts'
import { isDay, readNumber, writeNumber } from './written-value.ts'

/** What stands in a field while it is edited. `unit` is empty for all but numbers. */
export type DraftValue = { readonly text: string; readonly unit: string }

export type ReadDraft = { readonly value: string } | { readonly problem: string }

/** What a field shows for what a fact holds; null: nothing yet. */
export function draftOf(place: FormPlace, arg: string | null): DraftValue {
  if (place.kind !== 'number') return { text: arg ?? '', unit: '' }
  const number = arg === null ? { amount: '', unit: '' } : readNumber(arg)
  return { text: number.amount, unit: number.unit || (place.unit ?? '') }
}

/** The value as facts hold it, or why it cannot be one. Whether it is possible at all is judged by the rules' own gate. */
export function readDraft(place: FormPlace, { text, unit }: DraftValue): ReadDraft {
  const typed = text.trim()
  if (typed === '') return { problem: 'Nothing is entered yet.' }
  if (place.kind === 'name') return { value: typed }
  if (place.kind === 'date')
    return isDay(typed) ? { value: typed } : { problem: `“${typed}” is no day. Write it like 2026-06-03.` }
  const units = [...new Set([place.unit ?? '', ...place.units, unit])].filter(Boolean)
  const number = writeNumber(typedUnit(typed, units) ?? { amount: typed, unit })
  return number === null ? { problem: numberProblem(typed, units) } : { value: number }
}

function numberProblem(typed: string, units: readonly string[]): string {
  const strange = strangeUnit(typed)
  if (strange === null) return `“${typed}” is no number. Write it like 58, 1.5 or 35 to 40.`
  const given = units.length === 0 ? 'It is a number without one.' : `It is given in ${choiceWords(units)}.`
  return `“${strange}” is no unit of this. ${given}`
}
