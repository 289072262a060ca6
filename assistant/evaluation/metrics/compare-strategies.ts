import type { Answer } from '../../../contract/answers/answer.ts'
import type { Interval, Share } from '../../../contract/answers/confidence.ts'
import { WrittenStrategy } from '../../../contract/answers/strategy.ts'
import type { RunComparison, RunRow } from '../../../contract/evaluation/evaluation.ts'
import { endedRight, endedWrong } from '../../../contract/evaluation/outcomes.ts'
import { type QuestionKind, questionKind } from '../../answers/draft/question-kind.ts'
import { bootstrapInterval, mean, shareOf } from '../../statistics/estimates.ts'
import { compareRuns } from './compare-runs.ts'
import { quantile } from './retrieval-metrics.ts'

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

/** One question as it came out under one strategy. */
export type StrategyRow = { readonly row: RunRow; readonly answer: Pick<Answer, 'tokens' | 'timing' | 'strategy'> }

type StrategyFigures = {
  readonly questions: number
  /** Right, or refused where nothing answers it. */
  readonly right: Share
  /** Not shown as whole answers. */
  readonly half: Share
  readonly wrong: Share
  readonly refused: Share
  /** Means over the answerable questions. */
  readonly goldRecall: number | null
  readonly keyFacts: number | null
  /** How often this strategy was followed, and not another one in its place. */
  readonly followed: Share
  /** Means. */
  readonly promptTokens: number
  readonly firstPromptTokens: number
  readonly generatedTokens: number
  readonly calls: number
  readonly medianFirstTokenMs: number | null
}

function strategyFigures(rows: readonly StrategyRow[], name: Answer['strategy']): StrategyFigures {
  const own = rows.map(({ row }) => row)
  const answers = rows.map(({ answer }) => answer)
  const firstMs = answers.flatMap(({ timing }) => (timing.firstTokenMs === null ? [] : [timing.firstTokenMs]))
  return {
    questions: rows.length,
    right: shareOf(own, endedRight),
    half: shareOf(own, (row) => row.outcome === 'half' && !endedWrong(row)),
    wrong: shareOf(own, endedWrong),
    refused: shareOf(
      own.filter(({ answerable }) => answerable),
      ({ outcome }) => outcome === 'wrong-refusal',
    ),
    ...recallOf(own),
    followed: shareOf(answers, ({ strategy }) => strategy === name),
    promptTokens: mean(answers.map(({ tokens }) => tokens.prompt)),
    firstPromptTokens: mean(answers.map(({ tokens }) => tokens.firstPrompt)),
    generatedTokens: mean(answers.map(({ tokens }) => tokens.generated)),
    calls: mean(answers.map(({ tokens }) => tokens.calls)),
    medianFirstTokenMs:
      firstMs.length === 0
        ? null
        : quantile(
            firstMs.toSorted((one, other) => one - other),
            0.5,
          ),
  }
}

function recallOf(rows: readonly RunRow[]): Pick<StrategyFigures, 'goldRecall' | 'keyFacts'> {
  const answerable = rows.filter(({ answerable: has, gold }) => has && gold !== null)
  const facts = answerable.flatMap(({ keyFacts }) => keyFacts ?? [])
  return {
    goldRecall: answerable.length === 0 ? null : mean(answerable.map(({ goldRecall }) => goldRecall)),
    keyFacts: facts.length === 0 ? null : mean(facts),
  }
}

/** How far the gold recall of `other` is above that of `one`, question by question, with its interval of 95 %. */
function recallDifference(
  one: readonly StrategyRow[],
  other: readonly StrategyRow[],
): { readonly difference: number; readonly interval: Interval } | null {
  const later = new Map(other.map(({ row }) => [row.id, row]))
  const pairs = one.flatMap(({ row }) => {
    const pair = later.get(row.id)
    return pair && row.answerable && row.gold !== null ? [pair.goldRecall - row.goldRecall] : []
  })
  if (pairs.length === 0) return null
  return { difference: mean(pairs), interval: bootstrapInterval(pairs, mean) }
}
