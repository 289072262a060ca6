import type { Fact } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { Atom } from '../program/rule.ts'
import type { Value } from '../values/value.ts'
import { compareRows } from './compare-rows.ts'
import type { Conflict } from './conflict.ts'
import { createDerivation } from './derive-relation.ts'
import type { DerivationContext, KeptRows } from './derive-relation.ts'
import { createFactsInForce } from './facts-in-force.ts'
import type { FactsInForce } from './facts-in-force.ts'
import { createIndividuals } from './individuals.ts'
import type { Individuals } from './individuals.ts'
import type { Inference, InferenceOptions } from './inference.ts'
import { matchRow, namesOf } from './match-row.ts'
import { createMeter } from './meter.ts'
import { isOther } from './other-individual.ts'
import { prepareGoal } from './prepare-rule.ts'
import type { PreparedAtom, PreparedRule } from './prepared-rule.ts'
import { preparedRule } from './prepared-rules.ts'
import { restingOn } from './resting-on.ts'
import { whyNotInForce } from './why-not-in-force.ts'
import { valueAt, rowKey } from './row-key.ts'
import type { Row } from './row.ts'

/** Facts that were worked out once may be given instead of a list: their indexes are used again. */
export function createInference(
  program: Program,
  facts: readonly Fact[] | FactsInForce,
  options: InferenceOptions,
): Inference {
  const inForce = 'relation' in facts ? facts : createFactsInForce(program.vocabulary, facts, options.asOf)
  if (inForce.asOf !== options.asOf)
    throw new Error(`the facts were worked out for day ${inForce.asOf} and the question is of day ${options.asOf}`)
  return inference(program, inForce, options, { prepared: new Map() })
}

/** What an inference over slightly other facts need not work out again. */
type Shared = {
  readonly prepared: Map<string, readonly PreparedRule[]>
  readonly individuals?: Individuals
  readonly rows?: KeptRows
  readonly conflicts?: readonly Conflict[]
}

function inference(program: Program, facts: FactsInForce, options: InferenceOptions, shared: Shared): Inference {
  const { prepared } = shared
  const meter = createMeter(options.budget, options.now)
  const met = new Map<string, Conflict>()
  const rulesFor = (relation: string): readonly PreparedRule[] => {
    const known = prepared.get(relation)
    if (known !== undefined) return known
    const rules = prepareInForce(program, relation, options)
    prepared.set(relation, rules)
    return rules
  }
  const individuals = shared.individuals ?? createIndividuals(program, facts)
  const report: DerivationContext['report'] = (conflicts) => {
    for (const conflict of conflicts) met.set(conflictKey(conflict), conflict)
  }
  report(shared.conflicts ?? [])
  const source = createDerivation({ program, facts, individuals, meter, rulesFor, report }, shared.rows)
  return {
    program,
    options,
    facts,
    source,
    meter,
    rulesFor,
    ask(goal) {
      if (individuals.add(goal.relation, goal.terms)) source.forget()
      const atom = prepareGoal(goal, program.vocabulary)
      meter.restart()
      const slots: (Value | undefined)[] = []
      const rows = source.rows(goal.relation, namesOf(atom, slots))
      return rows.flatMap((row) => answer(goal, atom, row)).toSorted(compareRows)
    },
    conflicts: () => [...facts.conflicts(), ...met.values()],
    with(change) {
      const changed = facts.with(change)
      const relations = facts.changedBy(change)
      if (!individuals.staySame(relations, changed)) return inference(program, changed, options, { prepared })
      const affected = restingOn(program, relations)
      return inference(program, changed, options, {
        prepared,
        individuals,
        rows: source.kept((relation) => !affected.has(relation)),
        conflicts: [...met.values()].filter(({ relation }) => !affected.has(relation)),
      })
    },
  }
}

function prepareInForce(program: Program, relation: string, options: InferenceOptions): readonly PreparedRule[] {
  const rules = program.rulesFor.get(relation) ?? []
  return rules.filter((rule) => whyNotInForce(rule, options) === null).map((rule) => preparedRule(rule, program))
}

/** The row as far as it answers the goal: only possible where ranges overlap; nobody unrecorded for a variable. */
function answer(goal: Atom, atom: PreparedAtom, row: Row): readonly Row[] {
  const match = matchRow(atom, row, [])
  if (match === 'no') return []
  if (goal.terms.some((term, place) => term.kind === 'variable' && isOther(valueAt(row.values, place)))) return []
  return [match === 'yes' || row.certainty === 'possible' ? row : { ...row, certainty: 'possible' }]
}

function conflictKey({ kind, relation, rows }: Conflict): string {
  return `${kind} ${relation} ${rows.map((row) => rowKey(row.values)).join(' ')}`
}
