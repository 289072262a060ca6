import type { Ground, MissingInput, Proof, ProofStep, SumPart } from '../../../contract/knowledge/proof.ts'
import type { PackHead } from '../../../kb/compile/compiled-packs.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import type * as kb from '../../../kb/prove/proof.ts'
import { withSigns } from '../../../kb/prove/show-computed.ts'
import { assumedText, denied, statementOfFact } from '../../../kb/prove/statement-of.ts'
import { t } from '../../../wording/translate.ts'
import type { FactDays, OwnUnits } from './fact-days.ts'
import { writeValues } from './statement-text.ts'

/** What the proofs of the kernel are shown with. */
export type Shown = {
  readonly vocabulary: Vocabulary
  readonly packs: readonly PackHead[]
  readonly days: FactDays
  readonly own?: OwnUnits
}

/** A proof of the kernel as the contract has it. */
export function showProof(proof: kb.Proof, shown: Shown): Proof {
  const grounds = [
    ...proof.grounds.map((ground) => showGround(ground, proof, shown)),
    ...(proof.contested ? [contestedGround(proof.contested, proof, shown)] : []),
  ]
  const isFinal = proof.status === 'yes' && proof.contested === null && !proof.conclusion.values.some(isRange)
  return { ...openingOf(proof), isFinal, grounds }
}

function openingOf({ sentence, status, conclusion: { values } }: kb.Proof): Opening {
  return { sentence, holds: status, isBlank: values.some(isUnknown), isRange: values.some(isRange) }
}

type Opening = Pick<Proof, 'sentence' | 'holds' | 'isBlank' | 'isRange'>

export function showMissing(
  { statement, question }: kb.MissingInput,
  decides: boolean,
  { vocabulary }: Shown,
): MissingInput {
  const relation = vocabulary.relations.get(statement.relation)
  const args = writeValues(statement.values, relation)
  const asked = relation?.places[args.indexOf(null)]
  const type = asked?.kind === 'name' ? vocabulary.names.get(asked.type) : undefined
  const choices = [...(type?.labels ?? [])].map(([name, label]) => ({ name, label }))
  return { relation: statement.relation, args, question, choices, decides }
}

function showGround(ground: kb.Ground, proof: kb.Proof, shown: Shown): Ground {
  if (ground.kind !== 'rule') return recorded(ground, proof, shown)
  const { id, pack, ...rule } = ground.rule
  const reviewed = shown.packs.find((head) => head.id === pack)?.reviewed ?? false
  return { ...rule, rule: id, pack, reviewed, steps: showSteps(ground.steps, shown) }
}

/** That it is, or is not, on record is a ground of its own beside the rules. */
function recorded(ground: Exclude<kb.Ground, kb.RuleGround>, { conclusion }: kb.Proof, shown: Shown): Ground {
  const { relation, text } = conclusion
  const dated = (sentence: string, facts: readonly string[]) => withDay(sentence, shown.days(relation, facts))
  const of = (title: string, step: ProofStep) => groundWithoutRule(title, relation, [step], shown)
  switch (ground.kind) {
    case 'recorded':
      return of(t('reasoning.record.onRecord'), {
        kind: 'fact',
        sentence: dated(text, ground.facts),
        facts: [...ground.facts],
      })
    case 'not-known':
      return of(t('reasoning.record.asNotKnown'), {
        kind: 'fact',
        sentence: dated(t('reasoning.unknown', { statement: text }), ground.facts),
        facts: [...ground.facts],
      })
    case 'missing':
      return of(t('reasoning.record.notOnRecord'), missingStep(ground.input, shown))
    case 'today':
      return of(t('reasoning.record.today'), { kind: 'fact', sentence: text, facts: [] })
    case 'recorded-no':
      return of(
        t(ground.instead === null ? 'reasoning.record.asNo' : 'reasoning.record.otherwise'),
        recordedNo(
          dated(ground.instead?.text ?? denied(conclusion, shown.vocabulary).text, ground.facts),
          ground.facts,
        ),
      )
    case 'assumed-absent':
      return of(t('reasoning.record.notOnRecord'), {
        kind: 'assumed-absent',
        sentence: assumedText(conclusion, shown.vocabulary),
      })
  }
}

/** Why it is not certain: something else is concluded, or it is recorded that it is not so. */
function contestedGround(contested: kb.Contested, { conclusion }: kb.Proof, shown: Shown): Ground {
  return groundWithoutRule(t('reasoning.record.contradicted'), conclusion.relation, [conflictStep(contested)], shown)
}

function conflictStep({ rivals, text, facts, denials }: kb.Contested): ProofStep {
  const sentence = rivals.length > 0 ? text : t('reasoning.record.bothYesAndNo', { statement: text })
  return { kind: 'conflict', sentence, facts: [...facts, ...denials] }
}

