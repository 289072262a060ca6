import type { RunComparison } from '../../contract/evaluation/evaluation.ts'
import { WrittenStrategy } from '../../contract/answers/strategy.ts'
import { type QuestionKind, questionKind } from '../answers/draft/question-kind.ts'
import { compareRuns } from './compare-runs.ts'
import { recallDifference, type StrategyFigures, strategyFigures, type StrategyRow } from './strategy-figures.ts'

/** In the order in which each question is answered; the first is what the others are held against. */
export const COMPARED = WrittenStrategy.options
const KINDS: readonly QuestionKind[] = ['fact', 'several']

/** Fewer say nothing for a kind, and leave what was kept for it as it was. */
const QUESTIONS_AT_LEAST = 20
/** Three are held against `direct`, so that each may be right by chance a third as often (Bonferroni). */
const BY_CHANCE = 0.05 / 3

export type StrategyRows = Readonly<Record<WrittenStrategy, readonly StrategyRow[]>>

type Beside = StrategyFigures & {
  /** Against `direct`; null of itself, and where no question was judged. */
  readonly againstDirect: Pick<
    RunComparison,
    'difference' | 'differenceInterval' | 'p' | 'rightToWrong' | 'wrongToRight'
  > | null
  readonly goldRecallDifference: ReturnType<typeof recallDifference>
}

export type KindComparison = {
  readonly kind: QuestionKind
  readonly questions: number
  readonly strategies: Readonly<Record<WrittenStrategy, Beside>>
  /** Null: too few questions to tell. */
  readonly best: WrittenStrategy | null
}

/** All strategies on the same questions, for each kind of question; kinds without a question are left out. */
export function compareStrategies(rows: StrategyRows): readonly KindComparison[] {
  return KINDS.flatMap((kind) => {
    const own = (name: WrittenStrategy) => rows[name].filter(({ row }) => questionKind(row.question) === kind)
    const direct = own('direct')
    if (direct.length === 0) return []
    const beside = (name: WrittenStrategy): Beside => ({
      ...strategyFigures(own(name), name),
      againstDirect: name === 'direct' ? null : against(direct, own(name)),
      goldRecallDifference: name === 'direct' ? null : recallDifference(direct, own(name)),
    })
    const strategies = Object.fromEntries(COMPARED.map((name) => [name, beside(name)])) as KindComparison['strategies']
    return [{ kind, questions: direct.length, strategies, best: bestOf(strategies, direct.length) }]
  })
}

function against(direct: readonly StrategyRow[], other: readonly StrategyRow[]): Beside['againstDirect'] {
  const judged = direct.some(({ row }) => row.outcome !== 'unjudged')
  if (!judged) return null
  const { difference, differenceInterval, p, rightToWrong, wrongToRight } = compareRuns(
    direct.map(({ row }) => row),
    other.map(({ row }) => row),
  )
  return { difference, differenceInterval, p, rightToWrong, wrongToRight }
}

/** One that is better than `direct` beyond the interval and beyond chance; of several the one with most right. */
function bestOf(strategies: KindComparison['strategies'], questions: number): WrittenStrategy | null {
  if (questions < QUESTIONS_AT_LEAST) return null
  const better = COMPARED.filter((name) => {
    const { againstDirect: one } = strategies[name]
    return one !== null && one.differenceInterval[0] > 0 && one.p < BY_CHANCE
  })
  const [best] = better.toSorted((one, other) => strategies[other].right.count - strategies[one].right.count)
  return best ?? 'direct'
}
