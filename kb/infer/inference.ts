import type { Fact } from '../program/fact.ts'
import type { Atom, Condition, Program, Rule } from '../program/rule.ts'
import type { Value } from '../values/value.ts'
import { type Budget, createMeter, type Meter } from './budget.ts'
import { createDerivation, type DerivationContext, type KeptRows } from './derive-relation.ts'
import { createFactsInForce, type FactChange, type FactsInForce } from './facts-in-force.ts'
import { createIndividuals, type Individuals, isOther } from './individuals.ts'
import { isLawIn } from './jurisdiction.ts'
import { preparedRule, prepareGoal } from './evaluate/prepare-rule.ts'
import type { PreparedAtom, PreparedRule } from './evaluate/prepared-rule.ts'
import { compareRows, type Conflict, type Row, rowKey, valueAt } from './row.ts'
import { matchRow, namesOf, type RowSource } from './evaluate/rule-run.ts'

export type InferenceOptions = {
  /** The day of the question, days since 1970-01-01. */
  readonly asOf: number
  /**
   * Rules of another one are out of force. One for all rules, or by pack: the rules of each are judged by its own, and where it has
   * none, all of them count.
   */
  readonly jurisdiction: string | null | ReadonlyMap<string, string | null>
  /** Which rules count: only `approved` for answers, more while a rule is written. */
  readonly statuses: ReadonlySet<Rule['status']>
  readonly budget: Budget
  /** Milliseconds from any start. */
  readonly now: () => number
}

/** Answers questions from one program and one set of facts, and remembers what it derived. */
export type Inference = {
  readonly program: Program
  readonly options: InferenceOptions
  readonly facts: FactsInForce
  /**
   * All statements that match, in one fixed order. A goal without variables is `yes` if a row is certain, `unknown` if there
   * are only possible ones and `no` if there are none. Throws BudgetError; the budget is for one question.
   */
  ask(goal: Atom): readonly Row[]
  /** Found so far: those of the facts, and those that answering has met. */
  conflicts(): readonly Conflict[]
  /** The same with other facts. What does not rest on the relations of the change is not worked out again. */
  with(change: FactChange): Inference
  /** For proofs, which work out again what led to a row. */
  readonly source: RowSource
  readonly meter: Meter
  rulesFor(relation: string): readonly PreparedRule[]
}

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

const resting = new WeakMap<Program, ReadonlyMap<string, ReadonlySet<string>>>()

/** The relations, and all that rules conclude from them, directly or through others. */
export function restingOn(program: Program, relations: Iterable<string>): ReadonlySet<string> {
  const concluded = concludedFrom(program)
  const found = new Set(relations)
  // Also walks what is added on the way.
  for (const relation of found) for (const next of concluded.get(relation) ?? []) found.add(next)
  return found
}

/** By a relation, those whose rules have it among their conditions; worked out once for a program. */
function concludedFrom(program: Program): ReadonlyMap<string, ReadonlySet<string>> {
  const known = resting.get(program)
  if (known !== undefined) return known
  const found = new Map<string, Set<string>>()
  for (const rule of program.rules)
    for (const relation of relationsIn(rule)) {
      const concluded = found.get(relation) ?? new Set()
      found.set(relation, concluded.add(rule.then.relation))
    }
  resting.set(program, found)
  return found
}

function relationsIn({ conditions, exceptions, sum, aggregates }: Rule): readonly string[] {
  const all: readonly Condition[] = [
    ...conditions,
    ...exceptions,
    ...(sum?.items ?? []).flatMap(({ oneOf }) => oneOf.flatMap(({ when }) => when)),
    ...aggregates.flatMap(({ of }) => of),
  ]
  return all.flatMap((condition) => (condition.kind === 'atom' ? condition.relation : []))
}

type Wanted = Pick<InferenceOptions, 'asOf' | 'jurisdiction' | 'statuses'>

/** Null: the rule counts. */
export function whyNotInForce(
  { status, validFrom, validTo, pack, jurisdiction }: Rule,
  { asOf, jurisdiction: wanted, statuses }: Wanted,
): 'status' | 'day' | 'jurisdiction' | null {
  if (!statuses.has(status)) return 'status'
  if ((validFrom !== null && asOf < validFrom) || (validTo !== null && validTo < asOf)) return 'day'
  if (jurisdiction === null) return null
  if (wanted === null) return 'jurisdiction'
  const judgedBy = typeof wanted === 'string' ? wanted : wanted.get(pack)
  // A pack that is of no certain law, as one that holds the law of several, switches none of its rules off.
  return !judgedBy || isLawIn(jurisdiction, judgedBy) ? null : 'jurisdiction'
}
