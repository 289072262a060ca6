import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Change } from '../../../contract/drafts/comparison.ts'
import { shortPageWords } from '../../../contract/page-unit.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { FileName } from '../../parts/file-name.tsx'
import { Opening } from '../../parts/progress.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import { createNearWatch, NearContext, useNear } from '../../state/near-watch.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { messageText } from '../../../wording/message-text.ts'
import { formatTime } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import type { ComparedSide, ComparisonWork } from './use-comparison.ts'
import { type ChosenChange, clauseOf, type Going } from './changes.ts'
import { CURRENT, TextSide } from './text-side.tsx'
import { type PairedRow, pairRows } from './pair-rows.ts'

type Props = {
  readonly matter: string
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly work: ComparisonWork
  readonly chosen: ChosenChange
  readonly onOpenPages: () => void
}

/** Both texts, level with each other, at the chosen change; below them what is known of it. */
export function SideBySide({ matter, before, after, work, chosen, onOpenPages }: Props) {
  const { end } = work
  const left = useLoaded((of) => of.library.text, end && readingOf(matter, before, end.beforeVersion))
  const right = useLoaded((of) => of.library.text, end && readingOf(matter, after, end.afterVersion))
  const { change } = chosen
  const rows = useMemo(
    () => (left.value && right.value ? pairRows(left.value, right.value, work.changes) : []),
    [left.value, right.value, work.changes],
  )
  const failure = left.failure ?? right.failure
  const areComing = end !== null && rows.length === 0 && failure === null
  return (
    // What scrolls must be reachable by the keyboard, also where nothing in it can be pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="on-desk" aria-label={t('drafts.compare.texts')} tabIndex={0}>
      <Heads before={before} after={after} chosen={chosen} onOpenPages={onOpenPages} />
      <div className="pane-body">
        <FailureNote failure={failure} />
        {areComing ? <Opening>{t('viewer.text.opening')}</Opening> : null}
        <PairedTexts rows={rows} change={change} going={chosen.going} onGo={chosen.choose} />
      </div>
      {change ? <Foot change={change} /> : null}
    </section>
  )
}

/** The names of both, each above its text, with the page of the chosen change, and the way to the next. */
function Heads({ before, after, chosen, onOpenPages }: Omit<Props, 'matter' | 'work'>) {
  const { change, at, all, step } = chosen
  const [page, pageAfter] = [change?.before?.page ?? null, change?.after?.page ?? null]
  const hasPages = page !== null || pageAfter !== null
  return (
    <div className="pane-head level">
      <SideName side={before} page={page} />
      <div>
        <SideName side={after} page={pageAfter} />
        {hasPages ? (
          <Button look="quiet" isSmall onClick={onOpenPages}>
            {t('drafts.compare.openPages')}
          </Button>
        ) : null}
        {all === 0 ? null : (
          <span className="end">
            <Stepper
              at={at}
              all={all}
              words={{ previous: t('drafts.compare.previous'), next: t('drafts.compare.next') }}
              onStep={step}
            >
              <span className="num">{t('drafts.compare.position', { at, all })}</span>
            </Stepper>
          </span>
        )}
      </div>
    </div>
  )
}

function readingOf(matter: string, { documentId }: ComparedSide, textVersion: number) {
  return { matter, document: documentId, textVersion }
}

function SideName({ side: { title, document }, page }: { readonly side: ComparedSide; readonly page: number | null }) {
  return (
    <span className="version-name">
      <b>
        <FileName name={title} />
      </b>
      {page === null ? null : <span className="one-line">{shortPageWords(document, page)}</span>}
    </span>
  )
}

const GROUP_ROWS = 30
const ROW_PIXELS = 64

type PairedProps = {
  readonly rows: readonly PairedRow[]
  readonly change: Change | null
  readonly going: Going
  readonly onGo: (change: Change, side: 'before' | 'after') => void
}

/** Only what is near is there, for a contract has thousands of rows. */
function PairedTexts({ rows, change, going, onGo }: PairedProps) {
  const [near] = useState(createNearWatch)
  const texts = useRef<HTMLDivElement>(null)
  const groups = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / GROUP_ROWS) }, (_, at) =>
        rows.slice(at * GROUP_ROWS, (at + 1) * GROUP_ROWS),
      ),
    [rows],
  )
  const aim = rows.length === 0 ? null : (change?.changeId ?? null)
  const show = useEffectEvent((_aim: string, { side }: Going) => {
    const there = side ? `[data-side="${side}"]` : '[data-side]'
    // A row may be longer than what is seen of it.
    const words = texts.current?.querySelector(`${there} .${CURRENT}`) ?? texts.current?.querySelector(`.now${there}`)
    words?.scrollIntoView({ block: 'center' })
  })
  useEffect(() => {
    if (aim !== null) show(aim, going)
  }, [aim, going])
  return (
    <NearContext value={near}>
      <div ref={texts} data-testid="paired-texts">
        {groups.map((group, at) => (
          <RowGroup
            key={group[0]?.key}
            rows={group}
            isFirst={at === 0}
            isLast={at === groups.length - 1}
            change={change}
            onGo={onGo}
          />
        ))}
      </div>
    </NearContext>
  )
}

type GroupProps = Pick<PairedProps, 'rows' | 'change' | 'onGo'> & {
  readonly isFirst: boolean
  readonly isLast: boolean
}

function RowGroup({ rows, isFirst, isLast, change, onGo }: GroupProps) {
  const place = useRef<HTMLDivElement>(null)
  const { isNear, height } = useNear(place, rows.length * ROW_PIXELS)
  const isShown = isNear || (change !== null && rows.some(({ changes }) => changes.includes(change)))
  return (
    <div ref={place} className={isShown ? 'pair' : undefined} style={isShown ? undefined : { height }}>
      {isShown
        ? rows.map((row, at) => {
            const edge = [
              isFirst && at === 0 && 'first',
              isLast && at === rows.length - 1 && 'last',
              isNow(row, change) && 'now',
            ]
            const look = ['text-side', ...edge].filter(Boolean).join(' ')
            return [
              <TextSide key={`${row.key} before`} look={look} side="before" row={row} current={change} onGo={onGo} />,
              <TextSide key={`${row.key} after`} look={look} side="after" row={row} current={change} onGo={onGo} />,
            ]
          })
        : null}
    </div>
  )
}

function isNow({ changes }: PairedRow, change: Change | null): boolean {
  return change !== null && changes.includes(change)
}

/** What the signs mean, and who made the chosen change and when. */
function Foot({ change }: { readonly change: Change }) {
  return (
    <p className="pane-foot">
      <del>{t('drafts.compare.removed')}</del>
      <ins>{t('drafts.compare.added')}</ins>
      <span role="status">{selectedWords(change)}</span>
    </p>
  )
}

function selectedWords(change: Change): string {
  const { tracked } = change
  const name = clauseOf(change) || messageText(change.said)
  if (tracked === null) return t('drafts.compare.selected', { change: name })
  if (tracked === 'none') return t('drafts.compare.selectedNotTracked', { change: name })
  const { by, date } = tracked
  return date === ''
    ? t('drafts.compare.selectedTrackedUndated', { change: name, by })
    : t('drafts.compare.selectedTracked', { change: name, by, time: formatTime(date) })
}
