import type { Atom, Term } from '../program/rule.ts'
import type { Place } from '../program/vocabulary.ts'
import type { Decimal } from '../values/decimal.ts'
import { goalStatus } from './goal-status.ts'
import type { Inference } from './inference.ts'
import type { Row } from './row.ts'

/**
 * What the answers say about what an example expects. Where the place declares `decimals`, an expected number of no more
 * digits than these is met by what reads the same: a root or a power never ends, and nobody can write it down.
 */
export function exampleStatus(inference: Inference, expected: Atom): ReturnType<typeof goalStatus> {
  const status = goalStatus(inference.ask(expected))
  if (status !== 'no') return status
  const { places } = inference.program.vocabulary.relations.get(expected.relation) ?? { places: [] }
  const shown = expected.terms.flatMap((term, at) => shownNumber(term, places[at], at) ?? [])
  if (shown.length === 0) return status
  const terms = expected.terms.map((term, at): Term =>
    shown.some((one) => one.at === at) ? { kind: 'variable', name: `shown ${at}` } : term,
  )
  const rows = inference.ask({ ...expected, terms })
  return rows.some((row) => row.certainty === 'certain' && shown.every((one) => readsAs(row, one))) ? 'yes' : 'no'
}

type Shown = { readonly at: number; readonly number: Decimal; readonly decimals: number }

function shownNumber(term: Term, place: Place | undefined, at: number): Shown | null {
  if (term.kind !== 'constant' || term.value.kind !== 'number' || place?.kind !== 'number') return null
  const { low, high } = term.value
  if (place.decimals === null || !low.equals(high) || low.decimalPlaces() > place.decimals) return null
  return { at, number: low, decimals: place.decimals }
}

/** Rounded as `sayNumber` does. */
function readsAs({ values }: Row, { at, number, decimals }: Shown): boolean {
  const value = values[at]
  if (value?.kind !== 'number' || !value.low.equals(value.high)) return false
  return value.low.toDecimalPlaces(decimals).equals(number)
}
