import { proofsIn, stepsIn } from './inside-step.ts'
import type { Contested, Proof, Step } from './proof.ts'

type Unsaid = Omit<Proof, 'summary'>

/** What contradicts itself and keeps a conclusion open, in words, each once: what is furthest down, for the rest follows from it. */
export function contestedIn(proof: Unsaid): readonly string[] {
  const below = proof.grounds.flatMap((ground) => (ground.kind === 'rule' ? contestedBelow(ground.steps) : []))
  if (below.length > 0 || proof.contested === null) return [...new Set(below)]
  return [contestedWords(proof, proof.contested)]
}

/** Of these steps. */
export function contestedBelow(steps: readonly Step[]): readonly string[] {
  return steps
    .filter(({ status }) => status === 'unknown')
    .flatMap((step) => [
      ...proofsIn(step)
        .filter(({ repeated }) => !repeated)
        .flatMap(contestedIn),
      ...contestedBelow(stepsIn(step)),
    ])
}

function contestedWords({ conclusion, grounds }: Unsaid, { rivals, text }: Contested): string {
  if (rivals.length === 0) return `Both yes and no: ${conclusion.text}.`
  const isRecorded = grounds.every(({ kind }) => kind === 'recorded')
  return `${isRecorded ? 'Recorded values conflict' : 'Values conflict'}: ${text}.`
}
