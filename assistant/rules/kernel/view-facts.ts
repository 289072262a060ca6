import { dayOf } from '../../../kb/values/plain-date.ts'
import { createFactsInForce, type FactsInForce } from '../../../kb/infer/facts-in-force.ts'
import type { Conflict } from '../../../kb/infer/row.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Program } from '../../../kb/program/rule.ts'
import { convertedOf } from '../../../kb/prove/statement-of.ts'
import { type Value, valueKey } from '../../../kb/values/value.ts'
import type { FactsViewed, StoredStatement } from './kernel-methods.ts'
import { gateStatement } from './gate-statement.ts'
import type { FactView } from './kernel-methods.ts'
import { sayFact } from './statement-text.ts'

/** Facts of a matter as they came through the gate; those that did not, with the reason. */
export type GatedFacts = {
  /** Those that rules use: confirmed by a person. */
  readonly facts: readonly Fact[]
  readonly views: readonly GatedView[]
}

type GatedView = Pick<FactView, 'id' | 'unusable'> &
  Pick<StoredStatement, 'state'> & { readonly stated: StoredStatement; readonly fact: Fact | null }

/** `before`: the same facts as they were gated by the same program; those that still say what they said need no gate. */
export function gateFacts(facts: readonly StoredStatement[], program: Program, before?: GatedFacts): GatedFacts {
  const known = new Map(before?.views.map((view) => [view.id, view]))
  const views = facts.map((stated) => {
    const kept = known.get(stated.id)
    return kept && saysTheSame(kept.stated, stated) ? kept : gatedView(stated, program)
  })
  return { facts: factsIn(views, ['confirmed']), views }
}

function gatedView(stated: StoredStatement, { vocabulary }: Program): GatedView {
  const { id, state, ...statement } = stated
  const gated = gateStatement(statement, vocabulary)
  if (!gated.fact) return { id, state, stated, unusable: gated.problem.message, fact: null }
  const fact = { ...gated.fact, id }
  return { id, state, stated, unusable: null, fact }
}

const SAID = ['state', 'relation', 'holds', 'at', 'validFrom', 'validTo'] as const

function saysTheSame(one: StoredStatement, other: StoredStatement): boolean {
  return (
    SAID.every((part) => one[part] === other[part]) &&
    one.args.length === other.args.length &&
    one.args.every((argument, place) => argument === other.args[place])
  )
}

/** What facts mean on a day: what each conflicts with, and which later one counts instead. `only`: one by its id; null: all of them. */
export function viewFacts(
  { facts, views }: GatedFacts,
  program: Program,
  { asOf, only }: FactsViewed,
): readonly FactView[] {
  const viewed = only === null ? views : views.filter(({ id }) => id === only)
  const day = dayOf(asOf)
  if (day === null) throw new Error(`"${asOf}" is no day`)
  const inForce = createFactsInForce(program.vocabulary, facts, day)
  const conflicts = conflictsById(inForce.conflicts())
  const superseded = supersededById(facts, inForce, program)
  // What is only proposed contests nothing, but who is to decide on it should see what it would contest.
  const wouldConflict = viewed.some(({ state }) => state === 'proposed')
    ? conflictsById(createFactsInForce(program.vocabulary, factsIn(views, ['confirmed', 'proposed']), day).conflicts())
    : conflicts
  return viewed.map(({ id, state, fact, unusable }) => ({
    id,
    sentence: fact && sayFact(fact, program.vocabulary),
    converted: fact && convertedOf(fact, program.vocabulary),
    unusable,
    conflicts: [...((state === 'proposed' ? wouldConflict : conflicts).get(id) ?? [])],
    supersededBy: superseded.get(id) ?? null,
  }))
}

function factsIn(views: readonly GatedView[], states: readonly GatedView['state'][]): readonly Fact[] {
  return views.flatMap(({ state, fact }) => (fact && states.includes(state) ? fact : []))
}

function conflictsById(conflicts: readonly Conflict[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map<string, Set<string>>()
  for (const conflict of conflicts) {
    const groups = [...conflict.rows.map(({ facts }) => facts), conflict.denied].filter(({ length }) => length > 0)
    for (const group of groups)
      for (const { id } of group) {
        const others = groups.filter((other) => other !== group).flat()
        byId.set(id, new Set([...(byId.get(id) ?? []), ...others.map((other) => other.id)]))
      }
  }
  return byId
}

/** The fact that took the place of an older one: of the same key and of the latest day in force. */
function supersededById(facts: readonly Fact[], inForce: FactsInForce, program: Program): ReadonlyMap<string, string> {
  const byId = new Map<string, string>()
  for (const { name, latest, unique } of program.vocabulary.relations.values()) {
    if (!latest) continue
    const old = new Set([...inForce.relation(name).superseded.values()].flat())
    if (old.size === 0) continue
    const keyOf = ({ values }: Fact) => keyText(unique ? unique.map((at) => values[at]) : values)
    const dated = facts.filter((fact) => fact.relation === name && (fact.at ?? Infinity) <= inForce.asOf)
    const latestOf = new Map(dated.toSorted(byDay).map((fact) => [keyOf(fact), fact]))
    for (const fact of old) {
      const later = latestOf.get(keyOf(fact))
      if (later && later.id !== fact.id) byId.set(fact.id, later.id)
    }
  }
  return byId
}

function byDay(one: Fact, other: Fact): number {
  return (one.at ?? 0) - (other.at ?? 0)
}

function keyText(values: readonly (Value | undefined)[]): string {
  return values.map((value) => (value ? valueKey(value) : '')).join(' ')
}
