import type { Relation } from '../program/vocabulary.ts'
import { type Conflict, createRow, type Row, rowKey } from './row.ts'
import { addAbsentRows } from './absent-rows.ts'
import type { AbsentContext } from './absent-rows.ts'
import { contestUnique, copyRow, deniedConflicts, keepGround } from './derived-table.ts'
import { type Derived, evaluateRule } from './evaluate/evaluate-rule.ts'
import type { Meter } from './budget.ts'
import { isExact } from '../values/value.ts'
import { isOther } from './individuals.ts'
import type { PreparedCondition, PreparedRule } from './evaluate/prepared-rule.ts'
import { createRowTable } from './row-table.ts'
import type { RowTable } from './row-table.ts'
import { createRun, type RowSource } from './evaluate/rule-run.ts'

export type Member = { readonly context: AbsentContext; readonly rules: readonly PreparedRule[] }

export type GroupResult = { readonly tables: ReadonlyMap<string, RowTable>; readonly conflicts: readonly Conflict[] }

/**
 * All rows of a group of relations that depend on one another, in rounds: each round uses only rows of earlier rounds, and
 * at least one that is new or has become certain. So the round of a row does not depend on any order, and a derivation from
 * rows of earlier rounds never rests on the row itself.
 *
 * Rows of a unique relation that have a rival make everything uncertain that rests on them; since which rows there are does
 * not depend on their certainty, the group is computed once more with these never certain. Where such a relation is also to
 * be asked for, what nobody recorded counts as a rival: sound, and a case for the author to avoid.
 */
export function computeGroup(members: readonly Member[], source: RowSource, meter: Meter): GroupResult {
  const first = computeRounds(members, source, meter, new Set())
  const rivals = new Set<string>()
  const conflicts: Conflict[] = []
  for (const { context } of members) {
    const { rows } = tableOf(first, context.relation.name)
    conflicts.push(...contestUnique(context.relation, rows, meter))
    conflicts.push(...deniedConflicts(context.relation.name, rows, context.recorded))
    if (context.relation.unique !== null)
      for (const row of rows) if (row.contested) rivals.add(statementKey(context.relation, row))
  }
  if (rivals.size === 0) return { tables: first, conflicts }
  return { tables: computeRounds(members, source, meter, rivals), conflicts }
}

function statementKey(relation: Relation, row: { readonly values: Row['values'] }): string {
  return `${relation.name} ${rowKey(row.values)}`
}

type Tables = ReadonlyMap<string, RowTable>

function tableOf(tables: Tables, relation: string): RowTable {
  const table = tables.get(relation)
  if (table === undefined) throw new Error(`the relation "${relation}" is not of this group`)
  return table
}

function computeRounds(
  members: readonly Member[],
  source: RowSource,
  meter: Meter,
  rivals: ReadonlySet<string>,
): Tables {
  const tables = new Map(members.map(({ context }) => [context.relation.name, startTable(context, rivals)]))
  const inside: RowSource = {
    rows: (relation, names) => tables.get(relation)?.matching(names) ?? source.rows(relation, names),
    cost: (relation, names) => {
      const table = tables.get(relation)
      return table === undefined ? source.cost(relation, names) : 1 + table.matching(names).length
    },
  }
  let fresh: ReadonlyMap<string, readonly Row[]> | null = null
  for (let round = 1; ; round += 1) {
    const news = new News(tables, round, rivals, meter)
    for (const member of members)
      for (const rule of member.rules) {
        const derived = (one: Derived): void => news.add(member.context, one)
        for (const variant of variantsOf(rule, fresh, tables))
          evaluateRule(createRun(rule, inside, meter, { round, fresh: variant }), [], derived)
      }
    fresh = news.close()
    if (fresh.size === 0) return tables
  }
}

type Variant = { readonly condition: PreparedCondition; readonly rows: readonly Row[] } | null

/** The rule once for each condition of the group, with only new rows for that condition; in the first round as it is. */
function variantsOf(
  rule: PreparedRule,
  fresh: ReadonlyMap<string, readonly Row[]> | null,
  tables: Tables,
): readonly Variant[] {
  if (fresh === null) return [null]
  return rule.conditions.flatMap((condition) => {
    if (condition.kind !== 'atom' || condition.negated || !tables.has(condition.atom.relation)) return []
    const rows = fresh.get(condition.atom.relation)
    return rows === undefined ? [] : [{ condition, rows }]
  })
}

function startTable(context: AbsentContext, rivals: ReadonlySet<string>): RowTable {
  const rows = context.recorded.table.rows().map((row) => {
    const copy = copyRow(row)
    if (rivals.has(statementKey(context.relation, row))) contest(copy)
    return copy
  })
  const table = createRowTable(rows)
  if (context.relation.absent === 'ask') addAbsentRows(context, [], table)
  return table
}

function contest(row: Row): void {
  row.certainty = 'possible'
  row.contested = true
}

/** What one round finds, kept apart from the tables until the round is over. */
class News {
  readonly #tables: Tables
  readonly #round: number
  readonly #rivals: ReadonlySet<string>
  readonly #meter: Meter
  readonly #created = new Map<string, Row>()
  readonly #surer = new Set<Row>()

  constructor(tables: Tables, round: number, rivals: ReadonlySet<string>, meter: Meter) {
    this.#tables = tables
    this.#round = round
    this.#rivals = rivals
    this.#meter = meter
  }

  add(context: AbsentContext, { values, many, ground }: Derived): void {
    const key = rowKey(values)
    const statement = statementKey(context.relation, { values })
    const known = tableOf(this.#tables, context.relation.name).find(key) ?? this.#created.get(statement)
    if (known === undefined) {
      this.#create(context, statement, { values, many, ground })
      return
    }
    keepGround(known, ground)
    if (many || !values.every((value) => isExact(value) && !isOther(value))) known.many = true
    if (!ground.certain || known.certainty === 'certain' || known.contested) return
    if (context.recorded.denied.has(key)) return
    if (this.#created.has(statement)) this.#becomeCertain(known)
    else this.#surer.add(known)
  }

  /** Moves everything into the tables; returns what is new or has become certain, by relation. */
  close(): ReadonlyMap<string, readonly Row[]> {
    for (const row of this.#surer) this.#becomeCertain(row)
    for (const row of this.#created.values()) tableOf(this.#tables, row.relation).add(row)
    return Map.groupBy([...this.#created.values(), ...this.#surer], (row) => row.relation)
  }

  #create(context: AbsentContext, statement: string, { values, many, ground }: Derived): void {
    this.#meter.answer()
    const contested = context.recorded.denied.has(rowKey(values)) || this.#rivals.has(statement)
    const row = createRow(context.relation.name, values, 'possible')
    row.many = many
    row.contested = contested
    row.round = this.#round
    row.grounds = [ground]
    if (ground.certain && !contested) this.#becomeCertain(row)
    this.#created.set(statement, row)
  }

  #becomeCertain(row: Row): void {
    row.certainty = 'certain'
    row.certainRound = this.#round
  }
}
