import type { FactInput } from '../../contract/fact.ts'
import { type DraftValue, readDraft } from './draft-value.ts'
import type { FormRow } from './form-rows.ts'
import { isDay } from './written-value.ts'

/** What leaving a field means: nothing to do, something wrong, or a fact. */
export type TakenValue = 'nothing' | { readonly problem: string } | { readonly input: FactInput }

/** What a line of the form says now, at its place of the value, by one source or several; null: nothing, or values that conflict. */
export function knownValue({ facts }: Pick<FormRow, 'facts'>, place: number): string | null {
  const [value = null, second] = new Set(
    facts.map(({ holds, args }) => (holds === 'yes' ? (args[place] ?? null) : null)),
  )
  return second === undefined ? value : null
}

export type ValueLine = Pick<FormRow, 'relation' | 'args' | 'label' | 'facts'>

/** Reads a line as it is typed: its value, and the day that it is of (empty: undated). */
export function takeValue(row: ValueLine, place: number, draft: DraftValue, day: string): TakenValue {
  const form = row.relation.places[place]
  const known = knownValue(row, place)
  if (!form || (draft.text.trim() === '' && known === null)) return 'nothing'
  if (draft.text.trim() === '') return { problem: 'To take it back, open where it comes from and choose Unset.' }
  const read = readDraft(form, draft)
  if ('problem' in read) return read
  const at = day.trim() || null
  if (at !== null && !isDay(at)) return { problem: `“${at}” is no day. Write it like 2026-06-03.` }
  const before = row.facts[0] ?? { at: null, validFrom: null, validTo: null }
  if (read.value === known && at === before.at) return 'nothing'
  const { validFrom, validTo } = before
  const args = row.args.map((arg) => arg ?? read.value)
  return { input: { relation: row.relation.relation, args, at, validFrom, validTo } }
}
