import type { Ground, MissingInput, Proof, ProofStep, SumPart } from '../../../contract/knowledge/proof.ts'
import { assumedLine, isDefinition, partLine, sumWords } from '../../../contract/knowledge/proof-words.ts'
import { stepsBelow } from '../../../contract/knowledge/proof-steps.ts'
import { readableProof } from '../../../contract/knowledge/readable-proof.ts'
import { withDates } from '../../../wording/format-time.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'

export type ProofLine = { readonly depth: number; readonly text: string }

/**
 * A proof as the lines of an outline: the sentence, then by rule its premises in the author's order. The sources of the rules
 * are below it, each once: `by rule bmi: Body mass index [1]`. Days are written as people write them.
 */
export function proofLines(proof: Proof): readonly ProofLine[] {
  return computedLinesOf(proof).map(({ depth, text }) => ({ depth, text: withDates(text) }))
}

/** The same with its days as they are computed, `2026-06-15`, which a model repeats as they are. */
export function computedLinesOf(proof: Proof): readonly ProofLine[] {
  const read = readableProof(proof)
  const sources = sourcesIn(read)
  return [...linesOf(read, 0, sources), ...sourceLines(sources, read)]
}

/** The words of each source, in the order of the rules; the number is its place. */
type Sources = readonly string[]

function linesOf(proof: Proof, depth: number, sources: Sources): readonly ProofLine[] {
  const entry = entryIn(proof)
  if (entry === null) return [{ depth, text: openWords(proof) }, ...groundLines(proof, depth, sources)]
  const source = sources.indexOf(sourceWords(entry)) + 1
  return [{ depth, text: t('reasoning.lines.fromSource', { statement: openWords(proof), source }) }]
}

/** What a rule alone says, such as a rate of a table, is its sentence with its source; null for anything else. */
function entryIn({ grounds: [only, ...others] }: Proof): Ground | null {
  if (!only || others.length > 0 || only.rule === '' || only.steps.length > 0) return null
  return hasSource(only) ? only : null
}

/** A sentence with a blank says by itself what is open. */
function openWords({
  sentence,
  holds,
  isBlank = false,
  isRange = false,
}: Pick<Proof, 'sentence' | 'isBlank' | 'isRange'> & { holds?: Proof['holds'] | undefined }): string {
  if (isBlank) return t('reasoning.lines.notKnownYet', { statement: sentence })
  if (holds !== 'unknown') return sentence
  return t(isRange ? 'reasoning.lines.notExact' : 'reasoning.lines.notConfirmed', { statement: sentence })
}

function groundLines({ sentence, grounds }: Proof, depth: number, sources: Sources): readonly ProofLine[] {
  return grounds.flatMap((ground, at) => {
    const words = groundWords(ground, grounds.length > 1, sources)
    const line = words === null ? [] : [{ depth: depth + 1, text: wayWords(words, at) }]
    const below = depth + 1 + line.length
    return [...line, ...ground.steps.flatMap((step) => linesOfStep(step, sentence, below, sources))]
  })
}

/** The points of a score stand right below the sentence that says their sum. */
function linesOfStep(step: ProofStep, sentence: string, depth: number, sources: Sources): readonly ProofLine[] {
  if (step.kind !== 'sum' || !wordsIn(sentence).includes(` ${sumWords(step.result)} `))
    return stepLines(step, depth, sources)
  return partLines(step.parts, depth, sources)
}

function wordsIn(sentence: string): string {
  return ` ${sentence.replaceAll(/[.,:;()]+(?=\s|$)/g, '')} `
}

function partLines(parts: readonly SumPart[], depth: number, sources: Sources): readonly ProofLine[] {
  return parts.flatMap((part) => [
    { depth, text: partLine(part) },
    ...part.steps.flatMap((step) => stepLines(step, depth + 1, sources)),
  ])
}

/** Each of several ways is enough by itself. */
function wayWords(way: string, at: number): string {
  return at === 0 ? way : t('reasoning.lines.orWay', { way })
}

