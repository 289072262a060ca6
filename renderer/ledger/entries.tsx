import { useEffect, useRef, useState } from 'react'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Segments } from '../parts/choices.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { createNearWatch, NearContext, useNear } from '../state/near-watch.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatClock, formatTime, formatWeekday } from '../../wording/format-time.ts'
import { shortHash } from '../../wording/phrases.ts'
import { type LedgerSubject, sourceRange } from './kind-words.ts'
import { type DayPiece, dayPieces, type DescribedEntry, findEntries } from './describe-entries.ts'
import type { ShownEntry } from './use-ledger.ts'
import { hasText, t, texts } from '../../wording/translate.ts'
import type { LedgerData, LedgerEntry, LedgerKind } from '../../contract/ledger.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { HashText } from '../parts/hash-text.tsx'
import { usePackets } from '../second-opinion/use-consulting.ts'
import { useShell } from '../state/shell-context.ts'
import { maskedWords } from '../second-opinion/packet-words.ts'

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

type Data = LedgerEntry['data']

/** All that one entry says, nothing left out: in the ledger stand ids, hashes and counts, no words of a document. */
export function EntryDetail({ described: { entry, words } }: { readonly described: DescribedEntry }) {
  const { seq, time, kind, data, previous, hash } = entry
  return (
    <section className="rule-top" aria-labelledby="entry-detail" data-testid="entry-detail">
      <h3 className="h" id="entry-detail">
        {t('ledger.detail.title', { number: seq })}
      </h3>
      <p className="below-2">
        <b>{words.title}</b> {words.rest}
      </p>
      <PacketLink packetId={data.packetId} />
      <dl className="kv">
        <dt>{t('ledger.detail.when')}</dt>
        <dd>{formatTime(time)}</dd>
        <dt>{t('ledger.detail.kind')}</dt>
        <dd className="mono">{kind}</dd>
        {Object.entries(data).map(([name, value]) => (
          <Field key={name} name={name} value={value} />
        ))}
        <dt>{t('ledger.detail.hash')}</dt>
        <dd>
          <HashText hash={hash} />
        </dd>
        <dt>{t('ledger.detail.before')}</dt>
        <dd>
          <HashText hash={previous} />
        </dd>
      </dl>
    </section>
  )
}

/** What left, or would have, to its last character, as long as it is kept. */
function PacketLink({ packetId }: { readonly packetId: Data[string] | undefined }) {
  const { matter } = useShell()
  const packets = usePackets(matter?.id ?? null).value
  const packet = packets?.find((one) => one.packetId === packetId)
  if (!packet) return null
  return (
    <p className="below-2">
      <PlaceLink to={{ name: 'opinion', packet: packet.packetId, consultation: null }}>
        {t('ledger.detail.content', { count: packet.characters })}
      </PlaceLink>
    </p>
  )
}

function Field({ name, value }: { readonly name: string; readonly value: Data[string] }) {
  return (
    <>
      <dt>{fieldName(name)}</dt>
      <dd>{valueWords(value)}</dd>
    </>
  )
}

/** What the entries of all kinds record, none of which is without a name; of a kind that records nothing there is none. */
type FieldName = { readonly [Kind in LedgerKind]: FieldsOf<LedgerData<Kind>> }[LedgerKind]
type FieldsOf<Recorded> = string extends keyof Recorded ? never : keyof Recorded

/** What an entry of a later version has besides is called as it is there. */
function fieldName(name: string): string {
  const names: Readonly<Record<FieldName, string>> = texts('ledger.detail.fields')
  return hasText('ledger.detail.fields', name) ? names[name] : name
}

function valueWords(value: Data[string] | undefined): React.ReactNode {
  if (value === null || value === undefined) return t('ledger.detail.none')
  if (typeof value === 'boolean') return value ? t('ledger.detail.yes') : t('ledger.detail.no')
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? <HashText hash={value} /> : value
  return recordWords(value) ?? <span className="raw">{JSON.stringify(value, null, 1)}</span>
}

/** Source marks as a range, counts as a list; null for anything else. */
function recordWords(value: object): string | null {
  const parts: readonly unknown[] = Object.values(value)
  if (parts.length === 0) return t('ledger.detail.none')
  const marks = parts.map(sourceMark)
  if (Array.isArray(value) && marks.every((mark) => mark !== null)) return sourceRange(marks)
  const counts = Object.entries(value).filter((pair): pair is [string, number] => typeof pair[1] === 'number')
  return counts.length === parts.length ? maskedWords(Object.fromEntries(counts)) : null
}

/** `S1` or `R2`, by itself or of a source; null for anything else. */
function sourceMark(part: unknown): string | null {
  const mark = typeof part === 'object' && part !== null && 'source' in part ? part.source : part
  return typeof mark === 'string' && /^[SR]\d+$/.test(mark) ? mark : null
}
