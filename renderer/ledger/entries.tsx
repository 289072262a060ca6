import { useEffect, useRef, useState } from 'react'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Segments } from '../parts/choices.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { createNearWatch, NearContext, useNear } from '../state/near-watch.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatClock, formatWeekday } from '../../wording/format-time.ts'
import { shortHash } from '../../wording/phrases.ts'
import type { LedgerSubject } from './kind-words.ts'
import { type DayPiece, dayPieces, type DescribedEntry, findEntries } from './describe-entries.ts'
import type { ShownEntry } from './use-ledger.ts'
import { t, texts } from '../../wording/translate.ts'

const TYPING_MS = 150

type Props = { readonly described: readonly DescribedEntry[]; readonly shown: ShownEntry }

/** The filters of the ledger, and what they leave. */
export function Entries({ described, shown: { chosen, isArriving, choose, open } }: Props) {
  const [subject, setSubject] = useState<LedgerSubject | 'all'>('all')
  const [typed, setTyped] = useState('')
  const found = findEntries(described, subject, useDelayed(typed, TYPING_MS))
  const isFiltered = found.length < described.length
  useArrival(isArriving ? chosen : null)
  return (
    <>
      <div className="filters">
        <Segments
          label={t('ledger.filters.label')}
          value={subject}
          choices={texts('ledger.filters.subjects')}
          onChange={setSubject}
        />
        <input
          type="search"
          autoComplete="off"
          aria-label={t('ledger.filters.search')}
          placeholder={t('ledger.filters.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <h2 className="visually-hidden">{t('ledger.filters.entries')}</h2>
      <p className="small soft above-2" role="status">
        {isFiltered ? t('ledger.filters.found', { found: found.length, all: described.length }) : ''}
      </p>
      {described.length === 0 ? <p className="soft">{t('ledger.filters.none')}</p> : null}
      <Timeline described={found} chosen={chosen} onChoose={choose} onOpen={open} />
    </>
  )
}

/** Brings an entry into view once, when one comes from elsewhere. */
function useArrival(seq: number | null): void {
  const [arrived] = useState(seq)
  useEffect(() => {
    if (arrived !== null) document.querySelector(`[data-seq="${arrived}"]`)?.scrollIntoView({ block: 'center' })
  }, [arrived])
}

/** About what an entry takes, in CSS pixels, before it was drawn. */
const ROW_HEIGHT = 53

type TimelineProps = RowActions & { readonly described: readonly DescribedEntry[]; readonly chosen: number | null }

/** The entries by day, newest first. Only what is near to what is seen is drawn, so that ten thousand scroll like ten. */
function Timeline({ described, ...row }: TimelineProps) {
  const [near] = useState(createNearWatch)
  const pieces = dayPieces(described)
  return (
    <NearContext value={near}>
      <div className="tl" ref={rovingList}>
        {pieces.map((piece, index) => (
          <Piece
            key={piece.entries[0]?.entry.seq}
            piece={piece}
            // The keys Home and End lead there.
            isAlways={index === 0 || index === pieces.length - 1}
            {...row}
          />
        ))}
      </div>
    </NearContext>
  )
}

type PieceProps = Omit<TimelineProps, 'described'> & { readonly piece: DayPiece; readonly isAlways: boolean }

function Piece({ piece: { isFirst, entries }, isAlways, chosen, ...actions }: PieceProps) {
  const place = useRef<HTMLElement>(null)
  const { isNear, height } = useNear(place, entries.length * ROW_HEIGHT)
  const isDrawn = isNear || isAlways || entries.some(({ entry }) => entry.seq === chosen)
  return (
    <section ref={place} style={isDrawn ? undefined : { height }}>
      {isDrawn ? (
        <>
          {isFirst ? <h3 className="day">{formatWeekday(entries[0]?.entry.time ?? '')}</h3> : null}
          <ol>
            {entries.map((described) => (
              <EntryRow
                key={described.entry.seq}
                described={described}
                isChosen={described.entry.seq === chosen}
                {...actions}
              />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}

type RowActions = {
  /** The focus came to it. */
  readonly onChoose: (seq: number) => void
  /** It was clicked, or Enter was pressed. */
  readonly onOpen: (seq: number) => void
}

type EntryRowProps = RowActions & { readonly described: DescribedEntry; readonly isChosen: boolean }

/** One entry: when, what happened, its number and the ends of its hash. */
function EntryRow({ described: { entry, words }, isChosen, onChoose, onOpen }: EntryRowProps) {
  const { seq, time, hash } = entry
  const { title, rest, detail, shape = 'ready', tone = 'idle' } = words
  return (
    <li
      {...{ [ROVING]: '' }}
      className={isChosen ? 'entry sel' : 'entry'}
      data-testid="ledger-entry"
      data-seq={seq}
      tabIndex={-1}
      aria-current={isChosen ? 'true' : undefined}
      onFocus={() => onChoose(seq)}
      onClick={() => onOpen(seq)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        onOpen(seq)
      }}
    >
      <time dateTime={time}>{formatClock(time)}</time>
      <span className={tone}>
        <Glyph shape={shape} />
      </span>
      <div>
        <b>{title}</b> {rest}
        {detail ? <small>{detail}</small> : null}
      </div>
      <span className="hash">
        {formatNumber(seq)} <span>{shortHash(hash)}</span>
      </span>
    </li>
  )
}
