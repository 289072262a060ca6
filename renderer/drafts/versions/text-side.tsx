import type { Change } from '../../../contract/drafts/comparison.ts'
import { Button } from '../../parts/button.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { markerOf } from '../../viewer/text/text-view.tsx'
import { t } from '../../../wording/translate.ts'
import type { PairedRow, Part } from './pair-rows.ts'

/** Marks the words of the chosen change. */
export const CURRENT = 'current'

type Props = {
  readonly look: string
  readonly side: 'before' | 'after'
  readonly row: PairedRow
  /** The chosen change. */
  readonly current: Change | null
  /** To the other place of text that has moved. */
  readonly onGo: (change: Change, side: 'before' | 'after') => void
}

/** What one text has in a row: its words with those that differ marked, or where they went. */
export function TextSide({ look, side, row, current, onGo }: Props) {
  const parts = row[side]
  const moved = row.changes.find(({ kind }) => kind === 'moved')
  const untracked = side === 'after' && row.changes.some(({ tracked }) => tracked === 'none')
  return (
    <div className={look} data-side={parts.length > 0 ? side : undefined}>
      {parts.map((part, at) => (
        <PartView
          key={part.start}
          part={part}
          spans={markedIn(part, { changes: row.changes, current, side })}
          side={side}
          isUntracked={untracked && at === parts.length - 1}
        />
      ))}
      {parts.length === 0 && moved ? <MovedNote change={moved} side={side} onGo={() => onGo(moved, side)} /> : null}
      {untracked && parts.length === 0 ? <Untracked /> : null}
    </div>
  )
}

/** `differs`: the other text does not have these words here; else they are the same at another place. */
type Mark = { readonly start: number; readonly end: number; readonly differs: boolean; readonly isCurrent: boolean }

type Marking = {
  readonly changes: readonly Change[]
  readonly current: Change | null
  readonly side: 'before' | 'after'
}

/** The words of a part that differ. What was added or removed as a whole differs as a whole. */
function markedIn(part: Part, { changes, current, side }: Marking): readonly Mark[] {
  const marks = changes.flatMap((change) => {
    const { kind, [side]: place } = change
    if (!place) return []
    const isCurrent = change === current
    const isMoved = isCurrent && kind === 'moved'
    const isWhole = place.words.length === 0 && (kind === 'added' || kind === 'removed' || isMoved)
    const spans = isWhole ? [place] : place.words
    return spans.map(({ start, end }) => ({ start, end, differs: !(isMoved && isWhole), isCurrent }))
  })
  const differing = marks.filter(({ differs }) => differs)
  return marks
    .flatMap((mark) => (mark.differs ? [mark] : around(mark, differing)))
    .map((mark) => ({ ...mark, start: Math.max(mark.start, part.start), end: Math.min(mark.end, part.end) }))
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start)
}

/** What is left of a mark of text that moved between the words of it that differ. */
function around(mark: Mark, differing: readonly Mark[]): readonly Mark[] {
  return differing.reduce<readonly Mark[]>(
    (left, { start, end }) =>
      left.flatMap((one) => {
        if (end <= one.start || start >= one.end) return [one]
        return [
          { ...one, end: start },
          { ...one, start: end },
        ]
      }),
    [mark],
  )
}

/** Of a change that the files do not mark, though they mark others. */
function Untracked() {
  return <span className="tag untracked">{t('drafts.compare.notTracked')}</span>
}

type WordsProps = {
  readonly part: Part
  readonly spans: readonly Mark[]
  readonly side: 'before' | 'after'
  readonly from: number
}

type PartProps = Omit<WordsProps, 'from'> & { readonly isUntracked: boolean }

function PartView({ part, spans, side, isUntracked }: PartProps) {
  const marker = markerOf(part.text)
  const words = (
    <>
      <Words part={part} from={part.start + marker.length} spans={spans} side={side} />
      {isUntracked ? ' ' : null}
      {isUntracked ? <Untracked /> : null}
    </>
  )
  const look = part.kind === 'heading' ? 'heading' : part.kind === 'row' ? 'row' : undefined
  if (marker === '') return <p className={look}>{words}</p>
  const number = (
    <Words part={{ ...part, end: part.start + marker.trimEnd().length }} from={part.start} spans={spans} side={side} />
  )
  return (
    <p className={['numbered', look].filter(Boolean).join(' ')}>
      <span>{number}</span>
      <span>{words}</span>
    </p>
  )
}

function Words({ part, from, spans, side }: WordsProps) {
  const runs: React.ReactNode[] = []
  const textOf = (start: number, end: number) => part.text.slice(start - part.start, end - part.start)
  let at = from
  for (const { start: begin, end: stop, differs, isCurrent } of spans) {
    const start = Math.max(at, begin)
    const end = Math.min(part.end, stop)
    if (end <= start) continue
    runs.push(textOf(at, start))
    runs.push(
      <MarkedWords key={start} side={side} differs={differs} isCurrent={isCurrent}>
        {textOf(start, end)}
      </MarkedWords>,
    )
    at = end
  }
  runs.push(textOf(at, part.end))
  return runs
}

type MarkedProps = Pick<Mark, 'differs' | 'isCurrent'> & {
  readonly side: 'before' | 'after'
  readonly children: string
}

function MarkedWords({ side, differs, isCurrent, children }: MarkedProps) {
  const look = isCurrent ? CURRENT : undefined
  if (!differs) return <span className={look}>{children}</span>
  if (side === 'before')
    return (
      <del className={look}>
        {t.rich('drafts.compare.wasRemoved', TEXT_TAGS)}
        {children}
      </del>
    )
  return (
    <ins className={look}>
      {t.rich('drafts.compare.wasAdded', TEXT_TAGS)}
      {children}
    </ins>
  )
}

type MovedProps = { readonly change: Change; readonly side: 'before' | 'after'; readonly onGo: () => void }

/** In the place that text has left, or come from: where it is now, or was. */
function MovedNote({ change, side, onGo }: MovedProps) {
  const { before, after, isReworded } = change
  const there = (side === 'after' ? after : before)?.number
  return (
    <p className="gap-note">
      {movedWords(change, side)} {isReworded ? null : `${t('drafts.compare.unchanged')} `}
      <Button look="link" onClick={onGo}>
        {there ? t('drafts.compare.goTo', { to: there }) : t('drafts.compare.goThere')}
      </Button>
    </p>
  )
}

function movedWords({ before, after }: Change, side: 'before' | 'after'): string {
  const from = before?.number
  const to = after?.number
  if (side === 'before') return from ? t('drafts.compare.movedHere', { from }) : t('drafts.compare.movedHereUnnumbered')
  return from && to ? t('drafts.compare.movedTo', { from, to }) : t('drafts.compare.movedUnnumbered')
}
