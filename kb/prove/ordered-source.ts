import { compareRows } from '../infer/compare-rows.ts'
import type { Row } from '../infer/row.ts'
import type { RowSource } from '../infer/run.ts'

/** The same rows in one fixed order, so that a proof does not depend on the order in which facts were recorded. */
export function orderedSource(source: RowSource): RowSource {
  const known = new WeakMap<readonly Row[], readonly Row[]>()
  return {
    cost: (relation, names) => source.cost(relation, names),
    rows(relation, names) {
      const rows = source.rows(relation, names)
      if (rows.length < 2) return rows
      const sorted = known.get(rows) ?? rows.toSorted(compareRows)
      known.set(rows, sorted)
      return sorted
    },
  }
}
