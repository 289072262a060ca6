import type { Program } from '../program/rule.ts'
import type { Relation } from '../program/vocabulary.ts'
import { addAbsentRows } from './absent-rows.ts'
import type { AbsentContext } from './absent-rows.ts'
import type { Conflict, Row } from './row.ts'
import { addDerived, contestUnique, copyRow, deniedConflicts } from './derived-table.ts'
import { evaluateRule } from './evaluate/evaluate-rule.ts'
import type { FactsInForce } from './facts-in-force.ts'
import { computeGroup } from './fixpoint.ts'
import type { Individuals } from './individuals.ts'
import type { Meter } from './budget.ts'
import type { PreparedRule } from './evaluate/prepared-rule.ts'
import { createRowTable } from './row-table.ts'
import type { RowTable } from './row-table.ts'
import { createRun, type RowSource } from './evaluate/rule-run.ts'
import { TODAY, todayRows } from './today.ts'

type Names = readonly (string | undefined)[]

export type DerivationContext = {
  readonly program: Program
  readonly facts: FactsInForce
  readonly individuals: Individuals
  readonly meter: Meter
  /** Those in force that conclude about the relation, in the author's order. */
  rulesFor(relation: string): readonly PreparedRule[]
  report(conflicts: readonly Conflict[]): void
}

/** Rows asked for once are kept, so conflicts are met once. */
export type Derivation = RowSource & {
  forget(): void
  /** What is kept of the relations that pass. */
  kept(isKept: (relation: string) => boolean): KeptRows
}

/** By relation: rows by the names asked for, and the whole table of one that depends on itself. */
export type KeptRows = {
  readonly demanded: ReadonlyMap<string, ReadonlyMap<string, RowTable>>
  readonly groups: ReadonlyMap<string, RowTable>
}

const COST_OF_RULES = 50
const COST_OF_ASKING = 20

/**
 * Rows on demand: of a relation without rules its facts, of one that depends on itself all rows of its group, of any other
 * what its rules give for the names asked for. Of a unique relation all values of the key are worked out, whatever else is
 * asked, so that a second value is never overlooked. `before`: rows that need not be worked out again.
 */
export function createDerivation(context: DerivationContext, before?: KeptRows): Derivation {
  const kept = new Map([...(before?.demanded ?? [])].map(([relation, tables]) => [relation, new Map(tables)]))
  const groups = new Map(before?.groups)
  const today = todayRows(context.facts.asOf)
  const source: Derivation = {
    rows(relation, names) {
      if (relation === TODAY) return today
      if (isPlain(context, relation)) return context.facts.relation(relation).table.matching(names)
      if (context.program.recursive.has(relation)) return groupTable(context, source, groups, relation).matching(names)
      return demandedRows(context, source, kept, relation, names)
    },
    cost(relation, names) {
      if (relation === TODAY) return 1
      const recorded = context.facts.relation(relation).table.count(names)
      if (isPlain(context, relation)) return 1 + recorded
      const free = names.reduce((count, name) => count + (name === undefined ? 1 : 0), 0)
      const base = context.rulesFor(relation).length > 0 ? COST_OF_RULES : COST_OF_ASKING
      return recorded + base * (1 + free)
    },
    forget() {
      kept.clear()
      groups.clear()
    },
    kept: (isKept) => ({
      demanded: new Map([...kept].filter(([relation]) => isKept(relation))),
      groups: new Map([...groups].filter(([relation]) => isKept(relation))),
    }),
  }
  return source
}

function isPlain(context: DerivationContext, relation: string): boolean {
  return context.rulesFor(relation).length === 0 && declaredAs(context, relation).absent === 'no'
}

function declaredAs(context: DerivationContext, relation: string): Relation {
  const declared = context.program.vocabulary.relations.get(relation)
  if (declared === undefined) throw new Error(`the vocabulary has no relation "${relation}"`)
  return declared
}

function absentContext(context: DerivationContext, relation: string): AbsentContext {
  return {
    relation: declaredAs(context, relation),
    recorded: context.facts.relation(relation),
    types: context.program.vocabulary.names,
    individuals: context.individuals,
    meter: context.meter,
  }
}

function groupTable(
  context: DerivationContext,
  source: RowSource,
  groups: Map<string, RowTable>,
  relation: string,
): RowTable {
  const known = groups.get(relation)
  if (known !== undefined) return known
  const names = [...(context.program.recursive.get(relation) ?? [relation])].toSorted()
  const members = names.map((name) => ({ context: absentContext(context, name), rules: context.rulesFor(name) }))
  context.meter.enter()
  const { tables, conflicts } = computeGroup(members, source, context.meter)
  context.meter.leave()
  context.report(conflicts)
  for (const [name, table] of tables) groups.set(name, table)
  return groupTable(context, source, groups, relation)
}

function demandedRows(
  context: DerivationContext,
  source: RowSource,
  kept: Map<string, Map<string, RowTable>>,
  relation: string,
  names: Names,
): readonly Row[] {
  const { unique } = declaredAs(context, relation)
  const wanted = unique === null ? names : names.map((name, place) => (unique.includes(place) ? name : undefined))
  const key = demandKey(wanted)
  let tables = kept.get(relation)
  if (tables === undefined) {
    tables = new Map()
    kept.set(relation, tables)
  }
  let table = tables.get(key)
  if (table === undefined) {
    context.meter.enter()
    table = deriveTable(context, source, relation, wanted)
    context.meter.leave()
    tables.set(key, table)
  }
  return table.rows
}

function demandKey(names: Names): string {
  let key = ''
  for (const name of names) key += name === undefined ? '?' : `${name.length}'${name}`
  return key
}

function deriveTable(context: DerivationContext, source: RowSource, relation: string, names: Names): RowTable {
  const { meter } = context
  const around = absentContext(context, relation)
  const table = createRowTable(around.recorded.table.matching(names).map(copyRow))
  for (const rule of context.rulesFor(relation))
    evaluateRule(createRun(rule, source, meter), names, (derived) => {
      addDerived(table, relation, derived, around.recorded, meter)
    })
  if (around.relation.absent === 'ask') addAbsentRows(around, names, table)
  context.report(contestUnique(around.relation, table.rows, meter))
  context.report(deniedConflicts(relation, table.rows, around.recorded))
  return table
}
