import { sentenceCase } from '../../wording/phrases.ts'
import { answerWords } from './calculator-input.ts'
import type { Calculation, Calculator } from './rule.ts'
import { isAsked, isKnown, type Sheet, type SheetInput, whyWords } from './sheet.ts'

type Result = Pick<Calculation, 'result' | 'unit' | 'missing' | 'proof'>

/** `27.4 mL/min`. */
export function withUnit(value: string, unit: string | null): string {
  return unit ? `${value} ${unit}` : value
}

/** The result as it is said: `4 to 8`, `27.4 mL/min`, that it cannot be given yet, or that it does not apply. */
export function resultWords({ result, unit, missing, proof }: Result): string {
  if (result !== null) return withUnit(result, unit)
  if (missing.length > 0) return 'Not known yet'
  // With all known and nothing against it a step could not be computed, such as a day beyond a calendar.
  return proof?.holds === 'unknown'
    ? 'Not calculated: see how it was worked out'
    : 'Not calculated: a condition is not met'
}

/** Why there is no result though nothing is missing: the conditions that are not met, each once. */
export function reasonsAgainst({ proof, missing }: Pick<Calculation, 'proof' | 'missing'>): readonly string[] {
  if (proof === null || missing.length > 0 || proof.holds !== 'no') return []
  const steps = proof.grounds.flatMap((ground) => ground.steps)
  return [...new Set(steps.flatMap((step) => (step.kind === 'fails' ? [step.text] : [])))]
}

/** Whether points are a range or a choice, since an answer is missing: `0 or 1`. */
export function isOpenPoints(points: string): boolean {
  return / (?:to|or) /.test(points)
}

/** Whether somebody has read the sources of all rules that it rests on, or which not. */
export function readWords({ source, notRead }: Pick<Calculation, 'source' | 'notRead'>): string {
  const others = notRead.filter((one) => one !== source)
  if (others.length === notRead.length) return others.length === 0 ? 'Source read' : `Not read: ${others.join('; ')}`
  return ['Source not read', ...(others.length > 0 ? [`nor ${others.join('; ')}`] : [])].join(', ')
}

/** What the result rests on: a warning, conditions that are not met, parts with their points, and what is not known. */
function groundLines(calculation: Calculation): readonly string[] {
  const { warning, parts, missing } = calculation
  return [
    ...(warning === null ? [] : [warning]),
    ...reasonsAgainst(calculation).map((text) => `- not met: ${text}`),
    ...parts.map(({ say, points, because }) => `- ${say}: ${points}${because ? ` (${because})` : ''}`),
    ...(missing.length > 0 ? [`Not known: ${missing.map(({ question }) => question).join(' ')}`] : []),
  ]
}

/** Whose rules it is computed by, their source, and whether anybody has read that. */
function originLines({ reviewed, pack }: Pick<Calculator, 'reviewed' | 'pack'>, calculation: Calculation) {
  return [
    ...(calculation.source ? [`Source: ${calculation.source}`] : []),
    `${readWords(calculation)}.`,
    `Computed by the rules of the pack ${pack}${reviewed ? '' : ', a sample: not reviewed guidance'}.`,
  ]
}

export type ReadStep = { readonly words: string; readonly value: string; readonly isOpen: boolean }

/** More parts than this are read aloud only where they add something. */
const PARTS_AT_MOST = 12

/** The parts of a sum with their points; of a formula, and where nothing is known yet, each input with its value. */
export function stepsOf({ calculation: { parts }, inputs }: Sheet): readonly ReadStep[] {
  if (parts.length > 0 && inputs.some(isKnown)) {
    const steps = parts.map(({ say, points }) => ({
      words: sentenceCase(say),
      value: points,
      isOpen: isOpenPoints(points),
    }))
    const counted = steps.filter(({ value }) => value !== '0')
    if (steps.length <= PARTS_AT_MOST || counted.length === steps.length) return steps
    return [...counted, { words: counted.length === 0 ? 'All parts' : 'All other parts', value: '0', isOpen: false }]
  }
  return inputs.map((input) => ({ words: input.label, value: answerShown(input), isOpen: isAsked(input) }))
}

