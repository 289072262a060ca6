import { Fragment } from 'react'
import type { PageText, TextLink } from '../../../contract/document.ts'
import { type Marks, type Span, TARGET, textOffsets, type Underline, useTextShown } from './text-context.ts'

type Props = {
  readonly page: PageText
  /** Offsets of the page's text. */
  readonly start: number
  readonly end: number
}

/** A part of a page's text: its words alone, marked where they are cited or found, and bold where Markdown says so. */
export function RunsView({ page, start, end }: Props) {
  const { marks, target, onJump, underlines = [], isFlowing = false } = useTextShown()
  const from = page.start + start
  const to = page.start + end
  const text = page.text.slice(start, end)
  const bold = isFlowing ? boldIn(text, from) : []
  const signs = bold.flatMap(({ signs: pair }) => pair)
  const wanted = target && (signs.find((sign) => isWithin(target.offset, sign))?.end ?? target.offset)
  const isTarget = wanted !== null && wanted >= from && wanted < to
  const links = page.links.map((link) => ({ ...link, start: page.start + link.start, end: page.start + link.end }))
  const underlined = underlines.filter((one) => one.start < to && one.end > from)
  const cuts = [
    ...signs.flatMap((sign) => [sign.start, sign.end]),
    ...underlined.flatMap((one) => [one.start, one.end, page.start + lastWordStart(page.text, one.end - page.start)]),
  ]
  const runs = textRuns({ text, start: from, links }, marks, isTarget ? [...cuts, wanted] : cuts)
  const shown = runs.filter((run) => !signs.some((sign) => isWithin(run.start, sign)))
  return shown.map((run) => (
    <UnbrokenEnd key={run.start} behind={behindRun(run, underlined)}>
      <Run
        run={run}
        look={lookOf(run, underlined)}
        isTarget={isTarget && run.start === wanted}
        isBold={bold.some((one) => isWithin(run.start, one))}
        onJump={onJump}
      />
    </UnbrokenEnd>
  ))
}

type Bold = Span & { readonly signs: readonly [Span, Span] }

const BOLD = /(\*\*|__)(?=\S)[^*_]+?(?<=\S)\1/g

/** Words between two pairs of asterisks, with those; `from`: where the text begins in the whole document's. */
function boldIn(text: string, from: number): readonly Bold[] {
  return [...text.matchAll(BOLD)].map(({ 0: all, 1: sign = '', index }) => {
    const [start, end] = [from + index, from + index + all.length]
    return {
      start,
      end,
      signs: [
        { start, end: start + sign.length },
        { start: end - sign.length, end },
      ],
    }
  })
}

function isWithin(offset: number, { start, end }: Span): boolean {
  return offset >= start && offset < end
}

/** What stands behind a run: the signs of those that end with it. */
function behindRun({ start, text }: TextRun, underlined: readonly Underline[]): readonly React.ReactNode[] {
  return underlined
    .filter(({ end }) => end === start + text.length)
    .map(({ start: begin, end, behind }) => <Fragment key={`${begin} ${end}`}>{behind}</Fragment>)
}

type UnbrokenProps = { readonly behind: readonly React.ReactNode[]; readonly children: React.ReactNode }

/** A word with the signs behind it in one line; a run without signs as it is. */
function UnbrokenEnd({ behind, children }: UnbrokenProps) {
  if (behind.length === 0) return children
  return (
    <span className="one-line">
      {children}
      {behind}
    </span>
  )
}

function lastWordStart(text: string, end: number): number {
  return end - (/\S*$/.exec(text.slice(Math.max(0, end - 80), end))?.[0].length ?? 0)
}

/** How the words of a run are underlined: as by the shortest that holds them. */
function lookOf({ start, text }: TextRun, underlined: readonly Underline[]): string | undefined {
  const end = start + text.length
  const holding = underlined.filter((one) => one.start <= start && one.end >= end)
  return holding.toSorted((one, other) => one.end - one.start - (other.end - other.start))[0]?.look
}

type RunProps = {
  readonly run: TextRun
  readonly look: string | undefined
  readonly isTarget: boolean
  readonly isBold: boolean
  readonly onJump: (offset: number) => void
}

function Run({ run: { start, text, mark, target }, look, isTarget, isBold, onJump }: RunProps) {
  const place = { ...textOffsets({ start, end: start + text.length }), ...(isTarget ? { [TARGET]: '' } : {}) }
  const said = isBold ? <strong>{text}</strong> : text
  const words =
    target === null ? (
      said
    ) : (
      <button type="button" className="link" onClick={() => onJump(target)}>
        {said}
      </button>
    )
  if (mark)
    return (
      <mark className={mark} {...place}>
        {words}
      </mark>
    )
  return (
    <span {...place} className={look}>
      {words}
    </span>
  )
}

export type MarkKind = 'cited' | 'found' | 'current' | 'kept'

/** A run of characters that look alike. */
type TextRun = {
  /** Offset of its first character in the whole document's text. */
  readonly start: number
  readonly text: string
  readonly mark: MarkKind | null
  /** Where it leads, for a cross-reference: an offset of the whole text. */
  readonly target: number | null
}

/** `start` says where the text begins in the whole document's; `links` are offsets of that as well. */
type Piece = { readonly text: string; readonly start: number; readonly links: readonly TextLink[] }

/** A text in runs that hold every character of it once. `cuts` are offsets at which a run is to begin, marked or not. */
export function textRuns({ text, start, links }: Piece, marks: Marks, cuts: readonly number[]): readonly TextRun[] {
  const end = start + text.length
  const near = {
    kept: spansWithin(marks.kept, start, end),
    cited: spansWithin(marks.cited, start, end),
    found: spansWithin(marks.found, start, end),
    current: marks.current ? spansWithin([marks.current], start, end) : [],
    links: links.filter((link) => link.start < end && link.end > start),
  }
  const edges = new Set([start, end, ...cuts])
  for (const { start: from, end: to } of Object.values(near).flat()) edges.add(from).add(to)
  const places = [...edges].filter((edge) => edge >= start && edge <= end).toSorted((one, other) => one - other)
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? start
    const holds = (span: Span) => span.start <= from && span.end >= to
    return {
      start: from,
      text: text.slice(from - start, to - start),
      mark: (['current', 'found', 'cited', 'kept'] as const).find((kind) => near[kind].some(holds)) ?? null,
      target: near.links.find(holds)?.target ?? null,
    }
  })
}

/** In order, those that overlap or touch joined. */
export function orderedSpans(spans: readonly Span[]): readonly Span[] {
  const ordered: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = ordered.at(-1)
    if (end <= start) continue
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else ordered.push({ start, end })
  }
  return ordered
}

/** Those of many spans (in order, not overlapping) that touch a range: found by halving, for a search may find thousands. */
function spansWithin(spans: readonly Span[], start: number, end: number): readonly Span[] {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  let last = low
  while ((spans[last]?.start ?? end) < end) last += 1
  return spans.slice(low, last)
}