/**
 * Without a rule it is on record, or is not. By what a word means it follows from what is below, without a word where that is the only way.
 * Null: nothing to say.
 */
function groundWords(ground: Ground, isOneOfSeveral: boolean, sources: Sources): string | null {
  const { rule, title } = ground
  if (title === '') return null
  if (rule === '') return t('language.nouns') === 'small' ? title.toLowerCase() : title
  if (isDefinition(ground)) {
    const meaning = meaningIn(ground)
    if (meaning !== null) return t('reasoning.lines.byDefinition', { meaning })
    return isOneOfSeveral ? t('reasoning.lines.byMeaning', { title }) : null
  }
  return t('reasoning.lines.byRule', { title, source: sources.indexOf(sourceWords(ground)) + 1 })
}

/** What a definition says behind its colon: "definition: the interest on the days of each base rate, added". */
function meaningIn({ source }: Ground): string | null {
  return source?.split(/: (.*)/s)[1] ?? null
}

function sourceWords({ source }: Ground): string {
  return source ?? t('reasoning.lines.noSource')
}

/** A definition has none. */
function sourcesIn(proof: Proof): Sources {
  return [...new Set(rulesIn(proof).filter(hasSource).map(sourceWords))]
}

function hasSource(ground: Ground): boolean {
  return !isDefinition(ground)
}

/** Which rules were checked against their source, said once; nobody has reviewed a sample as guidance. */
function sourceLines(sources: Sources, proof: Proof): readonly ProofLine[] {
  const rules = rulesIn(proof)
  const samples = rules.filter(({ reviewed }) => !reviewed)
  const named = [...new Set(samples.map(({ title }) => title))].join('; ')
  const sampleWords =
    samples.length === rules.length ? t('reasoning.lines.samples') : t('reasoning.lines.samplesNamed', { rules: named })
  return [
    ...sources.map((source, at) => `[${at + 1}] ${source}`),
    ...checkedWords(rules.filter(hasSource), sources),
    ...(samples.length === 0 ? [] : [sampleWords]),
  ].map((text) => ({ depth: 1, text }))
}

function checkedWords(rules: readonly Ground[], sources: Sources): readonly string[] {
  if (rules.length === 0) return []
  const unread = new Set(rules.filter(({ sourceRead }) => !sourceRead).map(sourceWords))
  const count = sources.length
  if (unread.size === 0) return [t('reasoning.lines.checked', { count })]
  if (unread.size === count) return [t('reasoning.lines.notChecked', { count })]
  const marks = sources.flatMap((source, at) => (unread.has(source) ? [`[${at + 1}]`] : []))
  return [t('reasoning.lines.checkedExcept', { marks: listWords(marks) })]
}

/** Every ground by a rule, in the order in which they are read. */
function rulesIn({ grounds }: Proof): readonly Ground[] {
  return grounds.flatMap((ground) => [...(ground.rule === '' ? [] : [ground]), ...ground.steps.flatMap(rulesBelow)])
}

function rulesBelow(step: ProofStep): readonly Ground[] {
  const proofs = proofsRightBelow(step)
  return proofs.length > 0 ? proofs.flatMap(rulesIn) : stepsBelow(step).flatMap(rulesBelow)
}

function proofsRightBelow(step: ProofStep): readonly Proof[] {
  if (step.kind === 'conclusion') return [step.proof]
  return 'proofs' in step ? step.proofs : []
}

function stepLines(step: ProofStep, depth: number, sources: Sources): readonly ProofLine[] {
  const line = (text: string): ProofLine => ({ depth, text })
  const below = (proofs: readonly Proof[]) => proofs.flatMap((inner) => groundLines(inner, depth, sources))
  switch (step.kind) {
    case 'conclusion':
      return linesOf(step.proof, depth, sources)
    case 'not-concluded':
      return [line(t('reasoning.because.notConcluded', { statement: step.sentence })), ...below(step.proofs)]
    case 'against':
      return [line(againstWords(step)), ...below(step.proofs)]
    case 'fails': {
      const recorded = recordedInstead(step)
      const notMet = t('reasoning.because.notMet', { statement: step.text })
      return recorded === null ? [line(notMet), ...below(step.proofs)] : [line(recorded)]
    }
    case 'calculation':
    case 'comparison':
    case 'sum':
    case 'aggregate':
      return computedLines(step, depth, sources)
    default:
      return [line(singleLine(step))]
  }
}

