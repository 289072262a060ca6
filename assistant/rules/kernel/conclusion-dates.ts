import type { Conclusion } from '../../../contract/knowledge/rule.ts'
import { BudgetError } from '../../../kb/infer/budget.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Fact } from '../../../kb/program/fact.ts'
import type { Relation } from '../../../kb/program/vocabulary.ts'
import { answersToTry } from '../../../kb/prove/answers-to-try.ts'
import type { Proof, ShownValue, SkippedDays, Statement, Step } from '../../../kb/prove/proof.ts'
import { statementOf } from '../../../kb/prove/statement-of.ts'
import { dayOf } from '../../../kb/values/plain-date.ts'
import { t } from '../../../wording/translate.ts'
import { anyOf } from './ask-kernel.ts'
import type { Concluded } from './kernel-methods.ts'
import { writeValues } from './statement-text.ts'

type Ahead = Concluded['ahead'][number]

/** `about`: the relation and its arguments but the day, which the possible days of one thing share. */
type Dated = Ahead & Pick<Conclusion, 'relation' | 'holds' | 'args'> & { readonly about: string }

/** Where nothing is missing, what is not certain rests on facts that contradict each other. */
const contested = () => t('reasoning.contested')

/**
 * Days that conclusions give or may give, from the day of the question on, by date. The possible days of one thing stand together, first
 * the one that holds, or that follows where nothing else is so than what is recorded; the others are exceptions to it. One that may have
 * passed already stands with those that are ahead.
 */
export function datesAhead(
  inference: Inference,
  proofs: readonly Proof[],
  conclusions: readonly Conclusion[],
  asOf: string,
): Ahead[] {
  const today = dayOf(asOf) ?? 0
  const dated = conclusions.flatMap((conclusion, index) => datedIn(conclusion, index, today))
  const isAhead = (group: readonly Dated[]) => group.some(({ daysLeft }) => daysLeft >= 0)
  const all = [...Map.groupBy(dated, ({ about }) => about).values()].filter(isAhead)
  const groups = all.map((possible) => {
    const group = possible.filter(({ daysLeft, holds }) => daysLeft >= 0 || holds !== 'yes')
    if (group.length === 1) return group
    const usual = usualDays(group, inference, proofs)
    const isException = ({ args, holds }: Dated) => holds !== 'yes' && !usual.has(JSON.stringify(args))
    return group
      .toSorted((one, other) => Number(isException(one)) - Number(isException(other)) || byLikelihood(one, other))
      .map((one) => ({ ...one, isException: isException(one) }))
  })
  return groups
    .toSorted(([one], [other]) => (one && other ? byDay(one, other) : 0))
    .flat()
    .map(({ about: _about, holds: _holds, relation: _relation, args: _args, ...one }) => one)
}

/** Days that have passed, or may have, of what has no day ahead; latest first. */
export function datesPassed(conclusions: readonly Conclusion[], asOf: string): Concluded['passed'] {
  const today = dayOf(asOf) ?? 0
  const dated = conclusions.flatMap((conclusion, index) => datedIn(conclusion, index, today))
  return [...Map.groupBy(dated, ({ about }) => about).values()]
    .filter((group) => group.every(({ daysLeft }) => daysLeft < 0))
    .flat()
    .toSorted((one, other) => other.daysLeft - one.daysLeft)
    .map(({ day, sentence, conclusion, daysLeft, dependsOn }) => ({ day, sentence, conclusion, daysLeft, dependsOn }))
}

function datedIn({ relation, args, sentence, holds, missing }: Conclusion, conclusion: number, today: number): Dated[] {
  const dependsOn = holds === 'yes' ? [] : missing.length > 0 ? missing.map(({ question }) => question) : [contested()]
  const about = JSON.stringify([relation, ...args.filter((text) => dayOf(text) === null)])
  return args.flatMap((text) => {
    const day = dayOf(text)
    if (day === null) return []
    return {
      day: text,
      sentence,
      conclusion,
      daysLeft: day - today,
      dependsOn,
      isException: false,
      about,
      relation,
      args,
      holds,
    }
  })
}

/** Of one day those that hold first. */
function byDay(one: Dated, other: Dated): number {
  return one.daysLeft - other.daysLeft || Number(one.dependsOn.length > 0) - Number(other.dependsOn.length > 0)
}

