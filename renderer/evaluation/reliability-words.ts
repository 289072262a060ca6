import type { ConfidenceMeasures, ReliabilityBin } from '../../contract/answers/confidence.ts'
import { formatPercent, formatShareWithInterval } from '../../wording/format-quantity.ts'
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
  // Each of many comparisons may err, so each gets a part of what all of them may (Bonferroni), halved for its two sides.
  const chance = FALSE_ALARMS / (bins.length + 1) / 2
  const isOver = (level: Level) => asFewRight(level) < chance
  const isUnder = (level: Level) => asManyRight(level) < chance
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
    levels.length > 0 ? t('evaluation.charts.levels', { steps: levels.map(stepWords).join('; ') }) : '',
    isHighOver ? t('evaluation.charts.checkConfident') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is stated at a level, and what is right of it. */
export function stepWords({ meanScore, right }: ReliabilityBin): string {
  return t('evaluation.charts.stated', { percent: formatPercent(meanScore), share: formatShareWithInterval(right) })
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

/** How likely it is that so few are right, or fewer, where as many are to be expected as is stated. */
function asFewRight({ meanScore, right: { count, of } }: Level): number {
  return atMost(count, of, meanScore)
}

function asManyRight({ meanScore, right: { count, of } }: Level): number {
  return atMost(of - count, of, 1 - meanScore)
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
