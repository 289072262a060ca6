import { isGoodEnough } from '../assistant/answers/judge-entailment.ts'
import { auroc } from '../assistant/statistics/score-measures.ts'
import { wilsonInterval } from '../assistant/statistics/estimates.ts'
import { wilson } from './wilson.ts'

/** Words of a document, a sentence that follows from them and one that does not, and in which way it does not. */
export type EntailmentPair = {
  /** Whether it helps to choose the limit, or to measure what comes of it. */
  readonly half: 'choose' | 'measure'
  readonly document: string
  readonly text: string
  readonly follows: string
  readonly doesNotFollow: string
  readonly why: string
}

/** A pair that a model judged, with its odds of yes over no. */
export type JudgedPair = { readonly follows: boolean; readonly odds: number; readonly why: string }

/**
 * From which odds on a yes counts: where the lower end of the interval of the precision is highest, so that neither one lucky yes
 * nor many wrong ones win.
 */
export function chooseAtLeast(judged: readonly JudgedPair[]): number {
  const lower = (atLeast: number) => {
    const { right, of } = yesFrom(judged, atLeast)
    return wilsonInterval(right, of)[0]
  }
  const all = [...new Set(judged.map(({ odds }) => odds))].toSorted((one, other) => one - other)
  return all.reduce((best, odds) => (lower(odds) > lower(best) ? odds : best), all[0] ?? 0)
}

/** What a model's yes is worth: `chosen` sets the limit, `measured` (other texts) gives the figures. */
export function scoreEntailment(chosen: readonly JudgedPair[], measured: readonly JudgedPair[]) {
  const atLeast = chooseAtLeast(chosen)
  const { right, of } = yesFrom(measured, atLeast)
  const following = measured.filter(({ follows }) => follows).length
  const scored = measured.map(({ odds, follows }) => ({ score: odds, isRight: follows }))
  return {
    atLeast,
    chosenOn: { pairs: chosen.length, ...yesFrom(chosen, atLeast) },
    measuredOn: { pairs: measured.length, right, of },
    precision: of === 0 ? null : right / of,
    precisionInterval: wilson(right, of),
    recall: following === 0 ? null : right / following,
    recallInterval: wilson(right, following),
    auroc: auroc(scored),
    wrongYes: countsOf(measured.filter(({ follows, odds }) => !follows && odds >= atLeast).map(({ why }) => why)),
    isGoodEnough: isGoodEnough({ right, of }),
  }
}

function yesFrom(judged: readonly JudgedPair[], atLeast: number): { readonly right: number; readonly of: number } {
  const yes = judged.filter(({ odds }) => odds >= atLeast)
  return { right: yes.filter(({ follows }) => follows).length, of: yes.length }
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]))
}
