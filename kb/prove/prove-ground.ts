import { sayDay } from '../dates/say-day.ts'
import type { PreparedRule } from '../infer/prepared-rule.ts'
import type { Run } from '../infer/run.ts'
import type { RuleGround as DerivedGround } from '../infer/row.ts'
import type { Value } from '../values/value.ts'
import { explainAggregate } from './explain-aggregate.ts'
import { explainConditions, explainException } from './explain-conditions.ts'
import { explainSum } from './explain-sum.ts'
import { fillTemplate } from './fill-template.ts'
import type { RuleGround, ShownRule, Step } from './proof.ts'
import type { Prover } from './prover.ts'
import { runOfGround, valuesOf } from './run-of-ground.ts'
import { showComputed } from './show-computed.ts'
import { statementOf } from './statement-of.ts'

/** One way in which a rule derives a row, condition by condition. */
export function proveGround(ground: DerivedGround, prover: Prover): RuleGround {
  const { rule } = ground
  const run = runOfGround(ground, prover.inference)
  const steps = [
    ...explainConditions(rule.conditions, run, prover),
    ...explainSum(rule, run, prover),
    ...rule.aggregates.map((aggregate) => explainAggregate(aggregate, rule, run, prover)),
    ...rule.exceptions.map((exception) => explainException(exception, run, prover)),
  ]
  return {
    kind: 'rule',
    rule: showRule(rule),
    text: conclusionText(rule, run, prover),
    status: ground.certain ? 'yes' : 'unknown',
    steps: assumedFirst(steps),
  }
}

export function showRule({ rule }: PreparedRule): ShownRule {
  const { id, title, pack, source, sourceRead, validFrom, validTo } = rule
  const day = (at: number | null): string | null => (at === null ? null : sayDay(at))
  return { id, title, pack, source, sourceRead, validFrom: day(validFrom), validTo: day(validTo) }
}

/** In the rule's own words, else in those of the relation. */
export function conclusionText(rule: PreparedRule, run: Run, prover: Prover): string {
  const { vocabulary } = prover.inference.program
  if (rule.rule.say === null) return statementOf(rule.head.relation, valuesOf(rule.head, run), vocabulary).text
  return fillTemplate(rule.rule.say, (name) => {
    const slot = rule.variables.indexOf(name)
    const value: Value | undefined = run.slots[slot]
    return value === undefined ? null : showComputed(value, [{ kind: 'slot', slot }], rule, vocabulary).text
  })
}

function assumedFirst(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((left, right) => rankOf(left) - rankOf(right))
}

function rankOf(step: Step): number {
  if (step.kind === 'assumed-absent') return 0
  if (step.kind === 'not-concluded') return step.proofs.some((proof) => proof.assumed.length > 0) ? 0 : 2
  return step.kind === 'missing' || step.kind === 'against' ? 1 : 2
}
