import type { Optimisation } from '../../../contract/optimisation.ts'
import { PLOT } from '../plot-scale.ts'
import { bestCurve } from './best-curve.ts'

const BOTTOM = PLOT.top + PLOT.height

/** The score of each of the settings in their order, and the best so far. */
export function BestChart({ tried, of }: { readonly tried: Optimisation['tried']; readonly of: number }) {
  const best = bestCurve(tried)
  const scores = tried.map(({ score }) => score)
  const low = Math.min(...scores)
  const high = Math.max(...scores)
  const x = (at: number) => PLOT.left + (PLOT.width * at) / Math.max(1, of - 1)
  // All alike: one line in the middle.
  const y = (score: number) => BOTTOM - PLOT.height * (high === low ? 0.5 : (score - low) / (high - low))
  const last = best.at(-1) ?? 0
  const words = `The usual settings score ${(scores[0] ?? 0).toFixed(2)}; the best of ${tried.length} scores ${last.toFixed(2)}.`
  return (
    <>
      <svg className="plot" viewBox={`0 0 ${PLOT.left + PLOT.width + 28} ${BOTTOM + 40}`} role="img" aria-label={words}>
        {[...new Set([low, high])].map((score) => (
          <g key={score}>
            <line className="grid" x1={PLOT.left} x2={PLOT.left + PLOT.width} y1={y(score)} y2={y(score)} />
            <text x={PLOT.left - 6} y={y(score) + 4} textAnchor="end">
              {score.toFixed(2)}
            </text>
          </g>
        ))}
        <polyline className="a" points={best.map((score, at) => `${x(at)},${y(score)}`).join(' ')} />
        {scores.map((score, at) => (
          <circle key={at} className="a-fill" cx={x(at)} cy={y(score)} r={3} />
        ))}
        <text x={PLOT.left + PLOT.width / 2} y={BOTTOM + 36} textAnchor="middle">
          settings measured, of {of}
        </text>
        <text x={0} y={6}>
          score; line: best so far
        </text>
      </svg>
      <p className="small soft mt-3">{words}</p>
    </>
  )
}