/** What waits for less is likelier. */
function byLikelihood(one: Dated, other: Dated): number {
  return one.dependsOn.length - other.dependsOn.length || byDay(one, other)
}

/** The conclusions that are left, by their arguments, where all that is not recorded and could be answered yes or no is answered no; all where that tells nothing. */
function usualDays(
  [first, ...others]: readonly Dated[],
  inference: Inference,
  proofs: readonly Proof[],
): ReadonlySet<string> {
  const all = new Set([first, ...others].flatMap((one) => (one ? JSON.stringify(one.args) : [])))
  const relation = inference.program.vocabulary.relations.get(first?.relation ?? '')
  if (!relation) return all
  const open = proofs.filter(({ conclusion, status }) => conclusion.relation === relation.name && status === 'unknown')
  const none = open.flatMap(({ missing }) => missing.flatMap((input) => answersToTry(input, inference)))
  const denied = none.filter(({ holds }) => holds === 'no')
  const left = new Set(rowsWith(denied, relation, inference).filter((row) => all.has(row)))
  return left.size === 0 ? all : left
}

function rowsWith(facts: readonly Fact[], relation: Relation, inference: Inference): readonly string[] {
  const { vocabulary } = inference.program
  try {
    const rows = inference.with({ add: facts, remove: new Set() }).ask(anyOf(relation))
    const said = rows.map(({ values }) => statementOf(relation.name, values, vocabulary).values)
    return said.map((values) => JSON.stringify(writeValues(values, relation)))
  } catch (error) {
    if (error instanceof BudgetError) return []
    throw error
  }
}

type ConclusionDay = Conclusion['dates'][number]

/** The days on which a conclusion rests and those that it gives, each once, earliest first. */
export function datesOf(proof: Proof): ConclusionDay[] {
  const found = new Map<string, ConclusionDay>()
  for (const dated of inProof(proof)) {
    const key = `${dated.day} ${dated.sentence}`
    if (!found.has(key)) found.set(key, dated)
  }
  return [...found.values()].toSorted((one, other) => one.day.localeCompare(other.day))
}

/** The days on the way that did not count, each run once, earliest first. */
export function skippedIn(proof: Proof): SkippedDays[] {
  const found = new Map([...stepsIn(proof)].flatMap(skippedOf).map((days) => [`${days.from} ${days.to}`, days]))
  return [...found.values()].toSorted((one, other) => one.from.localeCompare(other.from))
}

function skippedOf(step: Step): readonly SkippedDays[] {
  return step.kind === 'calculation' ? step.skipped : []
}

function* stepsIn({ grounds }: Proof): Generator<Step> {
  for (const ground of grounds) if (ground.kind === 'rule') for (const step of ground.steps) yield* withInner(step)
}

function* withInner(step: Step): Generator<Step> {
  yield step
  if (step.kind === 'conclusion') yield* stepsIn(step.proof)
  else if (step.kind === 'sum') for (const part of step.parts) for (const inner of part.steps) yield* withInner(inner)
  else if (step.kind === 'aggregate') for (const one of step.of) for (const inner of one.steps) yield* withInner(inner)
}

function* inProof({ conclusion, grounds, status }: Proof): Generator<ConclusionDay> {
  if (status !== 'no') yield* inStatement(conclusion, 'computed')
  for (const ground of grounds) if (ground.kind === 'rule') for (const step of ground.steps) yield* inStep(step)
}

function* inStep(step: Step): Generator<ConclusionDay> {
  if (step.kind === 'fact') yield* inStatement(step.statement, 'fact')
  else if (step.kind === 'conclusion') yield* inProof(step.proof)
  else if (step.kind === 'sum') for (const part of step.parts) for (const inner of part.steps) yield* inStep(inner)
  else if (step.kind === 'aggregate') for (const one of step.of) for (const inner of one.steps) yield* inStep(inner)
}

function inStatement({ values, text }: Statement, kind: ConclusionDay['kind']): readonly ConclusionDay[] {
  return values.filter(isDay).map(({ low }) => ({ day: low, sentence: text, kind }))
}

function isDay(value: ShownValue): value is Extract<ShownValue, { kind: 'date' }> & { low: string } {
  return value.kind === 'date' && value.low !== null && value.low === value.high
}