function groundWithoutRule(title: string, relation: string, steps: ProofStep[], { vocabulary }: Shown): Ground {
  const pack = vocabulary.relations.get(relation)?.pack ?? ''
  const none = { rule: '', source: null, sourceRead: false, reviewed: true, validFrom: null, validTo: null }
  return { ...none, pack, title, steps }
}

function recordedNo(sentence: string, facts: readonly string[]): ProofStep {
  return { kind: 'recorded-absent', sentence, facts: [...facts] }
}

function missingStep(input: kb.MissingInput, shown: Shown): ProofStep {
  return { kind: 'missing', sentence: input.statement.text, input: showMissing(input, false, shown) }
}

/** `outer`: what the sum or aggregate around them waits for. */
function showSteps(steps: readonly kb.Step[], shown: Shown, outer: readonly kb.Step[] = []): ProofStep[] {
  const waitsFor = [...outer, ...steps.filter((step) => step.status === 'unknown' && isInput(step))]
  return steps
    .filter(
      (step) =>
        !isTrivial(step, steps) &&
        !isOtherWay(step, shown) &&
        (waitsFor.length === 0 || !isWithoutValue(step, waitsFor)),
    )
    .map((step) => showStep(step, shown, waitsFor))
}

/** That two names or numbers are not the same, or that a recorded one is not below 0, says nothing to who reads both. */
function isTrivial(step: kb.Step, beside: readonly kb.Step[]): boolean {
  if (step.kind === 'calculation') return step.status === 'yes' && isChoiceOfDay(step)
  if (step.kind !== 'comparison' || step.status !== 'yes') return false
  return step.operator === '!=' || isNotBelowZero(step) || isOrderOfCounted(step, beside)
}

/** Of what a condition computes, such as the days between two days, it is the condition itself. */
function isNotBelowZero({ operator, right, text }: kb.ComparisonStep): boolean {
  if (text.includes('(')) return false
  return (operator === '>=' || operator === '>') && right.kind === 'number' && right.low === '0' && right.high === '0'
}

/** Which of two days that are shown is the later is seen where it is used. */
function isChoiceOfDay({ text, value }: kb.CalculationStep): boolean {
  return value.kind === 'date' && !isRange(value) && /:=\s*(?:max|min)\(\?\w+, *\?\w+\)$/.test(text)
}

/** That a period does not end before it begins, beside the count of its days. */
function isOrderOfCounted({ text, left, right }: kb.ComparisonStep, beside: readonly kb.Step[]): boolean {
  const [, one, operator, other] = /^(\?\w+) ([<>]=?) (\?\w+)$/.exec(text) ?? []
  if (!one || !other || !operator || left.kind !== 'date' || right.kind !== 'date') return false
  const [from, to] = operator.startsWith('<') ? [one, other] : [other, one]
  return beside.some((step) => step.kind === 'calculation' && step.text.includes(`days_between(${from}, ${to})`))
}

/** That nothing is recorded in another way to record the same: "no entry for “Age without a date of birth”". */
function isOtherWay(step: kb.Step, { vocabulary }: Shown): boolean {
  return step.kind === 'assumed-absent' && vocabulary.relations.get(step.statement.relation)?.alternative === true
}

/** Neither computed nor put together of others. */
function isInput({ kind }: kb.Step): boolean {
  return !COMPUTED.has(kind)
}

const COMPUTED: ReadonlySet<kb.Step['kind']> = new Set(['problem', 'calculation', 'comparison', 'sum', 'aggregate'])

/** What has nothing to show as long as something before it is not known: it would only repeat all that is possible. */
function isWithoutValue(step: kb.Step, waitsFor: readonly kb.Step[]): boolean {
  if (step.kind === 'problem') return true
  if (step.kind === 'calculation') return isRange(step.value)
  if (step.kind !== 'comparison' || step.status !== 'unknown') return false
  // What is compared is computed from what is asked for, or is that itself.
  const isAsked = waitsFor.some(
    (one) => one.kind === 'missing' && one.input.statement.values.some(({ kind }) => kind === 'any'),
  )
  return isAsked || step.text.includes('(') || isOpenValue(step.left) || isOpenValue(step.right)
}

function isRange(value: kb.ShownValue): boolean {
  return 'low' in value && (value.low === null || value.low !== value.high)
}

