import type { Atom, Condition, Expression, Part, Program, Rule, Term } from '../../program/rule.ts'
import type { Vocabulary } from '../../program/vocabulary.ts'
import { coversAll } from './covers-all.ts'
import {
  ANY_VALUE,
  CONSTANT,
  type PreparedAggregate,
  type PreparedAtom,
  type PreparedCondition,
  type PreparedExpression,
  type PreparedPart,
  type PreparedRule,
  type PreparedSum,
} from './prepared-rule.ts'
import { TODAY, TODAY_PLACES } from '../today.ts'

/** Gives each variable a slot and sorts the conditions into those before and those after sums and aggregates. */
export function prepareRule(
  rule: Rule,
  vocabulary: Vocabulary,
  isInput: (relation: string) => boolean = () => false,
): PreparedRule {
  const slots = new Map<string, number>()
  const slotOf = (name: string): number => {
    const known = slots.get(name)
    if (known !== undefined) return known
    slots.set(name, slots.size)
    return slots.size - 1
  }
  const context: Context = { vocabulary, slotOf, isInput }
  const into = [...(rule.sum === null ? [] : [rule.sum.into]), ...rule.aggregates.map((aggregate) => aggregate.into)]
  const outer = new Set([...boundBy(rule.conditions), ...into])
  const conditions = prepareConditions(rule.conditions, new Set(into), context)
  const late = lateConditions(rule.conditions, into)
  const exceptions = prepareConditions(rule.exceptions, outer, context)
  const sum = rule.sum === null ? null : prepareSum(rule.sum, outer, context)
  const aggregates = rule.aggregates.map((aggregate) => prepareAggregate(aggregate, outer, context))
  const head = prepareAtom(rule.then.relation, rule.then.terms, context)
  return {
    rule,
    variables: [...slots.keys()],
    head,
    conditions,
    before: conditions.filter((condition) => !late.has(condition.condition)),
    after: conditions.filter((condition) => late.has(condition.condition)),
    exceptions,
    sum,
    aggregates,
  }
}

/** The question as an atom whose variables have slots of their own. */
export function prepareGoal(goal: Atom, vocabulary: Vocabulary): PreparedAtom {
  const names = goal.terms.flatMap((term) => (term.kind === 'variable' ? [term.name] : []))
  const variables = [...new Set(names)]
  const context = { vocabulary, slotOf: (name: string) => variables.indexOf(name), isInput: () => false }
  return prepareAtom(goal.relation, goal.terms, context)
}

type Context = {
  readonly vocabulary: Vocabulary
  readonly slotOf: (name: string) => number
  /** Whether facts alone say it. */
  readonly isInput: (relation: string) => boolean
}

function prepareSum(sum: NonNullable<Rule['sum']>, outer: ReadonlySet<string>, context: Context): PreparedSum {
  const preparePart = (part: Part): PreparedPart => ({
    part,
    add: part.add,
    when: prepareConditions(part.when, outer, context),
  })
  const items = sum.items.map(({ oneOf }) => ({
    oneOf: oneOf.map(preparePart),
    coversAll: coversAll(oneOf, { ...context, outer }),
  }))
  return { slot: context.slotOf(sum.into), items }
}

function prepareAggregate(
  aggregate: Rule['aggregates'][number],
  outer: ReadonlySet<string>,
  context: Context,
): PreparedAggregate {
  const variables = new Set(aggregate.of.flatMap((condition) => [...variablesOf(condition)]))
  return {
    kind: aggregate.kind,
    slot: context.slotOf(aggregate.into),
    value: context.slotOf(aggregate.value),
    of: prepareConditions(aggregate.of, outer, context),
    slots: [...variables].map(context.slotOf),
  }
}

/** `outer`: variables filled elsewhere; a variable filled nowhere means "any at all" inside a negated atom. */
function prepareConditions(
  conditions: readonly Condition[],
  outer: ReadonlySet<string>,
  context: Context,
): readonly PreparedCondition[] {
  const filled = new Set([...outer, ...boundBy(conditions)])
  return conditions.map((condition, position) => {
    const needs = [...neededBy(condition)].filter((name) => filled.has(name)).map(context.slotOf)
    const rest = { position, condition, needs }
    if (condition.kind === 'atom')
      return {
        ...rest,
        kind: 'atom',
        negated: condition.negated,
        atom: prepareAtom(condition.relation, condition.terms, context),
      }
    if (condition.kind === 'assignment')
      return {
        ...rest,
        kind: 'assignment',
        slot: context.slotOf(condition.variable),
        expression: prepareExpression(condition.expression, context),
      }
    const { operator, left, right } = condition
    return {
      ...rest,
      kind: 'comparison',
      operator,
      left: prepareExpression(left, context),
      right: prepareExpression(right, context),
    }
  })
}

