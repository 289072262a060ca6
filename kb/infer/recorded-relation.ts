import type { Fact } from '../program/fact.ts'
import type { Relation } from '../program/vocabulary.ts'
import type { Conflict } from './conflict.ts'
import { contestedGroups } from './contested-groups.ts'
import { createRow } from './create-row.ts'
import { latestFacts } from './latest-facts.ts'
import type { Row } from './row.ts'
import { rowKey } from './row-key.ts'
import { createRowTable } from './row-table.ts'
import type { RowTable } from './row-table.ts'

/** What the facts in force say about one relation. */
export type RecordedRelation = {
  readonly table: RowTable
  /** Recorded as no, by the key of the statement. */
  readonly denied: ReadonlyMap<string, readonly Fact[]>
  /** Older values that a later one has replaced, by the unique key, or by the whole statement where there is none. */
  readonly superseded: ReadonlyMap<string, readonly Fact[]>
  readonly conflicts: readonly Conflict[]
}

/**
 * Facts valid on `asOf`, of `latest` relations the latest; the same statement twice is one row. Of an exact statement that is
 * recorded as yes and as no, and of several values for one unique key, all become possible. Where a statement
 * is recorded as yes or no, or its key has a value, a "not known" says nothing more and is left out. A "no" about a range denies no single value.
 */
export function recordRelation(relation: Relation, facts: readonly Fact[], asOf: number): RecordedRelation {
  const valid = facts.filter((fact) => isValid(fact, asOf))
  const { inForce, superseded } = relation.latest
    ? latestFacts(relation, valid, asOf)
    : { inForce: valid, superseded: new Map<string, readonly Fact[]>() }
  const rows = new Map<string, Row>()
  const denied = new Map<string, Fact[]>()
  for (const fact of inForce) {
    const key = rowKey(fact.values)
    if (fact.holds === 'no') push(denied, key, fact)
    else addFact(rows, key, fact)
  }
  const conflicts = [...denyRows(relation.name, rows, denied), ...contestKeys(relation, rows)]
  return { table: createRowTable([...rows.values()]), denied, superseded, conflicts }
}

function isValid(fact: Fact, asOf: number): boolean {
  return (fact.validFrom === null || fact.validFrom <= asOf) && (fact.validTo === null || asOf <= fact.validTo)
}

function addFact(rows: Map<string, Row>, key: string, fact: Fact): void {
  const certainty = fact.holds === 'yes' ? 'certain' : 'possible'
  const row = rows.get(key)
  if (row === undefined) {
    const created = createRow(fact.relation, fact.values, certainty)
    created.facts = [fact]
    rows.set(key, created)
    return
  }
  row.facts = [...row.facts, fact]
  if (certainty === 'certain') row.certainty = 'certain'
}

function denyRows(
  relation: string,
  rows: Map<string, Row>,
  denied: ReadonlyMap<string, readonly Fact[]>,
): readonly Conflict[] {
  const conflicts: Conflict[] = []
  for (const [key, facts] of denied) {
    const row = rows.get(key)
    if (row?.certainty === 'possible') rows.delete(key)
    if (row?.certainty !== 'certain') continue
    contest(row)
    conflicts.push({ kind: 'denied', relation, rows: [row], denied: facts })
  }
  return conflicts
}

function contestKeys(relation: Relation, rows: Map<string, Row>): readonly Conflict[] {
  if (relation.unique === null) return []
  const conflicts: Conflict[] = []
  for (const group of contestedGroups([...rows.values()], relation.unique, () => undefined)) {
    const stated = group.filter((row) => row.facts.some((fact) => fact.holds === 'yes'))
    if (stated.length === 0) continue
    for (const row of group) if (!stated.includes(row)) rows.delete(rowKey(row.values))
    if (stated.length === 1) continue
    for (const row of stated) contest(row)
    conflicts.push({ kind: 'values', relation: relation.name, rows: stated, denied: [] })
  }
  return conflicts
}

function contest(row: Row): void {
  row.certainty = 'possible'
  row.contested = true
}

function push(facts: Map<string, Fact[]>, key: string, fact: Fact): void {
  const same = facts.get(key)
  if (same === undefined) facts.set(key, [fact])
  else same.push(fact)
}
