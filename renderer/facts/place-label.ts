import type { FormRelation } from '../../contract/fact.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import { plainName } from './plain-name.ts'
import { relationName } from '../../contract/calculator-input.ts'

/** What a place of a relation is called in a form: its type, and for a value the relation. */
export function placeLabel(form: Pick<FormRelation, 'relation' | 'label' | 'say' | 'places'>, at: number): string {
  const { places } = form
  const place = places[at]
  const word = place?.kind === 'name' ? plainName(place.type) : relationName(form)
  const same = places.filter(
    (other) => other.kind === place?.kind && (other.kind !== 'name' || other.type === (place as typeof other).type),
  )
  const number = same.length > 1 && place ? ` ${same.indexOf(place) + 1}` : ''
  const day = place?.kind === 'date' ? ', day' : ''
  return `${sentenceCase(word)}${day}${number}`
}
