import type { Atom, Term } from '../program/rule.ts'
import type { Place } from '../program/vocabulary.ts'
import type { Decimal } from '../values/decimal.ts'
import type { Value } from '../values/value.ts'
import { goalStatus } from './evaluate/condition-status.ts'
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
  const terms = expected.terms.map(
    (term, at): Term => (shown.some((one) => one.at === at) ? { kind: 'variable', name: `shown ${at}` } : term),
  )
  const rows = inference.ask({ ...expected, terms }).filter((row) => shown.every((one) => mayReadAs(row, one)))
  if (rows.some((row) => row.certainty === 'certain' && shown.every(({ at }) => isOne(row.values[at])))) return 'yes'
  return rows.length > 0 ? 'unknown' : 'no'
}

type Shown = { readonly at: number; readonly number: Decimal; readonly decimals: number }

function shownNumber(term: Term, place: Place | undefined, at: number): Shown | null {
  if (term.kind !== 'constant' || term.value.kind !== 'number' || place?.kind !== 'number') return null
  const { low, high } = term.value
  if (place.decimals === null || !low.equals(high) || low.decimalPlaces() > place.decimals) return null
  return { at, number: low, decimals: place.decimals }
}

/** Rounded as `sayNumber` does; rounding keeps the order, so the ends of a range tell of all between them. */
function mayReadAs({ values }: Row, { at, number, decimals }: Shown): boolean {
  const value = values[at]
  if (value?.kind !== 'number') return value !== undefined
  const [low, high] = [value.low, value.high].map((end) => end.toDecimalPlaces(decimals))
  return Boolean(low?.lessThanOrEqualTo(number) && high?.greaterThanOrEqualTo(number))
}

function isOne(value: Value | undefined): boolean {
  return value?.kind === 'number' && value.low.equals(value.high)
}
