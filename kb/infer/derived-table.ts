import type { Relation } from '../program/vocabulary.ts'
import { meet } from '../values/compare-values.ts'
import { isExact } from '../values/value.ts'
import type { Meter } from './budget.ts'
import { contestedGroups, type RecordedRelation } from './recorded-relation.ts'
import type { Derived } from './evaluate/evaluate-rule.ts'
import { isOther } from './individuals.ts'
import type { RowTable } from './row-table.ts'
import { type Conflict, createRow, MOST_GROUNDS, type Row, rowKey, type RuleGround, valueAt } from './row.ts'

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

/**
 * Adds one way to derive the row. At most MOST_GROUNDS are kept: certain ones before possible ones, then those of the
 * earliest round, which never rest on the row itself, then in the order of rules, then of what they rest on. So which are
 * kept does not depend on the order in which they were found.
 */
export function keepGround(row: Row, ground: RuleGround): void {
  const { grounds } = row
  if (grounds.length === 0) {
    row.grounds = [ground]
    return
  }
  const worst = grounds.at(-1)
  if (grounds.length === MOST_GROUNDS && worst !== undefined && byRank(ground, worst) > 0) return
  const known = grounds.find((one) => one.rule === ground.rule && keyOf(one) === keyOf(ground))
  if (known !== undefined && (known.certain || !ground.certain)) return
  const others = grounds.filter((one) => one !== known)
  row.grounds = [...others, ground].toSorted(byWorth).slice(0, MOST_GROUNDS)
}

/** In the author's order: of rules, then by what they rest on. */
export function inAuthorsOrder(grounds: readonly RuleGround[]): readonly RuleGround[] {
  return grounds.toSorted((left, right) => left.rule.rule.order - right.rule.rule.order || byKey(left, right))
}

function byRank(left: RuleGround, right: RuleGround): number {
  return (
    Number(right.certain) - Number(left.certain) ||
    left.round - right.round ||
    left.rule.rule.order - right.rule.rule.order
  )
}

function byWorth(left: RuleGround, right: RuleGround): number {
  return byRank(left, right) || byKey(left, right)
}

function byKey(left: RuleGround, right: RuleGround): number {
  if (keyOf(left) === keyOf(right)) return 0
  return keyOf(left) < keyOf(right) ? -1 : 1
}

/** The rows it rests on; a rule derives a row in one way from the same rows. */
function keyOf(ground: RuleGround): string {
  ground.key ??= ground.matched.map((row) => (row === null ? '-' : rowKey(row.values))).join(' ')
  return ground.key
}
