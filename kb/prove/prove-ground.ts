import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'
import { bothHold, partStatus } from '../infer/evaluate/evaluate-sum.ts'
import type {
  PreparedAggregate,
  PreparedCondition,
  PreparedExpression,
  PreparedPart,
  PreparedRule,
} from '../infer/evaluate/prepared-rule.ts'
import { rowKey, type RuleGround as DerivedGround } from '../infer/row.ts'
import type { Run } from '../infer/evaluate/rule-run.ts'
import { solve } from '../infer/evaluate/solve.ts'
import { sayDay } from '../values/plain-date.ts'
import type { Value } from '../values/value.ts'
import { explainConditions, explainException } from './explain-conditions.ts'
import { fillTemplate } from '../program/phrases.ts'
import { statementOf } from './statement-of.ts'
import { firstFailing } from './first-failing.ts'
import type { AbsenceStep, AggregateStep, RuleGround, ShownRule, ShownValue, Step, SumPart } from './proof.ts'
import { MOST_SHOWN, type Prover, runOfGround, valuesOf } from './prover.ts'
import { showComputed } from './show-computed.ts'

/** One way in which a rule derives a row, condition by condition. */
export function proveGround(ground: DerivedGround, prover: Prover): RuleGround {
  const { rule } = ground
  const run = runOfGround(ground, prover.inference)
  const conditions = explainConditions(rule.conditions, run, prover)
  const steps = [
    ...conditions,
    ...explainSum(rule, run, conditions, prover),
    ...rule.aggregates.map((aggregate) => explainAggregate(aggregate, rule, run, prover)),
    ...rule.exceptions.map((exception) => explainException(exception, run, prover)),
  ]
  return {
    kind: 'rule',
    rule: showRule(rule),
    ...conclusionText(rule, run, prover),
    status: ground.certain ? 'yes' : 'unknown',
    steps: assumedFirst(steps),
  }
}

export function showRule({ rule }: PreparedRule): ShownRule {
  const { id, title, pack, source, sourceRead, isDefinition, validFrom, validTo } = rule
  const day = (at: number | null): string | null => (at === null ? null : sayDay(at))
  return { id, title, pack, source, sourceRead, isDefinition, validFrom: day(validFrom), validTo: day(validTo) }
}

/** In the rule's own words, else in those of the relation. */
export function conclusionText(rule: PreparedRule, run: Run, prover: Prover): Pick<RuleGround, 'text' | 'isOpen'> {
  const { vocabulary } = prover.inference.program
  if (rule.rule.say === null) {
    const { text, values } = statementOf(rule.head.relation, valuesOf(rule.head, run), vocabulary)
    return { text, isOpen: values.some(isOpenValue) }
  }
  let isOpen = false
  const say = (name: string) => {
    const slot = rule.variables.indexOf(name)
    const value: Value | undefined = run.slots[slot]
    if (value === undefined) return null
    const shown = showComputed(value, [{ kind: 'slot', slot }], rule, vocabulary)
    isOpen ||= isOpenValue(shown)
    return shown.text
  }
  const text = fillTemplate(rule.rule.say, say, vocabulary.phrases)
  return { text, isOpen }
}

/** A number or day of which nothing is known. */
function isOpenValue(value: ShownValue): boolean {
  return 'low' in value && value.low === null && value.high === null
}

function assumedFirst(steps: readonly Step[]): readonly Step[] {
  return steps.toSorted((left, right) => rankOf(left) - rankOf(right))
}

function rankOf(step: Step): number {
  if (step.kind === 'assumed-absent') return 0
  if (step.kind === 'not-concluded') return step.proofs.some((proof) => proof.assumed.length > 0) ? 0 : 2
  return step.kind === 'missing' || step.kind === 'against' ? 1 : 2
}

