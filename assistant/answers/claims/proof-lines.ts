import type { Ground, MissingInput, Proof, ProofStep } from '../../../contract/knowledge/proof.ts'
import { assumedLine, isDefinition, partLine, sumWords } from '../../../contract/knowledge/proof-words.ts'
import { readableProof, stepsBelow } from '../../../contract/knowledge/readable-proof.ts'
import { t } from '../../../wording/translate.ts'

export type ProofLine = { readonly depth: number; readonly text: string }

/**
 * A proof as the lines of an outline: the sentence, then by rule its premises in the author's order. The sources of the rules
 * stand below it, each once: `by rule bmi: Body mass index [1]`.
 */
export function proofLines(proof: Proof): readonly ProofLine[] {
  const read = readableProof(proof)
  const sources = sourcesIn(read)
  return [...linesOf(read, 0, sources), ...sourceLines(sources, read)]
}

/** The words of each source, in the order of the rules; the number is its place. */
type Sources = readonly string[]

function linesOf(proof: Proof, depth: number, sources: Sources): readonly ProofLine[] {
  return [{ depth, text: openWords(proof) }, ...groundLines(proof, depth, sources)]
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

function groundLines({ grounds }: Proof, depth: number, sources: Sources): readonly ProofLine[] {
  return grounds.flatMap((ground, at) => [
    { depth: depth + 1, text: wayWords(groundWords(ground, sources), at) },
    ...ground.steps.flatMap((step) => stepLines(step, depth + 2, sources)),
  ])
}

/** Each of several ways is enough by itself. */
function wayWords(way: string, at: number): string {
  return at === 0 ? way : t('reasoning.lines.orWay', { way })
}

/** Without a rule it is on record, or is not. */
function groundWords(ground: Ground, sources: Sources): string {
  const { rule, title } = ground
  if (rule === '') return t('language.nouns') === 'small' ? title.toLowerCase() : title
  const source = sources.indexOf(sourceWords(ground)) + 1
  return title === rule
    ? t('reasoning.lines.byRule', { rule, source })
    : t('reasoning.lines.byRuleTitled', { rule, title, source })
}

/** Whether anybody has checked the rule against its source; a definition has none. */
function sourceWords(ground: Ground): string {
  const { source, sourceRead } = ground
  if (source === null) return t('reasoning.lines.noSource')
  if (isDefinition(ground)) return source
  return sourceRead ? t('reasoning.lines.checked', { source }) : t('reasoning.lines.notChecked', { source })
}

function sourcesIn(proof: Proof): Sources {
  return [...new Set(rulesIn(proof).map(sourceWords))]
}

/** Nobody has reviewed a sample as guidance. */
function sourceLines(sources: Sources, proof: Proof): readonly ProofLine[] {
  const rules = rulesIn(proof)
  const samples = rules.filter(({ reviewed }) => !reviewed)
  const named = [...new Set(samples.map(({ rule }) => rule))].join(', ')
  const sampleWords =
    samples.length === rules.length ? t('reasoning.lines.samples') : t('reasoning.lines.samplesNamed', { rules: named })
  return [...sources.map((source, at) => `[${at + 1}] ${source}`), ...(samples.length === 0 ? [] : [sampleWords])].map(
    (text) => ({ depth: 1, text }),
  )
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
        ...step.parts.flatMap((part) => [
          { depth: depth + 1, text: partLine(part) },
          ...part.steps.flatMap((inner) => stepLines(inner, depth + 2, sources)),
        ]),
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
