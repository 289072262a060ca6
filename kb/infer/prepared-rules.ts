import type { Program } from '../program/program.ts'
import type { Rule } from '../program/rule.ts'
import { prepareRule } from './prepare-rule.ts'
import type { PreparedRule } from './prepared-rule.ts'

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
    prepared = prepareRule(rule, program.vocabulary)
    rules.set(rule, prepared)
  }
  return prepared
}
