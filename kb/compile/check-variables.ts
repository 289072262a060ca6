import { message } from '../../wording/message.ts'
import type { SourcePlace } from '../program/rule.ts'
import { didYouMean } from './read/did-you-mean.ts'
import type { Report } from './read/problem.ts'
import {
  type ConditionSource,
  type RuleSource,
  variablesOf,
  variablesOfCondition,
  type VariableSource,
} from './read/rule-source.ts'

/** Variables with a value, by where they got it. */
type Bound = Map<string, SourcePlace>

/**
 * Every variable must get a value from a relation or a calculation and be used at least twice: one that stands alone is a
 * misspelling, and in an exception it would mean "for anybody". Gives the names that a sentence of the rule may use.
 */
export function checkVariables(rule: RuleSource, report: Report): readonly string[] {
  const uses = createUses()
  const into = [...(rule.sum ? [rule.sum.into] : []), ...rule.aggregates.map((one) => one.into)]
  const bound = bind(rule.conditions, new Map(), uses, report)
  const late = new Set(into.map(({ name }) => name))
  checkUses(rule.conditions, bound, late, uses, report)
  checkUses(rule.exceptions, bound, late, uses, report)
  const inner = rule.sum?.items.flatMap(({ oneOf }) => oneOf.map(({ when }) => when)) ?? []
  for (const conditions of inner) checkInner(conditions, null, bound, late, uses, report)
  for (const { of, value } of rule.aggregates) checkInner(of, value, bound, late, uses, report)
  const known: Bound = new Map(bound)
  for (const { name, place } of into) {
    uses.add(name)
    if (known.has(name)) refuseSecond(name, place, report)
    known.set(name, place)
  }
  checkConclusion(rule, known, uses, report)
  for (const name of sentenceNames(rule)) uses.add(name)
  refuseLonely(known, uses, report)
  return [...known.keys()]
}

function createUses() {
  const counts = new Map<string, number>()
  return {
    add: (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1),
    of: (name: string): number => counts.get(name) ?? 0,
  }
}

type Uses = ReturnType<typeof createUses>

/** Relations give values first, then calculations whose own variables have one. */
function bind(conditions: readonly ConditionSource[], outer: Bound, uses: Uses, report: Report): Bound {
  const bound: Bound = new Map(outer)
  for (const { node, tree } of conditions) {
    if (node.kind !== 'atom' || node.negated) continue
    for (const { name, offset } of variablesOfCondition(node))
      if (!bound.has(name)) bound.set(name, tree.placeAt(offset))
  }
  let waiting = conditions.filter(({ node }) => node.kind === 'assignment')
  for (;;) {
    const ready = waiting.filter(({ node }) => variablesOfCondition(node).every(({ name }) => bound.has(name)))
    if (ready.length === 0) break
    for (const source of ready) assign(source, bound, uses, report)
    waiting = waiting.filter((source) => !ready.includes(source))
  }
  refuseCircles(waiting, bound, report)
  for (const source of waiting) assign(source, bound, uses, report)
  return bound
}

/** Calculations that wait for each other; those that wait for a variable without any value are reported with it. */
function refuseCircles(waiting: readonly ConditionSource[], bound: Bound, report: Report): void {
  const own = new Set(waiting.flatMap(({ node }) => (node.kind === 'assignment' ? [node.variable.text] : [])))
  for (const { node, tree } of waiting)
    for (const { name, offset } of variablesOfCondition(node)) {
      if (!own.has(name) || bound.has(name)) continue
      report(tree.placeAt(offset), {
        code: 'UNBOUND',
        message: message('gate.variables.noValue', { name }),
        fix: message('gate.variables.calculateFrom'),
      })
    }
}

function assign({ node, tree }: ConditionSource, bound: Bound, uses: Uses, report: Report): void {
  if (node.kind !== 'assignment') return
  const { text: name, offset } = node.variable
  uses.add(name)
  if (bound.has(name)) refuseSecond(name, tree.placeAt(offset), report)
  else bound.set(name, tree.placeAt(offset))
}

function refuseSecond(name: string, place: SourcePlace, report: Report): void {
  report(place, {
    code: 'DUPLICATE',
    message: message('gate.variables.hasValue', { name }),
    fix: message('gate.variables.otherName', { code: `?${name} = …` }),
  })
}

function checkUses(
  conditions: readonly ConditionSource[],
  bound: Bound,
  late: ReadonlySet<string>,
  uses: Uses,
  report: Report,
): void {
  for (const { node, tree } of conditions)
    for (const { name, offset } of variablesOfCondition(node)) {
      uses.add(name)
      if (late.has(name)) refuseLate(name, tree.placeAt(offset), report)
      else if (!bound.has(name)) refuseUnbound(name, node.kind === 'atom', tree.placeAt(offset), bound, report)
    }
}

/** Sums and other aggregates are made when all conditions hold. */
function refuseLate(name: string, place: SourcePlace, report: Report): void {
  report(place, {
    code: 'UNBOUND',
    message: message('gate.variables.late', { name }),
    fix: message('gate.variables.concludeFirst'),
  })
}

function refuseUnbound(name: string, inAtom: boolean, place: SourcePlace, bound: Bound, report: Report): void {
  const otherwise = inAtom ? message('gate.variables.anyOrValue') : message('gate.variables.giveValue')
  report(place, {
    code: 'UNBOUND',
    message: message('gate.variables.never', { name }),
    fix: didYouMean(`?${name}`, questioned(bound.keys()), otherwise),
  })
}

