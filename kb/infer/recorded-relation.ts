import type { Fact } from '../program/fact.ts'
import type { Relation } from '../program/vocabulary.ts'
import { meet } from '../values/compare-values.ts'
import { isExact } from '../values/value.ts'
import { type Bucket, createNameIndex } from './row-table.ts'
import { type Conflict, createRow, keyOfPlaces, type Row, rowKey, valueAt } from './row.ts'

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

type RecordedTable = {
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
  for (const fact of facts) if (fact.holds === 'no') addTo(denied, rowKey(fact.values), fact)
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

/**
 * Of several dated statements for one key those of the latest day not after `asOf`. A later "not known" takes the place of an
 * earlier value: the sound reading, since the value may have changed. An undated value may be newer than the latest or older:
 * it stays beside it, so that where they differ they contradict each other, which a person decides.
 */
function latestFacts(relation: Relation, facts: readonly Fact[], asOf: number): LatestFacts {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.at !== null && fact.at > asOf) continue
    const key = relation.unique === null ? rowKey(fact.values) : keyOfPlaces(fact.values, relation.unique)
    addTo(byKey, key, fact)
  }
  const inForce: Fact[] = []
  const superseded = new Map<string, readonly Fact[]>()
  for (const [key, same] of byKey) {
    const day = same.reduce((latest, fact) => Math.max(latest, fact.at ?? -Infinity), -Infinity)
    const latest = same.filter((fact) => (fact.at ?? -Infinity) === day)
    const counts = (fact: Fact) => latest.includes(fact) || (fact.at === null && mayContradict(fact, latest))
    const old = same.filter((fact) => !counts(fact))
    if (old.length > 0) superseded.set(key, old)
    inForce.push(...same.filter(counts))
  }
  return { inForce, superseded }
}

/** A value beside a value, a yes beside a no of the same statement. Beside a "not known" it would pass for known. */
function mayContradict(undated: Fact, latest: readonly Fact[]): boolean {
  return latest.some(
    ({ holds, values }) => holds === 'yes' || (holds === 'no' && rowKey(values) === rowKey(undated.values)),
  )
}

type LatestFacts = {
  readonly inForce: Fact[]
  readonly superseded: ReadonlyMap<string, readonly Fact[]>
}

/** Rows that have, or within their ranges may have, one unique key: each group with all rows of such a key, two or more. */
export function contestedGroups(
  rows: readonly Row[],
  unique: readonly number[],
  tick: () => void,
): readonly (readonly Row[])[] {
  if (rows.length < 2) return []
  const exact = new Map<string, Row[]>()
  const ranges: Row[] = []
  for (const row of rows) {
    tick()
    if (unique.every((place) => isExact(valueAt(row.values, place)))) addTo(exact, keyOfPlaces(row.values, unique), row)
    else ranges.push(row)
  }
  const groups = [...exact.values()].filter((group) => group.length > 1)
  for (const range of ranges) {
    const near = rows.filter((row) => {
      tick()
      return row === range || mayShareKey(row, range, unique)
    })
    if (near.length > 1) groups.push(near)
  }
  return groups
}

function mayShareKey(left: Row, right: Row, unique: readonly number[]): boolean {
  return unique.every((place) => meet(valueAt(left.values, place), valueAt(right.values, place)) !== 'apart')
}

function addTo<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [one])
  else group.push(one)
}
