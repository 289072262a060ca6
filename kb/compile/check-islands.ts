import type { Report } from './report.ts'
import type { ConditionSource, RuleSource } from './rule-source.ts'
import { variablesOf, variablesOfCondition } from './variables-of.ts'

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
      message: `?${first.name} has nothing to do with the conclusion: this would hold of anybody.`,
      fix: 'Use a variable of the conclusion, or conclude it in a rule of its own.',
    })
  }
}
