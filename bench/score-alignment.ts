import type { PairState } from '../assistant/opinions/align/compare-pair.ts'
import { wilson } from './wilson.ts'

type Side = { readonly text: string; readonly cites: readonly string[] }
export type LabelledPair = {
  readonly id: number
  readonly a: Side
  readonly b: Side
  readonly label: 'agree' | 'differ' | 'other'
}
export type ScoredPair = LabelledPair & { readonly state: PairState; readonly by: 'rule' | 'model' }

/** A line for each half and for all. What stays unclear is not right. `judged`: of the pairs that the model was asked about. */
export function* scoreAlignment(judge: string, pairs: readonly ScoredPair[]) {
  const halves = {
    developed: pairs.filter(({ id }) => id % 2 === 0),
    'held out': pairs.filter(({ id }) => id % 2 === 1),
    all: pairs,
  }
  for (const [half, own] of Object.entries(halves)) {
    const right = rightIn(own)
    const judged = own.filter(({ by }) => by === 'model')
    yield {
      bench: 'alignment',
      judge,
      half,
      pairs: own.length,
      right,
      accuracy: right / own.length,
      interval: wilson(right, own.length),
      unclear: own.filter(({ state }) => state === 'unclear').length,
      judged: { right: rightIn(judged), of: judged.length },
      confused: confused(own),
    }
  }
}

function rightIn(pairs: readonly ScoredPair[]): number {
  return pairs.filter(({ label, state }) => label === state).length
}

/** Label and what was made of it, with how often. */
function confused(pairs: readonly ScoredPair[]): Readonly<Record<string, number>> {
  const wrong = pairs.filter(({ label, state }) => label !== state)
  return Object.fromEntries(
    [...Map.groupBy(wrong, ({ label, state }) => `${label} → ${state}`)].map(([kind, own]) => [kind, own.length]),
  )
}
