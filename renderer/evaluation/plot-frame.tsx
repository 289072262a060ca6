import { PLOT, plotX, plotY, TICKS } from './plot-scale.ts'

type Props = {
  /** What the plot shows, in words, for who does not see it. */
  readonly label: string
  readonly x: string
  readonly y: string
  readonly children: React.ReactNode
}

/** A plot of shares against shares, with its grid. */
export function PlotFrame({ label, x, y, children }: Props) {
  const bottom = PLOT.top + PLOT.height
  return (
    <svg className="plot" viewBox={`0 0 ${PLOT.left + PLOT.width + 28} ${bottom + 40}`} role="img" aria-label={label}>
      {TICKS.map((at) => (
        <g key={at}>
          <line className="grid" x1={PLOT.left} x2={PLOT.left + PLOT.width} y1={plotY(at)} y2={plotY(at)} />
          <text x={PLOT.left - 6} y={plotY(at) + 4} textAnchor="end">
            {100 * at}
          </text>
          <text x={plotX(at)} y={bottom + 18} textAnchor="middle">
            {100 * at}
          </text>
        </g>
      ))}
      {children}
      <text x={PLOT.left + PLOT.width / 2} y={bottom + 36} textAnchor="middle">
        {x}
      </text>
      <text x={0} y={6}>
        {y}
      </text>
    </svg>
  )
}
