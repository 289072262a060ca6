import type { ConfidenceMeasures, ReliabilityBin } from '../../contract/answers/confidence.ts'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { isGiven } from '../../contract/evaluation/outcomes.ts'
import { formatNumber, formatPercent, formatShareWithInterval } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { PLOT, PlotFrame, plotX, plotY } from './plot.tsx'

export type NamedMeasures = { readonly name: string; readonly measures: ConfidenceMeasures }

/** As sure as it is right: a point for each tenth of the scale, with the bar that the conclusion rests on; a second run without. */
export function ReliabilityChart({
  run,
  other,
}: {
  readonly run: NamedMeasures
  readonly other: NamedMeasures | null
}) {
  return (
    <>
      <PlotFrame
        label={[wordsOf(run), other ? wordsOf(other) : ''].join(' ')}
        x={t('evaluation.charts.statedAxis')}
        y={t('evaluation.charts.rightAxis')}
      >
        <path className="ideal" d={`M${plotX(0)} ${plotY(0)} ${plotX(1)} ${plotY(1)}`} />
        {other ? <Points named={other} kind="b" /> : null}
        <Points named={run} kind="a" />
      </PlotFrame>
      <p className="small soft above-3">
        {reliabilityWords(run.measures)} {barWords(run.measures.bins)}
      </p>
    </>
  )
}

type PointsProps = { readonly named: NamedMeasures; readonly kind: 'a' | 'b' }

function Points({ named: { name, measures }, kind }: PointsProps) {
  const points = measures.bins.map((bin) => ({
    x: plotX(bin.meanScore),
    y: plotY(bin.right.count / bin.right.of),
    n: bin.right.of,
    interval: barOf(bin, measures.bins),
  }))
  const last = points.at(-1)
  return (
    <g>
      <polyline className={kind} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y, n, interval: [low, high] }) =>
        kind === 'b' ? (
          <rect key={x} className="b-fill" x={x - 3.5} y={y - 3.5} width={7} height={7} />
        ) : (
          <g key={x}>
            <line className="interval" x1={x} x2={x} y1={plotY(low)} y2={plotY(high)} />
            <circle className="a-fill" cx={x} cy={y} r={4} />
            <text x={x} y={PLOT.top - 7} textAnchor="middle">
              {n}
            </text>
          </g>
        ),
      )}
      {last ? (
        <text className={`name-${kind}`} x={last.x - 8} y={last.y + (kind === 'a' ? -10 : 20)} textAnchor="end">
          {name}
        </text>
      ) : null}
    </g>
  )
}

function wordsOf({ name, measures }: NamedMeasures): string {
  return t('evaluation.charts.reliability', {
    name,
    steps: measures.bins.map((bin) => stepWords(bin, measures.bins)).join('; '),
  })
}

/** Where the curve is read out in words. */
const READ_AT = 0.2

/** What handing over the least sure answers buys: how many of those that are left are right. */
export function KeptChart({ rows }: { readonly rows: readonly RunRow[] }) {
  const points = keptCurve(rows)
  const [first] = points
  if (!first) return null
  const read = readPoint(points) ?? first
  const words = keptWords(first, read)
  return (
    <>
      <PlotFrame label={words} x={t('evaluation.charts.handedOverAxis')} y={t('evaluation.charts.restAxis')}>
        <path className="ideal" d={`M${plotX(0)} ${plotY(first.right)} ${plotX(1)} ${plotY(first.right)}`} />
        <polyline
          className="a"
          points={points.map((one) => `${plotX(one.handedOver)},${plotY(one.right)}`).join(' ')}
        />
        <circle className="a-fill" cx={plotX(read.handedOver)} cy={plotY(read.right)} r={4.5} />
      </PlotFrame>
      <p className="small soft above-3">
        {words} {keptConclusion(points)}
      </p>
    </>
  )
}

function keptWords(first: KeptPoint, read: KeptPoint): string {
  const all = { count: first.kept, percent: formatPercent(first.right) }
  if (read === first) return t('evaluation.charts.keptAll', all)
  const rest = { handedOver: formatPercent(read.handedOver), rest: formatPercent(read.right), kept: read.kept }
  return t('evaluation.charts.keptRest', { ...all, ...rest })
}

/**
 * Whether the least confident answers hold more than their share of the mistakes; empty where none was made. By the interval of 95 % of
 * the difference between them and the rest (Agresti and Caffo, fit for few): where it is wide, the lack of a difference says nothing.
 */
export function keptConclusion(points: readonly KeptPoint[]): string {
  const [first] = points
  const read = readPoint(points)
  if (!first || !read || read === first || first.right === 1) return ''
  const rest = estimate(read.right * read.kept, read.kept)
  const aside = estimate(first.right * first.kept - read.right * read.kept, first.kept - read.kept)
  const half = 1.96 * Math.sqrt(rest.variance + aside.variance)
  const lead = rest.share - aside.share
  const standing = lead > half ? 'help' : 2 * half > WIDE ? 'tooFewForHelp' : 'noHelp'
  return t(`evaluation.charts.${standing}`)
}

/** Of one right and one wrong answer more. */
function estimate(right: number, of: number) {
  const share = (right + 1) / (of + 2)
  return { share, variance: (share * (1 - share)) / (of + 2) }
}

function readPoint(points: readonly KeptPoint[]): KeptPoint | undefined {
  return points.find(({ handedOver }) => handedOver >= READ_AT)
}

type KeptPoint = { readonly handedOver: number; readonly right: number; readonly kept: number }

type ScoredRow = { readonly score: number; readonly isRight: boolean }

/**
 * Which share of the answers is right when the least sure ones are handed over to somebody: what is left is measured, not
 * what becomes of those that go. From none handed over to all but one.
 */
export function keptCurve(rows: readonly RunRow[]): readonly KeptPoint[] {
  const scored = rows.flatMap(scoredOf).toSorted((one, other) => other.score - one.score)
  let right = 0
  const points: KeptPoint[] = []
  for (const [index, { score, isRight }] of scored.entries()) {
    right += Number(isRight)
    // Equally sure ones go together.
    if (scored[index + 1]?.score !== score)
      points.push({ handedOver: 1 - (index + 1) / scored.length, right: right / (index + 1), kept: index + 1 })
  }
  return points.toReversed()
}

function scoredOf({ measured, score, outcome, heldOut }: RunRow): readonly ScoredRow[] {
  const stated = measured?.score ?? (heldOut ? score : null)
  if (stated === null || !isGiven({ outcome })) return []
  return [{ score: stated, isRight: outcome === 'right' }]
}

/** Of an interval of 95 %: nothing is called right, or of no use, on the strength of a wider one. */
const WIDE = 0.3

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
function stepWords(level: ReliabilityBin, bins: readonly ReliabilityBin[]): string {
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
