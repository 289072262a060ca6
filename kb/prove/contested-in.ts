import { proofsIn, stepsIn } from './inside-step.ts'
import type { Proof, ShownValue, Statement, Step } from './proof.ts'

type Contested = Omit<Proof, 'summary'>

/** What contradicts itself and keeps a conclusion open, in words, each once: what is furthest down, for the rest follows from it. */
export function contestedIn(proof: Contested): readonly string[] {
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

const NUMBERS = ['', '', 'two', 'three', 'four']

function contestedWords({ conclusion, grounds }: Contested, { rivals }: NonNullable<Proof['contested']>): string {
  const { relation, text } = conclusion
  if (rivals.length === 0) return `${relation}: it stands that ${text}, and on record that it is not so.`
  const all = [conclusion, ...rivals]
  const isRecorded = grounds.every(({ kind }) => kind === 'recorded')
  const said = all
    .map((one) => one.text)
    .toSorted()
    .join(' / ')
  const count = NUMBERS[all.length] ?? String(all.length)
  return `${relation}: ${count} ${kindWord(all)} ${isRecorded ? 'are recorded that ' : ''}contradict each other: ${said}.`
}

/** What the statements differ in. */
function kindWord([first, ...others]: readonly Statement[]): string {
  const differs = (value: ShownValue, at: number) => others.some(({ values }) => values[at]?.text !== value.text)
  const kinds = new Set(first?.values.filter(differs).map(({ kind }) => kind))
  return kinds.size === 1 && kinds.has('date') ? 'days' : 'values'
}
