import type { FormPlace } from '../../../contract/fact.ts'
import { findDates } from './find-dates.ts'
import { findLabels } from './find-labels.ts'
import { findNumbers } from './find-numbers.ts'
import { findProperNames } from './find-proper-names.ts'

import type { Mention } from './mention.ts'

/** What of a text could fill a place: a label of its closed list, a proper name, a number with a unit that fits, a whole date. */
export function mentionsOf(place: FormPlace, text: string): readonly Mention[] {
  if (place.kind === 'date') return findDates(text)
  if (place.kind === 'number') return findNumbers(text, place)
  return place.open ? findProperNames(text) : findLabels(text, place.choices)
}
