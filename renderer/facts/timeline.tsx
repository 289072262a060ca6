import { useRef } from 'react'
import { useWidth } from '../state/use-width.ts'
import { dayWords } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

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
    <figure ref={figure} className="panel timeline" tabIndex={0} aria-label={t('facts.timeline.notToScale')}>
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

export type TimelineDate = {
  readonly day: string
  readonly words: string
  readonly kind: 'fact' | 'computed' | 'as-of'
}

type TimelinePoint = TimelineDate & {
  readonly x: number
  readonly lines: readonly string[]
  readonly side: 'above' | 'below'
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Days that did not count on the way to a deadline. */
type SkippedRun = { readonly from: string; readonly to: string; readonly name: string }

/** Between two neighbours, drawn as a box on the line. */
type SkippedBox = { readonly from: number; readonly to: number; readonly words: string }

type TimelineLayout = {
  readonly width: number
  readonly points: readonly TimelinePoint[]
  /** Between neighbours; `isLong` is drawn dotted, for much is left out between them. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly isLong: boolean }[]
  readonly boxes: readonly SkippedBox[]
}

const MARGIN = 48

/** Labels alternate sides, so that two on one side are twice as far apart. */
const NEAREST = 72
const LINE_CHARACTERS = 22
const LINES_AT_MOST = 3
const LONG_DAYS = 60
const BOX_INSET = 12
const DAY_MS = 86_400_000

/**
 * Where dates stand on a line, in their order; several of one day stand on one point. Distances grow with the root of the days between,
 * so that a day and a decade find room on one line: it is not to scale. It is `roomWidth` wide, or wider where labels need it.
 */
export function timelineLayout(
  dates: readonly TimelineDate[],
  roomWidth: number,
  skipped: readonly SkippedRun[] = [],
): TimelineLayout {
  const sorted = joinDays(dates.toSorted((one, other) => one.day.localeCompare(other.day)))
  const days = sorted.map(({ day }) => new Date(`${day}T00:00:00Z`).getTime() / DAY_MS)
  const between = days.slice(1).map((day, at) => day - (days[at] ?? day))
  const roots = between.map((gap) => Math.sqrt(gap))
  const least = NEAREST * roots.length
  const room = Math.max(0, roomWidth - 2 * MARGIN - least)
  const all = roots.reduce((sum, root) => sum + root, 0)
  const xs = [MARGIN]
  for (const root of roots) xs.push((xs.at(-1) ?? MARGIN) + NEAREST + (all > 0 ? (room * root) / all : 0))
  return {
    width: Math.max(roomWidth, (xs.at(-1) ?? MARGIN) + MARGIN),
    points: sorted.map((date, at) => ({
      ...date,
      x: xs[at] ?? MARGIN,
      lines: wrapWords(date.words),
      side: at % 2 === 0 ? 'above' : 'below',
      anchor: at === 0 ? 'start' : at === sorted.length - 1 ? 'end' : 'middle',
    })),
    gaps: between.map((gap, at) => ({ from: xs[at] ?? 0, to: xs[at + 1] ?? 0, isLong: gap > LONG_DAYS })),
    boxes: skippedBoxes(
      sorted.map(({ day }) => day),
      xs,
      skipped,
    ),
  }
}

/** One box in each gap that has such days, a little inside of it; what stands on a point itself is said there. */
function skippedBoxes(
  days: readonly string[],
  xs: readonly number[],
  skipped: readonly SkippedRun[],
): readonly SkippedBox[] {
  return days.slice(1).flatMap((next, at) => {
    const inside = skipped.filter(({ from, to }) => to > (days[at] ?? '') && from < next)
    const [only, second] = inside
    if (!only) return []
    const [from, to] = [(xs[at] ?? 0) + BOX_INSET, (xs[at + 1] ?? 0) - BOX_INSET]
    const words = second ? t('facts.timeline.daysOff', { count: countDays(inside) }) : kindWords(only)
    return [{ from, to, words }]
  })
}

function kindWords({ name }: SkippedRun): string {
  return name === 'weekend' ? t('facts.timeline.weekend') : t('facts.timeline.holiday')
}

function countDays(runs: readonly SkippedRun[]): number {
  const dayOf = (text: string) => new Date(`${text}T00:00:00Z`).getTime() / DAY_MS
  return runs.reduce((sum, { from, to }) => sum + dayOf(to) - dayOf(from) + 1, 0)
}

/** All dates in words, for those who do not see the drawing. */
export function timelineWords(dates: readonly TimelineDate[], skipped: readonly SkippedRun[] = []): string {
  const sorted = dates.toSorted((one, other) => one.day.localeCompare(other.day))
  const said = sorted.map(({ day, words }) => `${day}, ${words}`).join('; ')
  const moved = skipped.map((run) => `${runWords(run)}, ${nameWords(run)}`).join('; ')
  return moved === ''
    ? t('facts.timeline.words', { dates: said })
    : t('facts.timeline.wordsWithSkipped', { dates: said, skipped: moved })
}

const runWords = ({ from, to }: SkippedRun) => (from === to ? from : t('proof.range', { low: from, high: to }))

/** A holiday has the name that its calendar gives it. */
const nameWords = (run: SkippedRun) => (run.name === 'weekend' ? kindWords(run) : run.name)

function joinDays(dates: readonly TimelineDate[]): readonly TimelineDate[] {
  const joined: TimelineDate[] = []
  for (const date of dates) {
    const last = joined.at(-1)
    if (last?.day !== date.day) joined.push(date)
    else
      joined[joined.length - 1] = {
        day: date.day,
        words: last.words === date.words ? last.words : `${last.words}; ${date.words}`,
        kind: last.kind === 'as-of' ? date.kind : last.kind,
      }
  }
  return joined
}

/** A few short lines; what does not fit ends in an ellipsis, and stands in the proof. */
function wrapWords(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LINE_CHARACTERS)
      lines[lines.length - 1] = `${last} ${word}`
    else if (lines.length < LINES_AT_MOST) lines.push(word)
    else {
      lines[lines.length - 1] = `${last} …`
      break
    }
  }
  return lines
}
