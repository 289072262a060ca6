import type { AnswerSettings, OptimisationResult } from '../../contract/evaluation/optimisation.ts'
import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { bootstrapInterval, mean } from '../statistics/estimates.ts'
import { nextSetting } from './next-setting.ts'
import { distance } from './setting-space.ts'
import type { Split } from './split-questions.ts'

/** A bootstrap of fewer is too narrow: two of one sign would do, where eight come by chance once in 128. */
const FEWEST_HELD_OUT = 8

/** Asks a question with some settings, or looks up what came of it before. */
export type ScoreOne = (settings: AnswerSettings, question: SetQuestion) => Promise<number>
export type Tried = { readonly settings: AnswerSettings; readonly score: number }

export type SearchOptions = Split & {
  readonly space: readonly AnswerSettings[]
  /** Those in use, which the best are held against. */
  readonly against: AnswerSettings
  readonly evaluations: number
  readonly seed: number
  readonly scoreOne: ScoreOne
  /** Told after each of the settings. */
  readonly onTried: (tried: Tried) => void
}

/** Looks for the settings with the best mean score on one half of the questions; what they are worth is measured on the other. */
export async function searchSettings(options: SearchOptions): Promise<OptimisationResult> {
  const { space, against, evaluations, seed, tuned, heldOut, scoreOne, onTried } = options
  const tried: Tried[] = []
  while (tried.length < evaluations) {
    const observed = tried.map(({ settings, score }) => ({ at: settings, value: score }))
    const settings = nextSetting({ space, distance, seed }, observed)
    if (settings === null) break
    const one = { settings, score: mean(await scoresOf(settings, tuned, scoreOne)) }
    tried.push(one)
    onTried(one)
  }
  const best = tried.reduce((one, other) => (other.score > one.score ? other : one)).settings
  return compare({ best, against }, heldOut, scoreOne)
}

async function compare(
  { best, against }: Pick<OptimisationResult, 'best' | 'against'>,
  questions: readonly SetQuestion[],
  scoreOne: ScoreOne,
): Promise<OptimisationResult> {
  const before = await scoresOf(against, questions, scoreOne)
  const found = await scoresOf(best, questions, scoreOne)
  const gains = found.map((score, at) => score - (before[at] ?? 0))
  const interval = bootstrapInterval(gains, mean)
  const scores = { before: mean(before), found: mean(found), difference: mean(gains), interval }
  return {
    best,
    against,
    questions: questions.length,
    ...scores,
    isBetter: questions.length >= FEWEST_HELD_OUT && interval[0] > 0,
  }
}

async function scoresOf(settings: AnswerSettings, questions: readonly SetQuestion[], scoreOne: ScoreOne) {
  const scores: number[] = []
  for (const question of questions) scores.push(await scoreOne(settings, question))
  return scores
}
