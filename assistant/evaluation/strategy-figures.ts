import type { Answer } from '../../contract/answers/answer.ts'
import type { Interval, Share } from '../../contract/answers/confidence.ts'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { endedRight, endedWrong } from '../../contract/evaluation/outcomes.ts'
import { bootstrapInterval, mean, shareOf } from '../statistics/estimates.ts'
import { quantile } from './retrieval-metrics.ts'

/** One question as it came out under one strategy. */
export type StrategyRow = { readonly row: RunRow; readonly answer: Pick<Answer, 'tokens' | 'timing' | 'strategy'> }

export type StrategyFigures = {
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

export function strategyFigures(rows: readonly StrategyRow[], name: Answer['strategy']): StrategyFigures {
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
export function recallDifference(
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
