import type { Fact } from '../program/fact.ts'
import type { Relation } from '../program/vocabulary.ts'
import type { Conflict } from './conflict.ts'
import { contestedGroups } from './contested-groups.ts'
import { createRow } from './create-row.ts'
import { latestFacts } from './latest-facts.ts'
import { createNameIndex } from './name-index.ts'
import type { Bucket } from './name-index.ts'
import type { Row } from './row.ts'
import { rowKey } from './row-key.ts'

/** What the facts in force say about one relation. Worked out for those names only that are asked for. */
export type RecordedRelation = {
  readonly facts: readonly Fact[]
  readonly table: RecordedTable
  /** Recorded as no, by the key of the statement. */
  readonly denied: ReadonlyMap<string, readonly Fact[]>
  /** Older values that a later one has replaced, by the unique key, or by the whole statement where there is none. */
  readonly superseded: ReadonlyMap<string, readonly Fact[]>
  conflicts(): readonly Conflict[]
}

export type RecordedTable = {
  rows(): readonly Row[]
  /** Those with these names; undefined: any. Of a unique relation all values of the key. */
  matching(names: Names): readonly Row[]
  /** At least as many as match. */
  count(names: Names): number
}

type Names = readonly (string | undefined)[]

type Stated = { readonly rows: readonly Row[]; readonly conflicts: readonly Conflict[] }

const NONE: readonly Row[] = []
const NOTHING_SUPERSEDED: ReadonlyMap<string, readonly Fact[]> = new Map()

/** Facts valid on `asOf`, of `latest` relations the latest. */
export function recordRelation(relation: Relation, facts: readonly Fact[], asOf: number): RecordedRelation {
  const valid: Fact[] = facts.filter((fact) => isValid(fact, asOf))
  const { inForce, superseded } = relation.latest
    ? latestFacts(relation, valid, asOf)
    : { inForce: valid, superseded: NOTHING_SUPERSEDED }
  const index = createNameIndex<Fact, Stated>(inForce)
  const stated = (bucket: Bucket<Fact, Stated>): Stated => {
    bucket.extra ??= stateRows(relation, bucket.items)
    return bucket.extra
  }
  // All facts that can contradict one another share the names of the key.
  const keyNames = (names: Names): Names =>
    relation.unique === null ? names : names.map((name, place) => (relation.unique?.includes(place) ? name : undefined))
  const find = (names: Names): Bucket<Fact, Stated> | null => index.find(keyNames(names))
  const table: RecordedTable = {
    rows: () => stated(index.all).rows,
    matching(names) {
      const bucket = find(names)
      return bucket === null ? NONE : stated(bucket).rows
    },
    count: (names) => find(names)?.items.length ?? 0,
  }
  return { facts: inForce, table, denied: denials(inForce), superseded, conflicts: () => stated(index.all).conflicts }
}

function denials(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const denied = new Map<string, Fact[]>()
  for (const fact of facts) if (fact.holds === 'no') push(denied, rowKey(fact.values), fact)
  return denied
}

/**
 * The same statement twice is one row. Of an exact statement that is recorded as yes and as no, and of several values for one
 * unique key, all become possible. Where a statement is recorded as yes or no, or its key has a value, a "not known" says
 * nothing more and is left out. A "no" about a range denies no single value.
 */
function stateRows(relation: Relation, facts: readonly Fact[]): Stated {
  const rows = new Map<string, Row>()
  for (const fact of facts) if (fact.holds !== 'no') addFact(rows, facts.length === 1 ? '' : rowKey(fact.values), fact)
  const conflicts = [...denyRows(relation.name, rows, denials(facts)), ...contestKeys(relation, rows)]
  return { rows: [...rows.values()], conflicts }
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
