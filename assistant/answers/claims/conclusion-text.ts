import { formatFigure } from '../../../wording/figure.ts'
import { sentenceCase } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import type { ComputedText } from '../../../checks/check-computed.ts'
import type { ComputedQuantity, ComputedValue } from '../../../checks/values-stated.ts'
import type { ConclusionSource, Source } from '../../../contract/answers/answer.ts'
import { assumedWords } from '../../../contract/knowledge/proof-words.ts'
import type { ProofStep } from '../../../contract/knowledge/proof.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { conclusions } from '../answer-record.ts'
import { saidInNamed } from '../../../wording/messages/languages.ts'
import { computedLinesOf, type ProofLine, proofLines, questionWords } from './proof-lines.ts'

type Concluded = Omit<ConclusionSource, 'source'>

/** Beyond these a proof costs more reading than it gives. */
const MOST_LINES = 40

/** A conclusion as the model reads it: its sentence, what it assumes or asks for, and its steps. */
export function conclusionText(conclusion: Concluded): string {
  const { language, proof } = conclusion
  const [, ...steps] = saidInNamed(language, () => computedLinesOf(proof))
  const lines = steps.map(({ depth, text }) => `${'  '.repeat(depth - 1)}- ${text}`)
  return [headSentences(conclusion).join(' '), ...lines.slice(0, MOST_LINES)].join('\n')
}

/** Its proof line by line, as people read it, in the language of its sentences. */
export function conclusionLines({ proof, language }: Pick<Concluded, 'proof' | 'language'>): readonly ProofLine[] {
  return saidInNamed(language, () => proofLines(proof))
}

/**
 * The whole of it in a few sentences, for where nothing else is said: assumptions and open questions with it, all in the language of its
 * own sentence.
 */
export function headSentences(conclusion: Head): readonly string[] {
  return saidInNamed(conclusion.language, () => headOf(conclusion))
}

type Head = Pick<Concluded, 'sentence' | 'holds' | 'assumed' | 'missing' | 'summary' | 'language'>

function headOf({ sentence, holds, assumed, missing, summary }: Head): readonly string[] {
  if (holds === 'unknown')
    return [
      t('reasoning.concluded.open', { statement: stop(sentence) }),
      ...(missing.length === 0 ? [summary || t('reasoning.concluded.notSettled')] : askFor(missing)),
    ]
  const first =
    holds === 'no' ? t('reasoning.concluded.notSo', { statement: stop(sentence) }) : sentenceCase(stop(sentence))
  return [first, ...(assumed.length === 0 ? [] : [assumedWords(assumed)]), ...askFor(missing)]
}

/** What claims on a conclusion are held against. */
export function computedText(conclusion: Concluded): ComputedText {
  return saidInNamed(conclusion.language, () => computedIn(conclusion))
}

function computedIn(conclusion: Concluded): ComputedText {
  const { proof, sentence, holds } = conclusion
  const steps = proof.grounds.flatMap((ground) => ground.steps)
  const held = holds === 'yes' ? [sentence, proof.sentence] : []
  const sentences = headSentences(conclusion).flatMap(sentencesOf)
  const plainly = (text: string) => ungrouped(text, conclusion)
  const asWritten = [...sentences, ...sentences.map(withoutOpening)]
  return { held: [...held, ...steps.flatMap(heldIn)].map(plainly), asWritten: asWritten.map(plainly) }
}

