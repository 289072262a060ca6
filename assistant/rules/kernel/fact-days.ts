import { sayDay } from '../../../kb/values/plain-date.ts'
import type { FactsInForce } from '../../../kb/infer/facts-in-force.ts'

/** The latest day, YYYY-MM-DD, on which these facts of a relation were observed; null: they are undated. */
export type FactDays = (relation: string, ids: readonly string[]) => string | null

/** Of the facts in force; each relation is looked through once. */
export function createFactDays(facts: FactsInForce): FactDays {
  const known = new Map<string, ReadonlyMap<string, number | null>>()
  return (relation, ids) => {
    if (ids.length === 0) return null
    const days = known.get(relation) ?? new Map(facts.relation(relation).facts.map(({ id, at }) => [id, at]))
    known.set(relation, days)
    const latest = Math.max(...ids.map((id) => days.get(id) ?? -Infinity))
    return Number.isFinite(latest) ? sayDay(latest) : null
  }
}