function prepareAtom(relation: string, terms: readonly Term[], context: Context): PreparedAtom {
  const places = relation === TODAY ? TODAY_PLACES : context.vocabulary.relations.get(relation)?.places
  if (places === undefined) throw new Error(`the vocabulary has no relation "${relation}"`)
  if (places.length !== terms.length)
    throw new Error(`the relation "${relation}" has ${places.length} places, got ${terms.length} terms`)
  return {
    relation,
    slots: terms.map((term) => {
      if (term.kind === 'variable') return context.slotOf(term.name)
      return term.kind === 'anything' ? ANY_VALUE : CONSTANT
    }),
    constants: terms.map((term) => (term.kind === 'constant' ? term.value : undefined)),
    names: places.map((place) => place.kind === 'name'),
  }
}

function prepareExpression(expression: Expression, context: Context): PreparedExpression {
  switch (expression.kind) {
    case 'variable':
      return { kind: 'slot', slot: context.slotOf(expression.name) }
    case 'constant':
      return expression
    case 'calendar': {
      const calendar = context.vocabulary.calendars.get(expression.name)
      if (calendar === undefined)
        throw new Error(`the vocabulary has no calendar "${expression.name}", which a rule uses`)
      return { kind: 'calendar', calendar }
    }
    case 'call': {
      const prepared = expression.arguments.map((argument) => prepareExpression(argument, context))
      return { kind: 'call', function: expression.function, arguments: prepared }
    }
  }
}

/** The conditions that use the result of a sum or aggregate, directly or through what only such conditions give a value. */
function lateConditions(conditions: readonly Condition[], into: readonly string[]): ReadonlySet<Condition> {
  const late = new Set<Condition>()
  if (into.length === 0) return late
  for (let before = -1; before !== late.size; ) {
    before = late.size
    const early = boundBy(conditions.filter((condition) => !late.has(condition)))
    const known = boundBy(conditions)
    const isLate = (name: string): boolean => into.includes(name) || (known.has(name) && !early.has(name))
    for (const condition of conditions) if ([...variablesOf(condition)].some(isLate)) late.add(condition)
  }
  return late
}

/** Variables that the conditions give a value. */
function boundBy(conditions: readonly Condition[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const condition of conditions) {
    if (condition.kind === 'assignment') names.add(condition.variable)
    if (condition.kind === 'atom' && !condition.negated) for (const name of variablesOf(condition)) names.add(name)
  }
  return names
}

/** Variables that must have a value before the condition is judged: an atom needs none, it gives them. */
function neededBy(condition: Condition): ReadonlySet<string> {
  if (condition.kind === 'atom') return condition.negated ? variablesOf(condition) : new Set()
  if (condition.kind === 'assignment') return new Set(namesIn(condition.expression))
  return variablesOf(condition)
}

function variablesOf(condition: Condition): ReadonlySet<string> {
  if (condition.kind === 'atom')
    return new Set(condition.terms.flatMap((term) => (term.kind === 'variable' ? [term.name] : [])))
  if (condition.kind === 'assignment') return new Set([condition.variable, ...namesIn(condition.expression)])
  return new Set([...namesIn(condition.left), ...namesIn(condition.right)])
}

function namesIn(expression: Expression): readonly string[] {
  if (expression.kind === 'variable') return [expression.name]
  return expression.kind === 'call' ? expression.arguments.flatMap(namesIn) : []
}

/** Each question has an inference of its own, so what only the program decides is kept with the program. */
const KEPT = new WeakMap<Program, Map<Rule, PreparedRule>>()

export function preparedRule(rule: Rule, program: Program): PreparedRule {
  let rules = KEPT.get(program)
  if (rules === undefined) {
    rules = new Map()
    KEPT.set(program, rules)
  }
  let prepared = rules.get(rule)
  if (prepared === undefined) {
    prepared = prepareRule(rule, program.vocabulary, (relation) => !program.rulesFor.get(relation)?.length)
    rules.set(rule, prepared)
  }
  return prepared
}
