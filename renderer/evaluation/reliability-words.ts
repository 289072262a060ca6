import type { ConfidenceMeasures, ReliabilityBin } from '../../contract/answers/confidence.ts'
import { formatNumber, formatPercent, formatShareWithInterval } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'

/** Of an interval of 95 %: nothing is called right, or of no use, on the strength of a wider one. */
export const WIDE = 0.3

/** How many of the runs whose stated confidence is met are called wrong, at most. */
const FALSE_ALARMS = 0.05

type Level = Pick<ReliabilityBin, 'meanScore'> & { readonly right: { readonly count: number; readonly of: number } }

/**
 * What one should conclude: whether the stated confidence is met, on the whole and at each level of it, leaving out what may be chance:
 * errors of opposite kinds do not make up for each other. It is said to be met only where most answers are at levels whose interval is
 * not wide.
 */
export function reliabilityWords({ bins, highBand }: Pick<ConfidenceMeasures, 'bins' | 'highBand'>): string {
  const whole = allTogether(bins)
  const { meanScore: stated, right } = whole
  const isOver = (level: Level) => level.meanScore > barOf(level, bins)[1]
  const isUnder = (level: Level) => level.meanScore < barOf(level, bins)[0]
  const [over, under] = [bins.filter(isOver), bins.filter(isUnder)]
  const isTooHigh = over.length > 0 || isOver(whole)
  const isTooLow = under.length > 0 || isUnder(whole)
  const standing = isTooHigh && isTooLow ? 'mixed' : isTooHigh ? 'over' : isTooLow ? 'under' : null
  const share = formatPercent(right.count / right.of)
  const average = t('evaluation.charts.average', { stated: formatPercent(stated), right: share })
  if (standing === null) return `${t(`evaluation.charts.${isTold(bins, right.of) ? 'fits' : 'tooFew'}`)} ${average}`
  const levels = [...over, ...under]
  const isHighOver = over.some((level) => answersAbove(level, bins) < highBand.count)
  return [
    t(`evaluation.charts.${standing}`),
    average,
    levels.length > 0
      ? t('evaluation.charts.levels', { steps: levels.map((level) => stepWords(level, bins)).join('; ') })
      : '',
    isHighOver ? t('evaluation.charts.checkConfident') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is stated at one of the levels, and what is right of it, with the bar that is drawn. */
export function stepWords(level: ReliabilityBin, bins: readonly ReliabilityBin[]): string {
  const right = { ...level.right, interval: barOf(level, bins) }
  return t('evaluation.charts.stated', {
    percent: formatPercent(level.meanScore),
    share: formatShareWithInterval(right),
  })
}

/** Of what all of the bars together hold back, one: as many of them as the whole and its levels (Bonferroni). */
function chanceOfEach(bins: readonly ReliabilityBin[]): number {
  return FALSE_ALARMS / (bins.length + 1)
}

/** What the bars are, for whoever reads the chart. */
export function barWords(bins: readonly ReliabilityBin[]): string {
  return t('evaluation.charts.bars', { percent: formatNumber(100 * (1 - chanceOfEach(bins)), 1) })
}

/**
 * The exact interval (Clopper and Pearson) of what is right at one of several levels, so wide that all of them together leave out what is
 * so in one run of twenty at most: confidence is met at a level where its bar reaches what is stated.
 */
export function barOf(level: Level, bins: readonly ReliabilityBin[]): [number, number] {
  const { count, of } = level.right
  // Halved for its two sides.
  const chance = chanceOfEach(bins) / 2
  const low = whereChance((share) => atMost(of - count, of, 1 - share) < chance)
  const high = whereChance((share) => atMost(count, of, share) >= chance)
  return [low, high]
}

/** So fine that no percentage shows it. */
const HALVINGS = 40

/** Up to which share something holds that holds of all smaller ones; 0 of none, 1 of all. */
function whereChance(holds: (share: number) => boolean): number {
  if (holds(1)) return 1
  let [low, high] = [0, 1]
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

function allTogether(bins: readonly ReliabilityBin[]): Level {
  const sum = (part: (bin: ReliabilityBin) => number) => bins.reduce((total, bin) => total + part(bin), 0)
  const of = sum(({ right }) => right.of)
  return {
    meanScore: sum(({ meanScore, right }) => meanScore * right.of) / of,
    right: { count: sum(({ right }) => right.count), of },
  }
}

/** The band "high" are the answers with the highest scores: it reaches into a level where fewer lie above. */
function answersAbove(level: ReliabilityBin, bins: readonly ReliabilityBin[]): number {
  return bins.filter(({ from }) => from > level.from).reduce((sum, { right }) => sum + right.of, 0)
}

function isTold(bins: readonly ReliabilityBin[], answers: number): boolean {
  const narrow = bins.filter(({ right: { interval } }) => interval !== null && interval[1] - interval[0] <= WIDE)
  return narrow.reduce((sum, { right }) => sum + right.of, 0) > answers / 2
}

/**
 * The probability of `count` or fewer of `of`, each with the probability `each`: exact (binomial), since levels hold few answers, most
 * of them alike. Where the probabilities differ about that mean, it is less still. By logarithms, as powers of hundreds come to 0.
 */
function atMost(count: number, of: number, each: number): number {
  if (each <= 0 || count >= of) return 1
  if (each >= 1) return 0
  let term = of * Math.log1p(-each)
  let sum = 0
  for (let k = 0; k <= count; k += 1) {
    sum += Math.exp(term)
    term += Math.log((of - k) / (k + 1)) + Math.log(each / (1 - each))
  }
  return sum
}