// oxlint-disable-next-line complexity -- one case for each kind of step
function showStep(step: kb.Step, shown: Shown, waitsFor: readonly kb.Step[] = []): ProofStep {
  switch (step.kind) {
    case 'conclusion':
      if (step.proof.contested && step.proof.grounds.every(({ kind }) => kind === 'recorded'))
        return conflictStep(step.proof.contested)
      if (step.proof.repeated) return { kind: 'see-above', ...openingOf(step.proof) }
      return { kind: 'conclusion', proof: showProof(step.proof, shown) }
    case 'missing':
      return missingStep(step.input, shown)
    case 'fails':
      return { kind: 'fails', text: step.text, proofs: step.proof ? [showProof(step.proof, shown)] : [] }
    case 'problem':
      return {
        kind: 'problem',
        message: t('reasoning.record.problem', { calculation: withoutNamed(step), problem: step.problem }),
      }
    case 'calculation':
    case 'comparison':
    case 'sum':
    case 'aggregate':
      return showComputed(step, shown, waitsFor)
    case 'fact':
      return { kind: 'fact', sentence: withDay(asStated(step, shown), dayOf(step, shown)), facts: [...step.facts] }
    case 'today':
      return { kind: 'fact', sentence: step.statement.text, facts: [] }
    default:
      return showAbsence(step, shown)
  }
}

/** Where the problem names the calendar, the calculation does not name it as well. */
function withoutNamed({ filled, problem }: Extract<kb.Step, { kind: 'problem' }>): string {
  const [, calendar] = /[“„]([^“”]+)[“”]/u.exec(problem) ?? []
  return calendar === undefined ? filled : filled.replace(t('reasoning.calculation.byCalendar', { calendar }), '')
}

/** In the unit of the document, with what the rules count behind it. */
function asStated({ statement, facts }: kb.FactStep, { vocabulary, own }: Shown): string {
  const fact = own?.(statement.relation, facts) ?? null
  return fact === null ? statement.text : statementOfFact(fact, vocabulary, true).text
}

/** When it was observed: whether a value is too old to count is for a person to judge. */
function withDay(sentence: string, day: string | null): string {
  return day === null ? sentence : t('reasoning.record.onDay', { statement: sentence, day })
}

function dayOf({ statement, facts }: kb.FactStep | kb.AbsenceStep, { days }: Shown): string | null {
  return days(statement.relation, facts)
}

function showAbsence(step: kb.AbsenceStep, shown: Shown): ProofStep {
  const { kind, status, statement, facts, instead, proofs } = step
  const sentence = statement.text
  const inner = proofs.map((proof) => showProof(proof, shown))
  switch (kind) {
    case 'assumed-absent':
      return { kind, sentence: assumedText(statement, shown.vocabulary) }
    case 'recorded-no':
      return recordedNo(
        withDay(
          instead ? t('reasoning.record.instead', { statement: sentence, instead: instead.text }) : sentence,
          dayOf(step, shown),
        ),
        facts,
      )
    case 'not-concluded':
      return { kind, sentence, proofs: inner }
    case 'against':
      return { kind, sentence, holds: status === 'no' ? 'yes' : 'unknown', proofs: inner }
  }
}

type Computed = Extract<kb.Step, { kind: 'calculation' | 'comparison' | 'sum' | 'aggregate' }>

function showComputed(step: Computed, shown: Shown, waitsFor: readonly kb.Step[]): ProofStep {
  switch (step.kind) {
    case 'calculation':
      return {
        kind: 'calculation',
        text: step.filled + skippedWords(step),
        result: isUnknown(step.value) ? t('reasoning.record.notKnownYet') : step.value.text + unitOfSum(step),
      }
    case 'comparison':
      return {
        kind: 'comparison',
        text: inEveryCase(comparedIn(step), step),
        result: inEveryCase(resultOf(step), step),
        holds: step.status,
      }
    case 'sum': {
      const parts = [...Map.groupBy(step.parts, ({ say }) => say).values()]
      return { kind: 'sum', result: boundsOf(step.value), parts: parts.map((same) => sumPart(same, shown, waitsFor)) }
    }
    case 'aggregate': {
      const of = deciding(step)
      const steps = [...of.map((one) => one.steps), step.without].flatMap((some) => showSteps(some, shown, waitsFor))
      return { kind: 'aggregate', text: aggregateWords(step), result: step.value.text, steps }
    }
  }
}

/** Percentages added are a percentage, though no place of the vocabulary says so of the result. */
function unitOfSum({ filled, value }: kb.CalculationStep): string {
  const [, unit] = /^[\d.,]+ (\S+) [+-] [\d.,]+ \1$/.exec(filled) ?? []
  return unit !== undefined && /\d$/.test(value.text) ? ` ${unit}` : ''
}

/** The rest is counted. */
const MOST_NAMED = 4

/** `, not counting 2024-09-28 to 2024-09-29 (weekend)`. */
function skippedWords({ skipped }: kb.CalculationStep): string {
  if (skipped.length === 0) return ''
  const named = skipped.slice(0, MOST_NAMED).map(({ from, to, name }) => {
    const days = from === to ? from : t('reasoning.range', { low: from, high: to })
    return t('reasoning.record.skippedDays', { days, name })
  })
  const days = named.join(', ')
  const more = skipped.length - named.length
  return more > 0
    ? t('reasoning.record.skippedAndMore', { days, count: more })
    : t('reasoning.record.skipped', { days })
}