type Compound = 'conclusion' | 'not-concluded' | 'against' | 'fails' | Computed['kind']

function singleLine(step: Exclude<ProofStep, { kind: Compound }>): string {
  switch (step.kind) {
    case 'fact':
      return t('reasoning.lines.fact', { statement: step.sentence })
    case 'recorded-absent':
      return t('reasoning.lines.recorded', { statement: step.sentence })
    case 'assumed-absent':
      return assumedLine(step.sentence)
    case 'missing':
      return t('reasoning.because.notKnown', { question: questionWords(step.input) })
    case 'problem':
      return t('reasoning.lines.notComputed', { problem: step.message })
    case 'conflict':
      return t('reasoning.lines.conflict', { values: step.sentence })
    case 'see-above':
      return t('reasoning.lines.seeAbove', { statement: openWords(step) })
    case 'left-out':
      return step.text
  }
}

/** Where what is not met is recorded as no, or with another value, and that is all there is to say. */
function recordedInstead({ text, proofs }: Extract<ProofStep, { kind: 'fails' }>): string | null {
  const [ground, ...others] = proofs.flatMap(({ grounds }) => grounds)
  const [step, ...more] = ground?.steps ?? []
  if (ground?.rule !== '' || others.length > 0 || step?.kind !== 'recorded-absent' || more.length > 0) return null
  return ground.title === t('reasoning.record.asNo')
    ? t('reasoning.lines.recorded', { statement: step.sentence })
    : t('reasoning.lines.notMetRecorded', { statement: text, recorded: step.sentence })
}

type Computed = Extract<ProofStep, { kind: 'calculation' | 'comparison' | 'sum' | 'aggregate' }>

function computedLines(step: Computed, depth: number, sources: Sources): readonly ProofLine[] {
  const line = (text: string): ProofLine => ({ depth, text })
  switch (step.kind) {
    case 'calculation':
      return [line(`${step.text} = ${step.result}`)]
    case 'comparison':
      return [line(comparisonWords(step))]
    case 'sum':
      return [
        line(t('reasoning.lines.points', { points: sumWords(step.result) })),
        ...partLines(step.parts, depth + 1, sources),
      ]
    case 'aggregate':
      return [
        line(`${step.text}: ${step.result}`),
        ...step.steps.flatMap((inner) => stepLines(inner, depth + 1, sources)),
      ]
  }
}

/** An exception that is not known does not speak against anything yet. */
function againstWords({ sentence, holds }: Extract<ProofStep, { kind: 'against' }>): string {
  const statement = { statement: sentence }
  return holds === 'yes'
    ? t('reasoning.lines.exceptionApplies', statement)
    : t('reasoning.lines.exceptionNotKnown', statement)
}

function comparisonWords({ text, result, holds }: Extract<ProofStep, { kind: 'comparison' }>): string {
  const statement = text === result ? result : t('reasoning.lines.compared', { result, comparison: text })
  if (holds === 'yes') return statement
  return holds === 'no'
    ? t('reasoning.because.notMet', { statement })
    : t('reasoning.lines.notKnownWhether', { statement })
}

/** Of a long list of answers the first. */
const MOST_CHOICES = 8
const CHOICES_NAMED = 4

export function questionWords({ question, choices }: MissingInput): string {
  const labels = choices.map(({ label }) => label)
  const named =
    labels.length > MOST_CHOICES
      ? [...labels.slice(0, CHOICES_NAMED), t('reasoning.lines.moreChoices', { count: labels.length - CHOICES_NAMED })]
      : labels
  // Where the question names them itself, they are not said again.
  if (labels.every((label) => question.includes(label))) return question
  return t('reasoning.lines.choices', { question, choices: named.join('; ') })
}
