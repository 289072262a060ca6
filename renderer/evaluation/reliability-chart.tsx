import type { ConfidenceMeasures } from '../../contract/confidence.ts'
import { formatPercent, formatShareWithInterval } from '../wording/format-share.ts'
import { PlotFrame } from './plot-frame.tsx'
import { PLOT, plotX, plotY } from './plot-scale.ts'

export type NamedMeasures = { readonly name: string; readonly measures: ConfidenceMeasures }

/** As sure as it is right: a point for each tenth of the scale, with its interval; a second run without. */
export function ReliabilityChart({
  run,
  other,
}: {
  readonly run: NamedMeasures
  readonly other: NamedMeasures | null
}) {
  return (
    <PlotFrame label={[wordsOf(run), other ? wordsOf(other) : ''].join(' ')} x="stated confidence, %" y="right, %">
      <path className="ideal" d={`M${plotX(0)} ${plotY(0)} ${plotX(1)} ${plotY(1)}`} />
      {other ? <Points named={other} kind="b" /> : null}
      <Points named={run} kind="a" />
    </PlotFrame>
  )
}

type PointsProps = { readonly named: NamedMeasures; readonly kind: 'a' | 'b' }

function Points({ named: { name, measures }, kind }: PointsProps) {
  const points = measures.bins.map(({ meanScore, right }) => ({
    x: plotX(meanScore),
    y: plotY(right.count / right.of),
    n: right.of,
    interval: right.interval ?? [0, 1],
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
  const steps = measures.bins.map(
    ({ meanScore, right }) => `stated ${formatPercent(meanScore)} %, right ${formatShareWithInterval(right)}`,
  )
  return `Reliability of ${name}: ${steps.join('; ')}.`
}
