import type { ConclusionSource } from '../../contract/answer.ts'
import { proofLines, questionWords } from './proof-lines.ts'

type Concluded = Omit<ConclusionSource, 'source'>

/** A conclusion as the model reads it and as claims on it are checked: its sentence, what it assumes or asks for, its steps. */
export function conclusionText(conclusion: Concluded): string {
  const [, ...steps] = proofLines(conclusion.proof)
  return [headLine(conclusion), ...steps.map(({ depth, text }) => `${'  '.repeat(depth - 1)}- ${text}`)].join('\n')
}

/** The whole of it in a sentence or two, for where nothing else is said. */
export function headLine({ sentence, holds, assumed, missing }: Concluded): string {
  if (holds === 'unknown') return `Open: ${stop(sentence)} ${askFor(missing)}`
  const holding = holds === 'no' ? `Not so: ${stop(sentence)}` : stop(sentence)
  return assumed.length === 0 ? holding : `${holding} This assumes: ${assumed.join('; ')}.`
}

/** What has to be known, the deciding questions first. */
export function askFor(missing: Concluded['missing']): string {
  const asked = missing.toSorted((one, other) => Number(other.decides) - Number(one.decides))
  return asked.length === 0 ? 'It cannot be settled.' : `To settle it: ${asked.map(questionWords).join(' ')}`
}

function stop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
