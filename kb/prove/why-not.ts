import { t } from '../../wording/translate.ts'
import { conditionStatus } from '../infer/evaluate/condition-status.ts'
import { giveNames, withResults } from '../infer/evaluate/evaluate-rule.ts'
import { meet } from '../values/compare-values.ts'
import type { PreparedRule } from '../infer/evaluate/prepared-rule.ts'
import { createRun, type Run } from '../infer/evaluate/rule-run.ts'
import type { Value } from '../values/value.ts'
import { recordedNo } from './absence-step.ts'
import { explainException } from './explain-conditions.ts'
import { firstFailing } from './first-failing.ts'
import type { Ground, RuleGround, Step } from './proof.ts'
import { conclusionText, showRule } from './prove-ground.ts'
import { type Prover, valuesOf } from './prover.ts'
import { statementOf } from './statement-of.ts'

type Values = readonly (Value | null)[]

/** What is recorded against it, or that nothing is recorded; then for each rule the first condition that fails. */
export function groundsAgainst(relation: string, values: Values, prover: Prover): readonly Ground[] {
  const { inference } = prover
  const rules = inference.rulesFor(relation)
  const found = recordedNo(relation, values, prover)
  const recorded: readonly Ground[] =
    found.facts.length > 0 || found.instead !== null ? [{ kind: 'recorded-no', ...found }] : []
  const assumed: readonly Ground[] = rules.length === 0 && recorded.length === 0 ? [{ kind: 'assumed-absent' }] : []
  return [...recorded, ...assumed, ...rules.flatMap((rule) => ruleAgainst(rule, values, prover))]
}

/** None for a rule that concludes about other names. */
function ruleAgainst(rule: PreparedRule, values: Values, prover: Prover): readonly RuleGround[] {
  const { inference } = prover
  const run = createRun(rule, inference.source, inference.meter)
  const names = values.map((value) => (value?.kind === 'name' ? value.name : undefined))
  if (!giveNames(rule.head, names, run)) return []
  const { text } = statementOf(rule.head.relation, values, inference.program.vocabulary)
  const shown = { kind: 'rule', rule: showRule(rule), text, isOpen: false, status: 'no' } as const
  return [{ ...shown, steps: [failureOf(rule, run, values, prover)] }]
}

function failureOf(rule: PreparedRule, run: Run, values: Values, prover: Prover): Step {
  const failing = firstFailing(rule.before, run, prover)
  if (failing !== null) return failing
  let step: Step = fails(t('reasoning.against.nothingToTake'))
  withResults(run, true, () => {
    step = firstFailing(rule.after, run, prover) ?? exceptionOrOther(rule, run, values, prover)
  })
  return step
}

/** All conditions can be met, so an exception holds, or the conclusion is another one. */
function exceptionOrOther(rule: PreparedRule, run: Run, values: Values, prover: Prover): Step {
  const holding = rule.exceptions.find((exception) => conditionStatus(exception, run) === 'yes')
  if (holding !== undefined) return explainException(holding, run, prover)
  const concluded = valuesOf(rule.head, run)
  const isOther = concluded.some((value, place) => {
    const wanted = values[place] ?? null
    return value !== null && wanted !== null && meet(value, wanted) === 'apart'
  })
  const { text: conclusion } = conclusionText(rule, run, prover)
  return fails(t(isOther ? 'reasoning.against.concludesInstead' : 'reasoning.against.excepted', { conclusion }))
}

function fails(text: string): Step {
  return { kind: 'fails', status: 'no', text, statement: null, proof: null }
}
