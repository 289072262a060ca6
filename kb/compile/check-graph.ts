import { message } from '../../wording/message.ts'
import type { Condition, Rule, SourcePlace } from '../program/rule.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import type { Problem } from './read/problem.ts'

type ReportRule = (rule: Rule, at: SourcePlace, problem: Pick<Problem, 'code' | 'message' | 'fix'>) => void

type Edge = {
  readonly rule: Rule
  readonly relation: string
  readonly place: SourcePlace
  readonly strict: Strict | null
}
/** By what a relation depends on itself. */
type Strict = 'absence' | 'exception' | 'sum' | 'count'

/**
 * Which relations depend on themselves, and that none does so through its absence, a sum or a calculation: the first would
 * mean nothing, the last might never end. Gives the groups for the inference.
 */
export function checkGraph(
  rules: readonly Rule[],
  vocabulary: Vocabulary,
  report: ReportRule,
): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = rules.flatMap(edgesOf)
  const targets = new Map<string, Set<string>>()
  for (const { rule, relation } of edges) {
    const known = targets.get(rule.then.relation)
    if (known) known.add(relation)
    else targets.set(rule.then.relation, new Set([relation]))
  }
  const groups = groupsOf(targets)
  for (const edge of edges)
    if (edge.strict && groups.get(edge.rule.then.relation)?.has(edge.relation))
      refuseStrict(edge, edge.strict, targets, report)
  for (const rule of rules) {
    const group = groups.get(rule.then.relation)
    if (group) refuseGrowth(rule, group, vocabulary, report)
  }
  return groups
}

function edgesOf(rule: Rule): readonly Edge[] {
  const edge = (condition: Condition, strict: Strict | null): readonly Edge[] => {
    if (condition.kind !== 'atom') return []
    const absence = condition.negated ? 'absence' : null
    return [{ rule, relation: condition.relation, place: condition.place, strict: strict ?? absence }]
  }
  return [
    ...rule.conditions.flatMap((condition) => edge(condition, null)),
    ...rule.exceptions.flatMap((condition) => edge(condition, 'exception')),
    ...(rule.sum?.items ?? []).flatMap(({ oneOf }) =>
      oneOf.flatMap(({ when }) => when.flatMap((condition) => edge(condition, 'sum'))),
    ),
    ...rule.aggregates.flatMap(({ of }) => of.flatMap((condition) => edge(condition, 'count'))),
  ]
}

function refuseStrict(
  { rule, relation, place }: Edge,
  strict: Strict,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
  report: ReportRule,
): void {
  const path = pathBetween(relation, rule.then.relation, targets)
  report(rule, place, {
    code: 'UNSTRATIFIED',
    message: message(`gate.graph.${strict}`, {
      relation: rule.then.relation,
      path: [rule.then.relation, ...path].join(' ← '),
    }),
    fix: message('gate.graph.otherName'),
  })
}

/** The shortest chain, for the message; breadth first. */
function pathBetween(from: string, to: string, targets: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const before = new Map<string, string | null>([[from, null]])
  for (const relation of before.keys()) {
    if (relation === to) break
    for (const next of targets.get(relation) ?? []) if (!before.has(next)) before.set(next, relation)
  }
  const path: string[] = []
  for (let at: string | null = to; at !== null; at = before.get(at) ?? null) path.unshift(at)
  return path
}

function refuseGrowth(rule: Rule, group: ReadonlySet<string>, vocabulary: Vocabulary, report: ReportRule): void {
  const { relation, terms } = rule.then
  const isRecursive = rule.conditions.some((one) => one.kind === 'atom' && group.has(one.relation))
  if (!isRecursive) return
  const computed = computedVariables(rule)
  const grown = terms.find((term) => term.kind === 'variable' && computed.has(term.name))
  if (grown?.kind === 'variable')
    report(rule, rule.place, {
      code: 'UNBOUNDED',
      message: message('gate.graph.endless', { relation, name: grown.name }),
      fix: message('gate.graph.otherRule'),
    })
  if (vocabulary.relations.get(relation)?.unique)
    report(rule, rule.place, {
      code: 'UNSTRATIFIED',
      message: message('gate.graph.oneValue', { relation }),
      fix: message('gate.graph.withoutUnique', { relation }),
    })
}

function computedVariables({ conditions, sum, aggregates }: Rule): ReadonlySet<string> {
  return new Set([
    ...conditions.flatMap((condition) => (condition.kind === 'assignment' ? [condition.variable] : [])),
    ...(sum ? [sum.into] : []),
    ...aggregates.map(({ into }) => into),
  ])
}

/**
 * Names that reach themselves, each with all that it reaches and that reach it back (strongly connected components, by
 * Tarjan). With a stack of its own: a chain of ten thousand rules is no deeper than one.
 */
function groupsOf(targets: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, ReadonlySet<string>>()
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const enter = (name: string): Frame => {
    order.set(name, order.size)
    lowest.set(name, order.get(name) ?? 0)
    open.push(name)
    isOpen.add(name)
    return { name, rest: (targets.get(name) ?? []).values() }
  }
  const lower = (name: string, to: number | undefined): void => {
    lowest.set(name, Math.min(lowest.get(name) ?? 0, to ?? Infinity))
  }
  for (const start of targets.keys()) {
    if (order.has(start)) continue
    const frames = [enter(start)]
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { name } = frame
      const { value: next, done } = frame.rest.next()
      if (done) {
        frames.pop()
        const parent = frames.at(-1)
        if (parent) lower(parent.name, lowest.get(name))
        if (lowest.get(name) === order.get(name)) close(name, open, isOpen, targets, groups)
      } else if (!order.has(next)) frames.push(enter(next))
      else if (isOpen.has(next)) lower(name, order.get(next))
    }
  }
  return groups
}

type Frame = { readonly name: string; readonly rest: Iterator<string, undefined> }

function close(
  root: string,
  open: string[],
  isOpen: Set<string>,
  targets: ReadonlyMap<string, ReadonlySet<string>>,
  groups: Map<string, ReadonlySet<string>>,
): void {
  const group = new Set(open.splice(open.lastIndexOf(root)))
  for (const name of group) isOpen.delete(name)
  if (group.size === 1 && !targets.get(root)?.has(root)) return
  for (const name of group) groups.set(name, group)
}