function isUnknown(value: kb.ShownValue): boolean {
  return 'low' in value && value.low === null && value.high === null
}

/** With an end that nothing bounds. */
function isOpenValue(value: kb.ShownValue): boolean {
  return 'low' in value && (value.low === null || value.high === null)
}

/** Where nothing is computed on the way, what the author compared is all there is to say, with its units. Days are compared in words. */
function resultOf({ text, filled, left, operator, right }: kb.ComparisonStep): string {
  if (isOfDays(left, right)) return t(`reasoning.comparedDays.${operator}`, { left: left.text, right: right.text })
  return text.includes('(') ? withSigns(`${left.text} ${operator} ${right.text}`) : filled
}

/** As it is computed; of days that nothing is computed of, as `resultOf` says it. */
function comparedIn(step: kb.ComparisonStep): string {
  return isOfDays(step.left, step.right) && !step.text.includes('(') ? resultOf(step) : step.filled
}

function isOfDays(left: kb.ShownValue, right: kb.ShownValue): boolean {
  return left.kind === 'date' && right.kind === 'date'
}

/** A range that is wholly on one side of a limit: 14 to 19 is at least 7, whichever of them it is. */
function inEveryCase(comparison: string, { left, right, status }: kb.ComparisonStep): string {
  const isOfRange = isRange(left) || isRange(right)
  return isOfRange && status === 'yes' ? t('reasoning.lines.inEveryCase', { comparison }) : comparison
}

/** Of what is settled the greatest or least alone: what lies behind it says nothing more. */
function deciding({ function: kind, of }: kb.AggregateStep): kb.AggregateStep['of'] {
  if (kind !== 'minimum' && kind !== 'maximum') return of
  const settled = of.filter(({ status, value }) => status === 'yes' && !isRange(value))
  const [first] = settled.toSorted(
    (one, other) => compareValues(one.value, other.value) * (kind === 'minimum' ? 1 : -1),
  )
  return of.filter((one) => one === first || !settled.includes(one))
}

/** Of the same kind; days as they are written. */
function compareValues(one: kb.ShownValue, other: kb.ShownValue): number {
  if (one.kind === 'number' && other.kind === 'number') return new Decimal(one.low ?? 0).comparedTo(other.low ?? 0)
  return one.text < other.text ? -1 : 1
}

function aggregateWords({ function: kind, value, of, more }: kb.AggregateStep): string {
  const isDay = value.kind === 'date'
  const count = of.length + more
  if (kind === 'minimum') return t(isDay ? 'reasoning.aggregate.earliest' : 'reasoning.aggregate.least', { count })
  if (kind === 'maximum') return t(isDay ? 'reasoning.aggregate.latest' : 'reasoning.aggregate.greatest', { count })
  return t(`reasoning.aggregate.${kind}`)
}

/** What is named alike is one part: of four points for the kidneys as many as count. */
function sumPart(same: readonly kb.SumPart[], shown: Shown, waitsFor: readonly kb.Step[]): SumPart {
  const ends = same.map(({ add, status }) => pointsOf(add, status))
  const steps = same.flatMap(({ compares, steps: own }) => [
    ...compares.map((step) => showStep(step, shown)),
    ...showSteps(own, shown, waitsFor),
  ])
  const statuses = same.map(({ status }) => status)
  return {
    say: same[0]?.say ?? '',
    points: { low: total(ends.map(({ low }) => low)), high: total(ends.map(({ high }) => high)) },
    isScale: same.length > 1,
    item: same[0]?.item,
    coversAll: same[0]?.coversAll,
    holds: statuses.find((one) => one === 'unknown') ?? statuses.find((one) => one === 'yes') ?? 'no',
    steps: [...new Map(steps.map((one) => [JSON.stringify(one), one])).values()],
  }
}

function total(numbers: readonly string[]): string {
  return numbers.reduce((sum, one) => sum.plus(one), new Decimal(0)).toFixed()
}

function pointsOf(add: string, status: kb.SumPart['status']) {
  if (status !== 'unknown') {
    const points = status === 'yes' ? add : '0'
    return { low: points, high: points }
  }
  const isNegative = new Decimal(add).isNegative()
  return isNegative ? { low: add, high: '0' } : { low: '0', high: add }
}

function boundsOf(value: kb.ShownValue) {
  if (value.kind !== 'number') return { low: value.text, high: value.text }
  return { low: value.low ?? t('reasoning.any.number'), high: value.high ?? t('reasoning.any.number') }
}
