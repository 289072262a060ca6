import type { ConfidenceMeasures } from '../../contract/answers/confidence.ts'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import { isGiven } from '../../contract/evaluation/outcomes.ts'
import { formatPercent } from '../../wording/format-quantity.ts'
import { t } from '../../wording/translate.ts'
import { PLOT, PlotFrame, plotX, plotY } from './plot.tsx'
import { barOf, barWords, reliabilityWords, stepWords, WIDE } from './reliability-words.ts'

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