const GROUPED = /(?<![\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/g

/** Behind these a point parts no thousands: § 1.234 is one provision, not the 1234th. */
const PLACE_BEFORE =
  /(?:§+|\b(?:art(?:ikel)?|abs(?:atz)?|abschnitt|nr|nummer|rn|rz|ziff(?:er)?|kap(?:itel)?|klausel|anlage|punkt)\.?)\s*$/iu

/** With its thousands written as `1200`: where the language parts them by a point, `1.200` would be read as a decimal. */
export function ungrouped(text: string, { language }: Pick<Concluded, 'language'>): string {
  if (!hasDecimalComma(language)) return text
  return text.replaceAll(GROUPED, (number, at: number) =>
    PLACE_BEFORE.test(text.slice(0, at)) ? number : number.replaceAll('.', ''),
  )
}

function hasDecimalComma(language: string): boolean {
  return saidInNamed(language, () => t('language.figures') === 'grouped')
}

/** What has to be known: what can settle it by itself, or where nothing can, all of it. */
function askFor(missing: Concluded['missing']): readonly string[] {
  const deciding = missing.filter(({ decides }) => decides)
  const asked = deciding.length > 0 ? deciding : missing
  return asked.map((input) => t('reasoning.concluded.toBeKnown', { question: questionWords(input) }))
}

/** Facts, calculations and conclusions on the way that hold whatever is not known. */
function heldIn(step: ProofStep): readonly string[] {
  switch (step.kind) {
    case 'fact':
    case 'recorded-absent':
      return [step.sentence]
    case 'conclusion': {
      const inner = step.proof.grounds.flatMap((ground) => ground.steps).flatMap(heldIn)
      return step.proof.holds === 'yes' ? [step.proof.sentence, ...inner] : inner
    }
    case 'calculation':
      return step.result === t('reasoning.record.notKnownYet') ? [] : [`${step.text} = ${step.result}`]
    case 'comparison':
      return step.holds === 'yes' ? [step.result] : []
    case 'sum':
      return step.parts.flatMap(({ say, points, holds, steps }) =>
        holds === 'yes' ? [`${formatFigure(points.low)} ${say}`, ...steps.flatMap(heldIn)] : steps.flatMap(heldIn),
      )
    case 'aggregate':
      return [`${step.text} = ${step.result}`, ...step.steps.flatMap(heldIn)]
    default:
      return []
  }
}

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end))
}

/** "Still to be known: Does he …?" may be asked without its opening; "Open: …" and "Not so: …" never. */
function withoutOpening(sentence: string): string {
  const opening = t('reasoning.concluded.toBeKnown', { question: '' })
  return sentence.startsWith(opening) ? sentence.slice(opening.length) : sentence
}

function stop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

/** Of goals that fit the question about equally well, such as the last day for a notice and the day it was served, all are told. */
const ABOUT_EQUAL = 0.04

/** What fits less well may be of another matter than the question, and must not keep the model from answering it. */
const FITS_WELL = 0.7

/** What the rules concluded on the question: of the goal that fits it best, and of those that fit as well. */
export function answeringConclusions(sources: readonly Source[]): readonly ConclusionSource[] {
  const all = conclusions(sources)
  const best = all[0]?.fit ?? 0
  return all.filter(({ fit }) => fit >= best - ABOUT_EQUAL)
}

/** Whether they are the answer, to which the documents can only add something. */
export function isFullAnswer(answering: readonly ConclusionSource[]): boolean {
  return answering.some(({ fit }) => fit >= FITS_WELL)
}

/**
 * The conclusions in the words of the packs, each sentence with its mark, one a line: what a rule computes is told by code,
 * so that no step can be added, dropped or merged, and what is missing is asked for. Empty for none.
 */
export function sayConclusions(answering: readonly ConclusionSource[]): string {
  return answering
    .flatMap((conclusion) => headSentences(conclusion).map((sentence) => `${sentence} [${conclusion.source}]`))
    .join('\n')
}

const NUMBERS = /^(?<low>-?\d+(?:\.\d+)?)(?:\.\.(?<high>-?\d+(?:\.\d+)?))?(?: (?<unit>\S.*))?$/
const DAYS = /^(?<low>\d{4}-\d{2}-\d{2})(?:\.\.(?<high>\d{4}-\d{2}-\d{2}))?$/

/** What sentences from the documents are held against: the numbers and days of a conclusion; null where it has none. */
export function computedQuantity({ holds, asks, args, names }: ConclusionSource): ComputedQuantity | null {
  const values = args.flatMap((arg) => valueOf(arg) ?? [])
  if (holds !== 'yes' || values.length === 0) return null
  return {
    asks,
    names: names.filter((name) => valueOf(name) === null),
    values,
  }
}

function valueOf(arg: string): ComputedValue | null {
  const days = DAYS.exec(arg)?.groups
  const found = days ?? NUMBERS.exec(arg)?.groups
  if (!found?.low) return null
  return { kind: days ? 'date' : 'number', low: found.low, high: found.high ?? found.low, unit: found.unit ?? null }
}
