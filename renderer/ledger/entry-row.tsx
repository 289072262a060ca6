import { ROVING } from '../keys/move-in-list.ts'
import { Glyph } from '../parts/glyph.tsx'
import { formatNumber } from '../wording/format-count.ts'
import { formatClock } from '../wording/format-time.ts'
import { shortHash } from '../wording/short-hash.ts'
import type { ToldEntry } from './told-entries.ts'

export type RowActions = {
  /** The focus came to it. */
  readonly onChoose: (seq: number) => void
  /** It was clicked, or Enter was pressed. */
  readonly onOpen: (seq: number) => void
}

type Props = RowActions & { readonly told: ToldEntry; readonly isChosen: boolean }

/** One entry: when, what happened, its number and the ends of its hash. */
export function EntryRow({ told: { entry, words }, isChosen, onChoose, onOpen }: Props) {
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
