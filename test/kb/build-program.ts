import { NO_PHRASES } from '../../kb/program/phrases.ts'
import { wordsOfType } from '../../kb/compile/read/read-names.ts'
import { readCondition } from '../../kb/language/read-condition.ts'
import type { Node } from '../../kb/language/syntax.ts'
import { dayOf } from '../../kb/values/plain-date.ts'
import {
  type Aggregate,
  type Atom,
  type Condition,
  type Expression,
  FUNCTION_NAMES,
  type Part,
  type Program,
  type Rule,
  type Term,
} from '../../kb/program/rule.ts'
import type { Calendar, Place, Relation, Vocabulary } from '../../kb/program/vocabulary.ts'
import { Decimal } from '../../kb/values/decimal.ts'
import { dateValue, numberValue } from '../../kb/values/value.ts'

/** Programs for tests as short text, without the gate: also such as the gate would refuse. Units are left out. */
export type ProgramText = {
  /** Names of closed types; others that places mention are open. */
  readonly names?: Readonly<Record<string, readonly string[]>>
  readonly relations: Readonly<Record<string, RelationText>>
  readonly rules: readonly RuleText[]
  readonly calendars?: readonly Calendar[]
}

export type RelationText = Partial<Omit<Relation, 'name' | 'places'>> & { readonly places: readonly PlaceText[] }

/** `number`, `date` or a name type. */
type PlaceText = string | { readonly from: number; readonly to: number }

export type RuleText = Partial<Omit<Rule, 'then' | 'conditions' | 'exceptions' | 'sum' | 'aggregates'>> & {
  readonly concludes: string
  readonly if: readonly string[]
  readonly unless?: readonly string[]
  readonly sum?: { readonly into: string; readonly items: readonly (readonly PartText[])[] }
  readonly aggregates?: readonly AggregateText[]
}

export type PartText = { readonly add: number; readonly say?: string; readonly when: readonly string[] }

export type AggregateText = {
  readonly kind: Aggregate['kind']
  readonly into: string
  readonly value: string
  readonly of: readonly string[]
}

export function buildProgram(text: ProgramText): Program {
  const vocabulary = buildVocabulary(text)
  const rules = text.rules.map((rule, order) => buildRule(rule, order, vocabulary))
  return { vocabulary, rules, rulesFor: Map.groupBy(rules, (rule) => rule.then.relation), recursive: groupsOf(rules) }
}

/** `recommend(p, ?what)` as a goal. */
export function buildGoal(text: string, program: Program): Atom {
  const { relation, terms } = conditionOf(text, program.vocabulary) as Condition & { kind: 'atom' }
  return { relation, terms }
}

function buildVocabulary(text: ProgramText): Vocabulary {
  const relations = Object.entries(text.relations).map(([name, relation]) => buildRelation(name, relation))
  const closed = text.names ?? {}
  const types = relations.flatMap((relation) =>
    relation.places.flatMap((place) => (place.kind === 'name' ? [place.type] : [])),
  )
  const names = [...new Set(types)].map((name) => {
    const labels = new Map((closed[name] ?? []).map((label) => [label, label.replaceAll('_', ' ')]))
    return [name, { name, open: closed[name] === undefined, labels, said: wordsOfType(name) }] as const
  })
  return {
    relations: new Map(relations.map((relation) => [relation.name, relation])),
    names: new Map(names),
    calendars: new Map((text.calendars ?? []).map((calendar) => [calendar.name, calendar])),
    phrases: NO_PHRASES,
  }
}

function buildRelation(name: string, relation: RelationText): Relation {
  const shown = relation.places.map((_, place) => `{${place}}`).join(' ')
  return {
    unique: null,
    absent: 'no',
    alternative: false,
    latest: false,
    say: `${name} ${shown}`,
    sayNot: null,
    ask: null,
    asks: [],
    called: [],
    rankedBy: null,
    calculator: null,
    label: null,
    group: null,
    pack: 'test',
    ...relation,
    name,
    places: relation.places.map(buildPlace),
  }
}

function buildPlace(place: PlaceText): Place {
  if (place === 'number') return { kind: 'number', unit: null, substance: null, from: null, to: null, decimals: null }
  if (place === 'date') return { kind: 'date' }
  if (typeof place === 'string') return { kind: 'name', type: place }
  return {
    kind: 'number',
    unit: null,
    substance: null,
    from: new Decimal(place.from),
    to: new Decimal(place.to),
    decimals: null,
  }
}

const NOWHERE = { file: 'test', line: 1, column: 1 }