/** Every part with why it counts, may count or does not; the run's variables are those of the derivation. */
function explainSum(rule: PreparedRule, run: Run, conditions: readonly Step[], prover: Prover): readonly Step[] {
  const { sum } = rule
  const value = sum === null ? undefined : run.slots[sum.slot]
  if (sum === null || value === undefined) return []
  const parts = sum.items.flatMap(({ oneOf, coversAll }, item) =>
    oneOf.map((part) => {
      const compares = conditionsComparedIn(part, rule).flatMap((position) => conditions[position] ?? [])
      return { ...explainPart(part, run, prover), item, coversAll, compares }
    }),
  )
  const { vocabulary } = prover.inference.program
  const shown = showComputed(value, [{ kind: 'slot', slot: sum.slot }], rule, vocabulary)
  const text = t('reasoning.calculation.sumOfPoints', { sum: shown.text })
  const both = sum.items
    .map((item) => item.oneOf.filter((part) => partStatus(part, run) === 'yes').map((part) => part.part.say))
    .find((sure) => sure.length > 1)
  const steps: readonly Step[] = [{ kind: 'sum', status: 'yes', value: shown, parts }]
  if (both === undefined) return steps
  return [
    ...steps,
    {
      kind: 'problem',
      status: 'unknown',
      text,
      filled: text,
      problem: messageText(bothHold(both)),
    },
  ]
}

/** The positions of the conditions of a rule that give the values which a part compares. */
function conditionsComparedIn({ when }: PreparedPart, { conditions }: PreparedRule): readonly number[] {
  const compared = when.flatMap((one) => (one.kind === 'comparison' ? [one.left, one.right].flatMap(slotsIn) : []))
  const gives = (one: PreparedCondition) =>
    one.kind === 'atom' && !one.negated && one.atom.slots.some((slot) => compared.includes(slot))
  return conditions.flatMap((one, position) => (gives(one) ? [position] : []))
}

function slotsIn(expression: PreparedExpression): readonly number[] {
  if (expression.kind === 'slot') return [expression.slot]
  return expression.kind === 'call' ? expression.arguments.flatMap(slotsIn) : []
}

function explainPart(part: PreparedPart, run: Run, prover: Prover): Omit<SumPart, 'item' | 'coversAll' | 'compares'> {
  const status = partStatus(part, run)
  const shown = { say: part.part.say, add: part.add.toFixed(), status }
  if (status === 'no') {
    const failing = firstFailing(part.when, run, prover)
    return { ...shown, steps: failing === null ? [] : [failing] }
  }
  let steps: readonly Step[] = []
  solve(part.when, run, true, (certain) => {
    if (status === 'yes' && !certain) return false
    steps = explainConditions(part.when, run, prover)
    return true
  })
  return { ...shown, steps }
}

/** What it is made of, each distinct binding once. */
function explainAggregate(aggregate: PreparedAggregate, rule: PreparedRule, run: Run, prover: Prover): AggregateStep {
  const { vocabulary } = prover.inference.program
  const value = run.slots[aggregate.slot]
  if (value === undefined) throw new Error(`rule ${rule.rule.id} has an aggregate without a value`)
  const found = new Map<string, AggregateStep['of'][number]>()
  const seen = new Set<string>()
  solve(aggregate.of, run, true, (certain) => {
    const one = run.slots[aggregate.value]
    const key = rowKey(aggregate.slots.flatMap((slot) => run.slots[slot] ?? []))
    seen.add(key)
    if (one === undefined || found.has(key) || found.size >= MOST_SHOWN) return false
    found.set(key, {
      status: certain ? 'yes' : 'unknown',
      value: showComputed(one, [{ kind: 'slot', slot: aggregate.value }], rule, vocabulary),
      steps: explainConditions(aggregate.of, run, prover),
    })
    return false
  })
  return {
    kind: 'aggregate',
    status: 'yes',
    function: aggregate.kind,
    value: showComputed(value, [{ kind: 'slot', slot: aggregate.slot }], rule, vocabulary),
    of: [...found.values()],
    without: seen.size === 0 ? nothingRecorded(aggregate, run, prover) : [],
    more: seen.size - found.size,
  }
}

/**
 * That it is made of nothing is assumed where no rule concludes what would be counted: that one medicine is not taken, which may be
 * recorded, does not say that none is.
 */
function nothingRecorded(aggregate: PreparedAggregate, run: Run, { inference }: Prover): readonly AbsenceStep[] {
  const { vocabulary } = inference.program
  return aggregate.of.flatMap((condition): readonly AbsenceStep[] => {
    if (condition.kind !== 'atom' || condition.negated) return []
    const { relation } = condition.atom
    if (inference.rulesFor(relation).length > 0) return []
    const statement = statementOf(relation, valuesOf(condition.atom, run), vocabulary)
    return [
      { kind: 'assumed-absent', status: 'yes', exception: false, statement, facts: [], instead: null, proofs: [] },
    ]
  })
}
