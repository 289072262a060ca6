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

/** What stays unclear is not right. `judged`: of the pairs that the model was asked about. `wrongAgree`: of what rules alone called the same. */
export function scoreAlignment(judge: string, set: string, pairs: readonly ScoredPair[]) {
  const right = rightIn(pairs)
  const judged = pairs.filter(({ by }) => by === 'model')
  return {
    bench: 'alignment',
    judge,
    set,
    pairs: pairs.length,
    right,
    accuracy: right / pairs.length,
    interval: wilson(right, pairs.length),
    unclear: pairs.filter(({ state }) => state === 'unclear').length,
    wrongAgree: pairs.filter(({ by, label, state }) => by === 'rule' && state === 'agree' && label !== 'agree').length,
    judged: { right: rightIn(judged), of: judged.length, interval: wilson(rightIn(judged), judged.length) },
    confused: confused(pairs),
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
