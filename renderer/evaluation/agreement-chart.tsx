import type { AgreementSeries } from '../../contract/agreement.ts'
import { PAIRS_FOR_KAPPA } from '../../contract/agreement.ts'
import { formatDate } from '../wording/format-time.ts'
import { formatShareWithInterval } from '../wording/format-share.ts'
import { PLOT, plotY, TICKS } from './plot-scale.ts'

/** The share that says the same, pair after pair, with its interval; kappa beside it from 30 pairs on. */
export function AgreementChart({ series: { same, points } }: { readonly series: AgreementSeries }) {
  const most = Math.max(PAIRS_FOR_KAPPA, same.of)
  const x = (pairs: number) => PLOT.left + (PLOT.width * pairs) / most
  const bottom = PLOT.top + PLOT.height
  const share = points.map((one) => ({ at: x(one.same.of), value: one.same.count / one.same.of, of: one.same }))
  const kappas = points.flatMap((one) =>
    one.kappa ? [{ at: x(one.same.of), value: Math.max(0, one.kappa.kappa) }] : [],
  )
  const [first, last] = [points[0], points.at(-1)]
  const label = `Same: ${formatShareWithInterval(same)}, after ${same.of} pairs.`
  return (
    <svg className="plot" viewBox={`0 0 ${PLOT.left + PLOT.width + 28} ${bottom + 40}`} role="img" aria-label={label}>
      {TICKS.map((tick) => (
        <g key={tick}>
          <line className="grid" x1={PLOT.left} x2={PLOT.left + PLOT.width} y1={plotY(tick)} y2={plotY(tick)} />
          <text x={PLOT.left - 6} y={plotY(tick) + 4} textAnchor="end">
            {100 * tick}
          </text>
        </g>
      ))}
      <path className="spread" d={spreadPath(share)} />
      <polyline className="a" points={line(share)} />
      <polyline className="b" points={line(kappas)} />
      {share.length === 1 ? (
        <circle className="a-fill" cx={share[0]?.at} cy={plotY(share[0]?.value ?? 0)} r={4} />
      ) : null}
      <text x={x(PAIRS_FOR_KAPPA)} y={bottom + 18} textAnchor="middle">
        {PAIRS_FOR_KAPPA}
      </text>
      <text x={PLOT.left} y={bottom + 18}>
        1
      </text>
      <text x={PLOT.left + PLOT.width / 2} y={bottom + 36} textAnchor="middle">
        {`pairs, ${formatDate(first?.at ?? '')} to ${formatDate(last?.at ?? '')}`}
      </text>
      <text x={0} y={6}>
        same, %; dashed: 100 × kappa
      </text>
    </svg>
  )
}

type Point = { readonly at: number; readonly value: number }

function line(points: readonly Point[]): string {
  return points.map(({ at, value }) => `${at},${plotY(value)}`).join(' ')
}

function spreadPath(points: readonly (Point & { readonly of: AgreementSeries['same'] })[]): string {
  const ends = points.map(({ at, of }) => ({ at, low: of.interval?.[0] ?? 0, high: of.interval?.[1] ?? 1 }))
  const around = [
    ...ends.map(({ at, high }) => `${at} ${plotY(high)}`),
    ...ends.toReversed().map(({ at, low }) => `${at} ${plotY(low)}`),
  ]
  return around.length === 0 ? '' : `M${around.join('L')}Z`
}
