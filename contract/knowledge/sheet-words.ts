import { listWords, sentenceCase, unitWords } from '../../wording/phrases.ts'
import { answerWords } from './calculator-input.ts'
import { givesNone, isOpenPoints, pointsWords, sumWords } from './proof-words.ts'
import type { SumPart } from './proof.ts'
import { scoreLines } from './score-parts.ts'
import type { Fact } from './fact.ts'
import type { Calculation, Calculator } from './rule.ts'
import { isAsked, isKnown, type Sheet, type SheetInput, type StatedResult } from './sheet.ts'
import { t } from '../../wording/translate.ts'
import { messageText } from '../../wording/message-text.ts'

type Passage = Extract<Fact['source'], { readonly kind: 'passage' }>

type Result = Pick<Calculation, 'result' | 'unit' | 'missing' | 'proof'>

/** `27.4 mL/min`. */
export function withUnit(value: string, unit: string | null): string {
  return unit ? `${value} ${unitWords(unit)}` : value
}

/** The result as it is said: `4 to 8`, `27.4 mL/min`, that it cannot be given yet, or that it does not apply. */
export function resultWords({ result, unit, missing, proof }: Result): string {
  if (result !== null) return withUnit(result, unit)
  if (missing.length > 0) return t('sheets.result.notKnownYet')
  // With all known and nothing against it a step could not be computed, such as a day beyond a calendar.
  return proof?.holds === 'unknown' ? t('sheets.result.notWorkedOut') : t('sheets.result.conditionNotMet')
}

/** Why there is no result though nothing is missing: the conditions that are not met, each once. */
export function reasonsAgainst({ proof, missing }: Pick<Calculation, 'proof' | 'missing'>): readonly string[] {
  if (proof === null || missing.length > 0 || proof.holds !== 'no') return []
  const steps = proof.grounds.flatMap((ground) => ground.steps)
  return [...new Set(steps.flatMap((step) => (step.kind === 'fails' ? [step.text] : [])))]
}

/** Whether somebody has read the sources of all rules that it rests on, or which not. */
function readWords({ source, notRead }: Pick<Calculation, 'source' | 'notRead'>): string {
  const rest = notRead.filter((one) => one !== source)
  const others = rest.join('; ')
  if (rest.length === notRead.length)
    return others === '' ? t('sheets.copied.sourceRead') : t('sheets.copied.othersNotRead', { others })
  return others === '' ? t('sheets.copied.sourceNotRead') : t('sheets.copied.sourceNotReadNor', { others })
}

/** What the result rests on: a warning, conditions that are not met, parts with their points, and what is not known. */
function groundLines(calculation: Calculation): readonly string[] {
  const { warning, parts, missing } = calculation
  const questions = missing.map(({ question }) => question).join(' ')
  return [
    ...(warning === null ? [] : [warning]),
    ...reasonsAgainst(calculation).map((reason) => inList(t('sheets.copied.notMet', { reason }))),
    ...parts.map((part) => inList(partLine(part))),
    ...(missing.length > 0 ? [t('sheets.copied.notKnown', { questions })] : []),
  ]
}

function partLine({ say: part, points: given, because }: Calculation['parts'][number]): string {
  const points = pointsWords(given)
  return because ? t('sheets.copied.partBecause', { part, points, because }) : t('sheets.copied.part', { part, points })
}

/** Whose rules it is computed by, their source, and whether anybody has read that. */
function originLines({ reviewed, pack }: Pick<Calculator, 'reviewed' | 'pack'>, calculation: Calculation) {
  return [
    ...(calculation.source ? [t('sheets.copied.source', { source: calculation.source })] : []),
    readWords(calculation),
    reviewed ? t('sheets.copied.computedBy', { pack }) : t('sheets.copied.computedBySample', { pack }),
  ]
}

export type ReadStep = { readonly words: string; readonly value: string; readonly isOpen: boolean }

/** More parts than this are read aloud only where they add something. */
const PARTS_AT_MOST = 12

/** The parts of a sum with their points; of a formula, and where nothing is known yet, each input with its value. */
export function stepsOf({ calculation, inputs }: Sheet): readonly ReadStep[] {
  const parts = partsRead(calculation)
  if (parts.length > 0 && inputs.some(isKnown)) {
    const stepOf = ({ say, points, isScale }: (typeof parts)[number]) => ({
      words: sentenceCase(say),
      value: isScale ? sumWords(points) : pointsWords(points),
      isOpen: isOpenPoints(points),
    })
    const counted = parts.filter(({ points }) => !givesNone(points))
    if (parts.length <= PARTS_AT_MOST || counted.length === parts.length) return parts.map(stepOf)
    const others = counted.length === 0 ? t('sheets.result.allParts') : t('sheets.result.allOtherParts')
    return [...counted.map(stepOf), { words: others, value: '0', isOpen: false }]
  }
  return inputs.map((input) => ({ words: input.label, value: answerShown(input), isOpen: isAsked(input) }))
}

