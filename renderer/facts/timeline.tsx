import { useRef } from 'react'
import { useWidth } from '../state/use-width.ts'
import { dayWords } from '../wording/day-words.ts'
import {
  type SkippedRun,
  type TimelineDate,
  timelineLayout,
  type TimelinePoint,
  timelineWords,
} from './timeline-layout.ts'

type Props = { readonly dates: readonly TimelineDate[]; readonly skipped: readonly SkippedRun[] }

const AXIS = 76
const HEIGHT = 156
const LINE = 14
const BOX = 28

/** Dates on a line, in order; the same in words for those who do not see it. */
export function Timeline({ dates, skipped }: Props) {
  const figure = useRef<HTMLElement>(null)
  const room = useWidth(figure)
  return (
    // Where it finds no room it is scrolled, also by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <figure ref={figure} className="panel timeline" tabIndex={0} aria-label="Timeline, not to scale">
      {room === null ? null : <Line dates={dates} skipped={skipped} room={room} />}
    </figure>
  )
}

function Line({ dates, skipped, room }: Props & { readonly room: number }) {
  const { width, points, gaps, boxes } = timelineLayout(dates, room, skipped)
  const first = points[0]?.x ?? 0
  const last = points.at(-1)?.x ?? width
  return (
    <svg className="chart" width={width} height={HEIGHT} role="img" aria-label={timelineWords(dates, skipped)}>
      <path className="axis" d={`M${first - 24} ${AXIS}h24M${last} ${AXIS}h24`} />
      {gaps.map(({ from, to, isLong }) => (
        <path
          key={from}
          className="axis"
          d={`M${from} ${AXIS}H${to}`}
          {...(isLong ? { strokeDasharray: '2 4' } : {})}
        />
      ))}
      {boxes.map(({ from, to, words }) => (
        <g key={from} className="skipped">
          <rect x={from} y={AXIS - BOX / 2} width={Math.max(0, to - from)} height={BOX} />
          <text x={(from + to) / 2} y={AXIS - 4} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
      {points.map((point) => (
        <Point key={point.day} point={point} />
      ))}
    </svg>
  )
}

function Point({ point }: { readonly point: TimelinePoint }) {
  const { x, day, lines, side, anchor, kind } = point
  const isAbove = side === 'above'
  const top = isAbove ? AXIS - 24 - lines.length * LINE : AXIS + 32
  const textX = anchor === 'start' ? x - 24 : anchor === 'end' ? x + 24 : x
  return (
    <g className={kind}>
      <path className="tick" d={isAbove ? `M${x} ${AXIS - 16}V${AXIS}` : `M${x} ${AXIS}V${AXIS + 16}`} />
      {kind === 'as-of' ? (
        <rect x={x - 4.5} y={AXIS - 4.5} width="9" height="9" transform={`rotate(45 ${x} ${AXIS})`} />
      ) : (
        <circle cx={x} cy={AXIS} r="4.5" />
      )}
      <text x={textX} y={top} textAnchor={anchor} className="day">
        {dayWords(day)}
      </text>
      {lines.map((line, index) => (
        <text key={line} x={textX} y={top + (index + 1) * LINE} textAnchor={anchor}>
          {line}
        </text>
      ))}
    </g>
  )
}