/** A range says nothing while nothing is known: "0 to 25000 mg/day". */
export function resultShown({ calculation, inputs }: Sheet): string {
  const isAnyKnown = inputs.some(isKnown)
  return isAnyKnown || calculation.missing.length === 0 ? resultWords(calculation) : 'Not known yet'
}

/** The answer, or why there is none. */
export function answerShown(input: SheetInput): string {
  if (input.state === 'conflict') return 'values conflict'
  return answerWords(input) ?? (input.isAssumed ? 'not recorded, counts as no' : 'not recorded')
}

/** " for Anna Adeyemi"; empty where nobody is named. */
export function aboutWords({ subjects }: Pick<Sheet, 'subjects'>): string {
  const names = subjects.filter(({ type, name }) => name !== type).map(({ name }) => name.replaceAll('_', ' '))
  return names.length === 0 ? '' : ` for ${names.join(' and ')}`
}

/** "Stroke risk for Anna Adeyemi, as of 2026-06-03". */
export function sheetTitle(sheet: Sheet): string {
  return `${sheet.calculator.title}${aboutWords(sheet)}, as of ${sheet.asOf}`
}

/** What documents state as the result, each with why it may differ. */
export function statedLines({ stated }: Pick<Sheet, 'stated'>): readonly string[] {
  return stated.map((one) => {
    const day = one.day === null ? '' : ` (${one.day})`
    return `${one.document} says ${one.value}${day}: “${one.quote}” ${whyWords(one)}`
  })
}

/** Whose facts there are where nobody of them was chosen, so that nothing of theirs counts. */
export function whoseLines({ whose }: Pick<Sheet, 'whose'>): readonly string[] {
  return whose
    .filter(({ chosen }) => chosen === null)
    .map(({ names }) => `The facts are about ${names.join(', ')}. Nothing of theirs counts until one is chosen.`)
}

/** An input with its answer, its state, and its sources word for word. */
export function inputSaid(input: SheetInput): string {
  return `${answerShown(input)}${notedOf(input)}${sourceOf(input)}`
}

/** What the calculation rests on, and whose rules it is computed by. */
export function calculationLines({ calculator, calculation }: Sheet): readonly string[] {
  return [...groundLines(calculation), ...originLines(calculator, calculation)]
}

/** The sheet with every input and its source, as plain text for another program. */
export function sheetText(sheet: Sheet): string {
  return [
    `${sheetTitle(sheet)}: ${resultShown(sheet)}`,
    ...statedLines(sheet).map((line) => `- ${line}`),
    ...whoseLines(sheet),
    'Inputs:',
    ...sheet.inputs.map((input) => `- ${input.label}: ${inputSaid(input)}`),
    'How this was calculated:',
    ...calculationLines(sheet),
  ].join('\n')
}

function notedOf({ state }: SheetInput): string {
  return state === 'read' ? ', not confirmed' : state === 'typed' ? ', given for this sheet' : ''
}

/** The documents that say so or otherwise; of values that differ each with its own. */
function sourceOf(input: SheetInput): string {
  const { facts, against, state, args } = input
  const isEach = state === 'conflict' || against.length > 0
  const shown = state === 'conflict' ? facts : [...facts.slice(0, 1), ...against]
  const from = shown.flatMap(({ source, holds, at, args: said }) => {
    if (source.kind !== 'passage') return []
    const value = answerWords({ ...input, holds, value: said[args.indexOf(null)] ?? null })
    const of = at === null ? '' : `, of ${at}`
    return `${source.document}${isEach ? `, ${value}` : ''}${of}: “${source.quote}”`
  })
  return from.length === 0 ? '' : ` (${from.join('; ')})`
}