/** One line an item: of the points for a respiratory rate at most one counts. */
function partsRead({ parts, proof }: Calculation): readonly Pick<SumPart, 'say' | 'points' | 'isScale'>[] {
  const steps = proof?.grounds[0]?.steps ?? []
  const sums = steps.flatMap((step) => (step.kind === 'sum' ? [step] : []))
  return sums.length === 0 ? parts : sums.flatMap(scoreLines)
}

/** A range says nothing while nothing is known: "0 to 25000 mg/day". */
export function resultShown({ calculation, inputs }: Sheet): string {
  const isAnyKnown = inputs.some(isKnown)
  return isAnyKnown || calculation.missing.length === 0 ? resultWords(calculation) : t('sheets.result.notKnownYet')
}

/** The answer, or why there is none. */
export function answerShown(input: SheetInput): string {
  if (input.state === 'conflict') return t('sheets.result.conflict')
  const answer = answerWords(input)
  if (answer !== null) return answer
  return input.isAssumed ? t('sheets.result.notRecordedCountsAsNo') : t('sheets.result.notRecorded')
}

/** "Stroke risk for Anna Adeyemi"; the title alone where nobody is named. */
export function titleWords({ calculator: { title }, subjects }: Pick<Sheet, 'calculator' | 'subjects'>): string {
  const names = subjects.filter(({ type, name }) => name !== type).map(({ name }) => name.replaceAll('_', ' '))
  return names.length === 0 ? title : t('sheets.result.titleFor', { title, names: listWords(names) })
}

/** What may explain why a document states another result. */
export function whyWords({ why }: Pick<StatedResult, 'why'>): string {
  return why.length === 0
    ? t('sheets.result.noReason')
    : t('sheets.result.reasons', { reasons: why.map(messageText).join('. ') })
}

/** "Stroke risk for Anna Adeyemi, as of 2026-06-03". */
export function sheetTitle(sheet: Sheet): string {
  return t('sheets.copied.title', { title: titleWords(sheet), day: sheet.asOf })
}

/** What documents state as the result, each with why it may differ. */
export function statedLines({ stated }: Pick<Sheet, 'stated'>): readonly string[] {
  return stated.map((one) => {
    const { document, value, quote, day } = one
    const said = { document, value, quote, why: whyWords(one) }
    return day === null ? t('sheets.copied.stated', said) : t('sheets.copied.statedOn', { ...said, day })
  })
}

/** Whose facts there are where nobody of them was chosen, so that nothing of theirs counts. */
export function whoseLines({ whose }: Pick<Sheet, 'whose'>): readonly string[] {
  return whose
    .filter(({ chosen }) => chosen === null)
    .map(({ names }) => t('sheets.copied.whose', { names: names.join(', ') }))
}

/** An input with its answer, its state, and its sources word for word. */
export function inputSaid(input: SheetInput): string {
  const answer = notedAnswer(input)
  const sources = sourcesOf(input)
  return sources === '' ? answer : t('sheets.copied.withSources', { answer, sources })
}

/** What the calculation rests on, and whose rules it is computed by. */
export function calculationLines({ calculator, calculation }: Sheet): readonly string[] {
  return [...groundLines(calculation), ...originLines(calculator, calculation)]
}

/** The sheet with every input and its source, as plain text for another program. */
export function sheetText(sheet: Sheet): string {
  return [
    t('sheets.copied.titleWithResult', { title: sheetTitle(sheet), result: resultShown(sheet) }),
    ...statedLines(sheet).map(inList),
    ...whoseLines(sheet),
    t('sheets.copied.inputs'),
    ...sheet.inputs.map((input) => inList(t('sheets.copied.field', { name: input.label, words: inputSaid(input) }))),
    t('sheets.copied.steps'),
    ...calculationLines(sheet),
  ].join('\n')
}

const inList = (line: string) => `- ${line}`

/** The answer with what its state means; of what is recorded the answer alone. */
function notedAnswer(input: SheetInput): string {
  const answer = answerShown(input)
  if (input.state === 'read') return t('sheets.copied.notConfirmed', { answer })
  return input.state === 'typed' ? t('sheets.copied.forThisSheet', { answer }) : answer
}

/** The documents that say so or otherwise; of values that differ each with its own. */
function sourcesOf(input: SheetInput): string {
  const { facts, against, state, args } = input
  const isEach = state === 'conflict' || against.length > 0
  const shown = state === 'conflict' ? facts : [...facts.slice(0, 1), ...against]
  return shown
    .flatMap(({ source, holds, at: day, args: said }) => {
      if (source.kind !== 'passage') return []
      const value = answerWords({ ...input, holds, value: said[args.indexOf(null)] ?? null })
      return quoteWords(source, isEach ? value : null, day)
    })
    .join('; ')
}

function quoteWords({ document, quote }: Passage, value: string | null, day: string | null): string {
  if (value === null)
    return day === null
      ? t('sheets.copied.quote', { document, quote })
      : t('sheets.copied.quoteOf', { document, quote, day })
  return day === null
    ? t('sheets.copied.quoteValue', { document, quote, value })
    : t('sheets.copied.quoteValueOf', { document, quote, value, day })
}
