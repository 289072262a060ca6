import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import type { AnswerSettings, OptimisationResult } from '../../contract/evaluation/optimisation.ts'
import { drawSample } from '../evaluation/draw-sample.ts'
import { bootstrapInterval, mean } from '../statistics/estimates.ts'
import { seededRandom } from '../statistics/seeded-random.ts'
import { expectedImprovement, fitGaussianProcess, type Observed } from './gaussian-process.ts'
import { settingDistance } from './setting-space.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A bootstrap of fewer is too narrow: two of one sign would do, where eight come by chance once in 128. */
const FEWEST_HELD_OUT = 8

/** Asks a question with some settings, or looks up what came of it before. */
export type ScoreOne = (settings: AnswerSettings, question: SetQuestion) => Promise<number>
type Tried = { readonly settings: AnswerSettings; readonly score: number }

type SearchOptions = Split & {
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
    const settings = nextSetting({ space, distance: settingDistance, seed }, observed)
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

/** So many are drawn before there is anything to learn from, the first of the space among them. */
export const RANDOM_STARTS = 6

type Search<T> = {
  readonly space: readonly T[]
  readonly distance: (one: T, other: T) => number
  readonly seed: number
}

/**
 * Which of the space is to be measured next, from what was measured so far, in that order: the first, some at random, then each
 * time the one that is expected to improve most on the best. Null when all are measured. The same for the same seed and
 * values, so that a search that was interrupted goes the same way again.
 */
export function nextSetting<T>({ space, distance, seed }: Search<T>, observed: readonly Observed<T>[]): T | null {
  const known = new Set(observed.map(({ at }) => at))
  const open = space.filter((one) => !known.has(one))
  if (open.length === 0) return null
  if (observed.length < RANDOM_STARTS) return randomOrder(space, seed).find((one) => !known.has(one)) ?? null
  const expect = fitGaussianProcess(observed, distance)
  const best = Math.max(...observed.map(({ at }) => expect(at).mean))
  const gains = open.map((one) => expectedImprovement(expect(one), best))
  return open[gains.indexOf(Math.max(...gains))] ?? null
}

/** The first of the space, then the others in an order drawn by `seed`. */
export function randomOrder<T>([first, ...others]: readonly T[], seed: number): readonly T[] {
  if (first === undefined) return []
  const random = seededRandom(seed)
  const drawn = others
    .map((one) => ({ one, key: random() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ one }) => one)
  return [first, ...drawn]
}

export type Split = {
  /** Those that choose the settings. */
  readonly tuned: readonly SetQuestion[]
  /** Those that say what the chosen ones are worth. */
  readonly heldOut: readonly SetQuestion[]
}

/** Fewer than this on either side say nothing. */
const FEWEST = 4

/** The questions whose answers can be scored, a sample of them, in two halves drawn by the seed. Throws `WRONG_USE` for too few. */
export function splitQuestions(
  all: readonly SetQuestion[],
  { sample, seed }: { readonly sample: number | null; readonly seed: number },
): Split {
  const scored = all.filter(({ state, answer, answerable }) => state === 'accepted' && (!answerable || answer !== null))
  const drawn = drawSample(scored, sample, seed)
  if (drawn.length < FEWEST)
    throw new Failure(
      'WRONG_USE',
      message('failures.optimisation.tooFewQuestions', { needed: FEWEST, count: drawn.length }),
    )
  // Another draw than that of the sample.
  const tuned = drawSample(drawn, Math.ceil(drawn.length / 2), seed + 1)
  return { tuned, heldOut: drawn.filter((one) => !tuned.includes(one)) }
}
