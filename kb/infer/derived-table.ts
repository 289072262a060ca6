import type { Relation } from '../program/vocabulary.ts'
import { isExact } from '../values/is-exact.ts'
import type { Conflict } from './conflict.ts'
import { contestedGroups } from './contested-groups.ts'
import { createRow } from './create-row.ts'
import type { Derived } from './evaluate-rule.ts'
import { keepGround } from './keep-ground.ts'
import { meet } from './meet-values.ts'
import type { Meter } from './meter.ts'
import { isOther } from './other-individual.ts'
import type { RecordedRelation } from './recorded-relation.ts'
import type { Row } from './row.ts'
import { rowKey, valueAt } from './row-key.ts'
import type { RowTable } from './row-table.ts'

/** Rows of facts may get grounds from rules too; so those that a table changes are copies. */
export function copyRow(row: Row): Row {
  return { ...row }
}

/**
 * Adds one derivation. The same statement derived twice is one row; if it has a range, the two may be different values, so
 * it stands for many. What is recorded as no is not certain whatever derives it. Returns the row if it is new or surer.
 */
export function addDerived(
  table: RowTable,
  relation: string,
  { values, many, ground }: Derived,
  recorded: RecordedRelation,
  meter: Meter,
): Row | null {
  const key = rowKey(values)
  const contested = recorded.denied.has(key)
  const known = table.find(key)
  if (known === undefined) {
    meter.answer()
    const row = createRow(relation, values, ground.certain && !contested ? 'certain' : 'possible')
    row.many = many
    row.contested = contested
    row.grounds = [ground]
    table.add(row)
    return row
  }
  keepGround(known, ground)
  if (many || !values.every((value) => isExact(value) && !isOther(value))) known.many = true
  const surer = ground.certain && known.certainty === 'possible' && !known.contested && !contested
  if (surer) known.certainty = 'certain'
  return surer ? known : null
}

/**
 * Takes the certainty from rows of a unique relation whose key has, or in some completion may have, a second value.
 * Reported is what surely contradicts: two certain values that cannot be equal.
 */
export function contestUnique(relation: Relation, rows: readonly Row[], meter: Meter): readonly Conflict[] {
  const { unique, name } = relation
  if (unique === null) return []
  const conflicts: Conflict[] = []
  const contested: Row[] = rows.filter((row) => row.certainty === 'certain' && row.many)
  for (const group of contestedGroups(rows, unique, () => meter.tick())) {
    const certain = group.filter((row) => row.certainty === 'certain')
    contested.push(...certain)
    const apart = certain.filter((row) => certain.some((other) => areApart(row, other)))
    if (apart.length > 0) conflicts.push({ kind: 'values', relation: name, rows: apart, denied: [] })
  }
  for (const row of contested) {
    row.certainty = 'possible'
    row.contested = true
  }
  return conflicts
}

/** Rows that rules surely derive though they are recorded as no. */
export function deniedConflicts(
  relation: string,
  rows: readonly Row[],
  recorded: RecordedRelation,
): readonly Conflict[] {
  if (recorded.denied.size === 0) return []
  return rows.flatMap((row) => {
    const denied = recorded.denied.get(rowKey(row.values))
    const isDerived = row.contested && row.grounds.some((ground) => ground.certain)
    return denied !== undefined && isDerived ? [{ kind: 'denied' as const, relation, rows: [row], denied }] : []
  })
}

function areApart(left: Row, right: Row): boolean {
  return left.values.some((value, place) => meet(value, valueAt(right.values, place)) === 'apart')
}