function questioned(names: Iterable<string>): readonly string[] {
  return [...names].map((name) => `?${name}`)
}

/** The conditions of a part see all variables of the rule; their own stay with them. */
function checkInner(
  conditions: readonly ConditionSource[],
  value: VariableSource | null,
  outer: Bound,
  late: ReadonlySet<string>,
  uses: Uses,
  report: Report,
): void {
  const own = createUses()
  const bound = bind(conditions, outer, own, report)
  checkUses(conditions, bound, late, own, report)
  if (value) {
    own.add(value.name)
    if (!bound.has(value.name) || outer.has(value.name)) refuseValue(value, bound, outer, report)
  }
  const local: Bound = new Map([...bound].filter(([name]) => !outer.has(name)))
  refuseLonely(local, own, report)
  for (const name of outer.keys()) for (let count = own.of(name); count > 0; count--) uses.add(name)
}

function refuseValue(value: VariableSource, bound: Bound, outer: Bound, report: Report): void {
  const isOuter = outer.has(value.name)
  report(value.place, {
    code: 'UNBOUND',
    message: isOuter
      ? message('gate.variables.oneValue', { name: value.name })
      : message('gate.variables.notUnderOf', { name: value.name, key: 'of' }),
    fix: isOuter
      ? message('gate.variables.otherUnderOf', { key: 'of' })
      : didYouMean(`?${value.name}`, questioned(bound.keys()), message('gate.variables.oneOfOf', { key: 'of' })),
  })
}

function checkConclusion({ conclusion: { node, tree } }: RuleSource, known: Bound, uses: Uses, report: Report): void {
  for (const arg of node.args)
    if (arg.kind === 'anything')
      report(tree.placeAt(arg.offset), {
        code: 'UNBOUND',
        message: message('gate.variables.aboutAnything'),
        fix: message('gate.variables.ofConditions'),
      })
  for (const { name, offset } of variablesOfCondition(node)) {
    uses.add(name)
    if (known.has(name)) continue
    report(tree.placeAt(offset), {
      code: 'UNBOUND',
      message: message('gate.variables.conclusionNever', { name }),
      fix: didYouMean(`?${name}`, questioned(known.keys()), message('gate.variables.giveValue')),
    })
  }
}

function sentenceNames({ say }: RuleSource): readonly string[] {
  return [...(say?.text ?? '').matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '')
}

function refuseLonely(bound: Bound, uses: Uses, report: Report): void {
  for (const [name, place] of bound) {
    if (uses.of(name) > 1) continue
    const others = questioned([...bound.keys()].filter((other) => other !== name && uses.of(other) > 1))
    report(place, {
      code: 'ONLY_ONCE',
      message: message('gate.variables.onlyHere', { name }),
      fix: didYouMean(`?${name}`, others, message('gate.variables.anyOrUse')),
    })
  }
}

/**
 * Every condition must be tied to the conclusion by its variables. `has(?q, af), takes(?q, warfarin)` in a rule about ?p
 * would hold if anybody has and takes them: a variable misspelt twice, which no count of its uses finds.
 */
export function checkIslands(rule: RuleSource, report: Report): void {
  const outer = [...rule.conditions, ...rule.exceptions]
  const parts = rule.sum?.items.flatMap(({ oneOf }) => oneOf.map(({ when }) => when)) ?? []
  const inner = [...parts, ...rule.aggregates.map(({ of }) => of)]
  const tied = tie(startOf(rule), [...outer, ...inner.flat()])
  refuseUntied(outer, tied, report)
  for (const when of parts) refuseUntied(when, tied, report)
  for (const { of, value } of rule.aggregates) refuseUntied(of, tie(new Set([...tied, value.name]), of), report)
}

/** Variables that the conclusion or its sentence names; of a conclusion without any, those of the first condition. */
function startOf({ conclusion, say, conditions }: RuleSource): ReadonlySet<string> {
  const concluded = variablesOf(conclusion.node.args).map(({ name }) => name)
  const said = [...(say?.text ?? '').matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '')
  const first = conditions.map(namesOf).find((names) => names.length > 0) ?? []
  return new Set(concluded.length > 0 ? [...concluded, ...said] : [...said, ...first])
}

/** All variables that these conditions connect with those of `start`. */
function tie(start: ReadonlySet<string>, conditions: readonly ConditionSource[]): ReadonlySet<string> {
  const tied = new Set(start)
  let waiting = conditions.map(namesOf)
  for (;;) {
    const connected = waiting.filter((names) => names.some((name) => tied.has(name)))
    if (connected.length === 0) return tied
    for (const name of connected.flat()) tied.add(name)
    waiting = waiting.filter((names) => !connected.includes(names))
  }
}

function namesOf({ node }: ConditionSource): readonly string[] {
  const names = variablesOfCondition(node).map(({ name }) => name)
  return node.kind === 'assignment' ? [node.variable.text, ...names] : names
}

function refuseUntied(conditions: readonly ConditionSource[], tied: ReadonlySet<string>, report: Report): void {
  const known = new Set(tied)
  for (const { node, tree } of conditions) {
    const uses = variablesOfCondition(node)
    const [first] = uses
    if (node.kind !== 'atom' || !first || uses.some(({ name }) => known.has(name))) continue
    // One message for all conditions of an island.
    for (const name of tie(new Set([first.name]), conditions)) known.add(name)
    report(tree.placeAt(first.offset), {
      code: 'UNRELATED',
      message: message('gate.variables.unrelated', { name: first.name }),
      fix: message('gate.variables.ofConclusion'),
    })
  }
}
