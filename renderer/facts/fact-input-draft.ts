import type { Fact, FactInput, FormRelation } from '../../contract/fact.ts'
import { type DraftValue, draftOf, readDraft } from './draft-value.ts'
import { placeLabel } from './place-label.ts'
import { isDay } from './written-value.ts'

/** A fact as it stands in a form with all its parts; days are as typed, empty for none. */
export type FactDraft = {
  readonly relation: string
  readonly values: readonly DraftValue[]
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly at: string
  readonly validFrom: string
  readonly validTo: string
}

/** What a form begins with: the fact that is changed, else what can be known of a new one. */
export function beginDraft(relation: FormRelation | undefined, fact: Fact | null): FactDraft {
  const name = relation?.relation ?? ''
  const places = relation?.places ?? []
  if (!fact || fact.relation !== name)
    return { ...NO_DATES, relation: name, holds: 'yes', values: places.map((place) => draftOf(place, onlyName(place))) }
  const { holds, at, validFrom, validTo } = fact
  const values = places.map((place, index) => draftOf(place, fact.args[index] ?? null))
  return { relation: name, holds, values, at: at ?? '', validFrom: validFrom ?? '', validTo: validTo ?? '' }
}

const NO_DATES = { at: '', validFrom: '', validTo: '' }

/** Of an open type the one name in use, or one called like the type: mostly there is one patient, one contract. */
function onlyName(place: FormRelation['places'][number]): string | null {
  if (place.kind !== 'name' || !place.open || place.choices.length > 1) return null
  return place.choices[0]?.name ?? place.type
}

/** The fact, or what keeps the draft from being one. */
export function readFactDraft(
  relation: FormRelation,
  { values, holds, at, validFrom, validTo }: FactDraft,
): { readonly input: FactInput } | { readonly problem: string } {
  const args: string[] = []
  for (const [index, place] of relation.places.entries()) {
    const read = readDraft(place, values[index] ?? { text: '', unit: '' })
    if ('problem' in read) return { problem: `${placeLabel(relation, index)}: ${read.problem}` }
    args.push(read.value)
  }
  const wrong = [at, validFrom, validTo].find((day) => day !== '' && !isDay(day))
  if (wrong !== undefined) return { problem: `“${wrong}” is no day. Write it like 2026-06-03.` }
  const dates = { at: at || null, validFrom: validFrom || null, validTo: validTo || null }
  return { input: { relation: relation.relation, args, holds, ...dates } }
}