function buildRule(text: RuleText, order: number, vocabulary: Vocabulary): Rule {
  const read = (condition: string): Condition => conditionOf(condition, vocabulary)
  const { relation, terms } = read(text.concludes) as Condition & { kind: 'atom' }
  const part = ({ add, say, when }: PartText): Part => ({
    add: new Decimal(add),
    say: say ?? when.join(' and '),
    when: when.map(read),
  })
  return {
    id: `r${order}`,
    title: `rule ${order}`,
    pack: 'test',
    order,
    say: null,
    source: null,
    sourceRead: false,
    isDefinition: false,
    status: 'approved',
    validFrom: null,
    validTo: null,
    jurisdiction: null,
    place: NOWHERE,
    ...without(text),
    // oxlint-disable-next-line unicorn/no-thenable -- the name that a rule has it under
    then: { relation, terms },
    conditions: text.if.map(read),
    exceptions: (text.unless ?? []).map(read),
    sum:
      text.sum === undefined
        ? null
        : { into: text.sum.into, items: text.sum.items.map((oneOf) => ({ oneOf: oneOf.map(part) })) },
    aggregates: (text.aggregates ?? []).map((aggregate) => ({ ...aggregate, of: aggregate.of.map(read) })),
  }
}

function without(text: RuleText): Partial<Rule> {
  const { concludes: _concludes, if: _if, unless: _unless, sum: _sum, aggregates: _aggregates, ...rest } = text
  return rest
}

function conditionOf(text: string, vocabulary: Vocabulary): Condition {
  const node = readCondition(text)
  const at = { text, place: NOWHERE }
  if (node.kind === 'atom')
    return {
      kind: 'atom',
      negated: node.negated,
      relation: node.relation.text,
      terms: node.args.map((arg) => termOf(arg, text)),
      ...at,
    }
  if (node.kind === 'assignment')
    return {
      kind: 'assignment',
      variable: node.variable.text,
      expression: expressionOf(node.expression, vocabulary),
      ...at,
    }
  const { operator } = node
  const [left, right] = [expressionOf(node.left, vocabulary), expressionOf(node.right, vocabulary)]
  return { kind: 'comparison', operator, left, right, ...at }
}

function termOf(node: Node, text: string): Term {
  if (node.kind === 'anything') return node
  if (node.kind === 'variable') return { kind: 'variable', name: node.name }
  const expression = expressionOf(node, null)
  if (expression.kind === 'constant') return expression
  throw new Error(`no term in "${text}"`)
}

function expressionOf(node: Node, vocabulary: Vocabulary | null): Expression {
  switch (node.kind) {
    case 'variable':
      return { kind: 'variable', name: node.name }
    case 'number':
      return { kind: 'constant', value: numberValue(node.text) }
    case 'date':
      return { kind: 'constant', value: dateValue(dayOf(node.text) ?? Number.NaN) }
    case 'name':
      return vocabulary?.calendars.has(node.name) === true
        ? { kind: 'calendar', name: node.name }
        : { kind: 'constant', value: { kind: 'name', name: node.name } }
    case 'call':
      return callOf(node, vocabulary)
    default:
      throw new Error(`tests do without ${node.kind}`)
  }
}

function callOf(node: Node & { readonly kind: 'call' }, vocabulary: Vocabulary | null): Expression {
  const called = FUNCTION_NAMES.find((name) => name === node.called.text)
  const [first] = node.args
  if (called === 'neg' && first?.kind === 'number') return { kind: 'constant', value: numberValue(`-${first.text}`) }
  if (called === undefined) throw new Error(`no function ${node.called.text}`)
  return { kind: 'call', function: called, arguments: node.args.map((arg) => expressionOf(arg, vocabulary)) }
}

/** Relations that depend on themselves through whatever conditions, with all of their group. */
function groupsOf(rules: readonly Rule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>()
  for (const rule of rules) {
    const used = uses.get(rule.then.relation) ?? new Set()
    for (const condition of conditionsOf(rule)) if (condition.kind === 'atom') used.add(condition.relation)
    uses.set(rule.then.relation, used)
  }
  const reached = new Map([...uses.keys()].map((name) => [name, reachedFrom(name, uses)]))
  const groups = new Map<string, ReadonlySet<string>>()
  for (const [name, all] of reached)
    if (all.has(name)) groups.set(name, new Set([...all].filter((other) => reached.get(other)?.has(name) === true)))
  return groups
}

function reachedFrom(name: string, uses: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...(uses.get(name) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(uses.get(next) ?? []))
  }
  return reached
}

function conditionsOf(rule: Rule): readonly Condition[] {
  return [
    ...rule.conditions,
    ...rule.exceptions,
    ...(rule.sum?.items.flatMap((item) => item.oneOf.flatMap((part) => part.when)) ?? []),
    ...rule.aggregates.flatMap((aggregate) => aggregate.of),
  ]
}
