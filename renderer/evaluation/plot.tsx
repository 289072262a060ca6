import type { Share } from '../../contract/answers/confidence.ts'
import { formatShareWithInterval } from '../../wording/format-quantity.ts'

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

/** Where shares from 0 to 1 lie in a square plot; y points up. */
export const PLOT = { left: 44, top: 22, width: 300, height: 240 } as const

export function plotX(share: number): number {
  return PLOT.left + PLOT.width * share
}

export function plotY(share: number): number {
  return PLOT.top + PLOT.height * (1 - share)
}

export const TICKS = [0, 0.25, 0.5, 0.75, 1]

/** A share on a line from 0 to 100 %, with its interval. */
export function IntervalMark({ share }: { readonly share: Share }) {
  if (share.of === 0) return null
  const [low, high] = share.interval ?? [0, 1]
  const at = (value: number) => 160 * value
  return (
    <svg className="plot interval-mark" viewBox="0 0 160 14" role="img" aria-label={formatShareWithInterval(share)}>
      <line className="grid" x1={0} x2={160} y1={7} y2={7} />
      <rect className="spread" x={at(low)} y={4} width={at(high) - at(low)} height={6} />
      <rect className="mark" x={at(share.count / share.of) - 1.5} y={1} width={3} height={12} />
    </svg>
  )
}
