import type { MissingInput, Proof, ProofStep } from '../../contract/proof.ts'

export type ProofLine = { readonly depth: number; readonly text: string }

/** A proof as the lines of an outline: the sentence, then by rule its premises in the author's order. */
export function proofLines(proof: Proof, depth = 0): readonly ProofLine[] {
  return [{ depth, text: proof.sentence }, ...groundLines(proof, depth)]
}

function groundLines({ grounds }: Proof, depth: number): readonly ProofLine[] {
  return grounds.flatMap((ground) => [
    { depth: depth + 1, text: groundWords(ground) },
    ...ground.steps.flatMap((step) => stepLines(step, depth + 2)),
  ])
}

/** Without a rule it is on record, or is not. */
function groundWords(ground: Proof['grounds'][number]): string {
  const { rule, title } = ground
  if (rule === '') return title.toLowerCase()
  return `by rule ${rule}${title === rule ? '' : `: ${title}`}${sourceWords(ground)}`
}

/** Who may be held to it: the source, and whether anybody has read it there. */
function sourceWords({ source, sourceRead, reviewed }: Proof['grounds'][number]): string {
  const words = [
    source === null ? 'no source' : `${source}, source ${sourceRead ? 'read' : 'not read'}`,
    reviewed ? null : 'sample, not reviewed guidance',
  ].filter((word) => word !== null)
  return words.length === 0 ? '' : ` (${words.join('; ')})`
}

function stepLines(step: ProofStep, depth: number): readonly ProofLine[] {
  const line = (text: string): ProofLine => ({ depth, text })
  switch (step.kind) {
    case 'fact':
      return [line(`${step.sentence} (fact)`)]
    case 'conclusion':
      return proofLines(step.proof, depth)
    case 'assumed-absent':
      return [line(`not recorded, counts as no: ${step.sentence}`)]
    case 'recorded-absent':
      return [line(`${step.sentence} (recorded)`)]
    case 'not-concluded':
      return [line(`no rule concludes: ${step.sentence}`), ...step.proofs.flatMap((inner) => groundLines(inner, depth))]
    case 'against':
      return [line(againstWords(step)), ...step.proofs.flatMap((inner) => groundLines(inner, depth))]
    case 'fails':
      return [line(`not met: ${step.text}`), ...step.proofs.flatMap((inner) => groundLines(inner, depth))]
    case 'missing':
      return [line(`not known: ${questionWords(step.input)}`)]
    case 'problem':
      return [line(`could not be computed: ${step.message}`)]
    case 'see-above':
      return [line(`${step.sentence} (see above)`)]
    default:
      return computedLines(step, depth)
  }
}

type Computed = Extract<ProofStep, { kind: 'calculation' | 'comparison' | 'sum' | 'aggregate' }>

function computedLines(step: Computed, depth: number): readonly ProofLine[] {
  const line = (text: string): ProofLine => ({ depth, text })
  switch (step.kind) {
    case 'calculation':
      return [line(`${step.result} = ${step.text}`)]
    case 'comparison':
      return [line(comparisonWords(step))]
    case 'sum':
      return [
        line(`points: ${pointsWords(step.result)}`),
        ...step.parts.flatMap((part) => [
          { depth: depth + 1, text: `${pointsWords(part.points)} ${part.say}` },
          ...part.steps.flatMap((inner) => stepLines(inner, depth + 2)),
        ]),
      ]
    case 'aggregate':
      return [line(`${step.text}: ${step.result}`), ...step.steps.flatMap((inner) => stepLines(inner, depth + 1))]
  }
}

/** An exception that is not known does not speak against anything yet. */
function againstWords({ sentence, holds }: Extract<ProofStep, { kind: 'against' }>): string {
  return holds === 'yes' ? `against it: ${sentence}` : `not known, and against it if so: ${sentence}`
}

const COMPARED = { yes: '', no: 'not met: ', unknown: 'not known whether ' } as const

function comparisonWords({ text, result, holds }: Extract<ProofStep, { kind: 'comparison' }>): string {
  return `${COMPARED[holds]}${result}${text === result ? '' : ` (${text})`}`
}

export function pointsWords({ low, high }: { readonly low: string; readonly high: string }): string {
  return low === high ? low : `${low} to ${high}`
}

export function questionWords({ question, choices }: MissingInput): string {
  return choices.length === 0 ? question : `${question} (${choices.map(({ label }) => label).join(', ')})`
}
