import { useRef, useState } from 'react'
import { rovingList } from '../keys/roving-list.ts'
import { createNearWatch, NearContext, useNear } from '../state/near-watch.ts'
import { formatWeekday } from '../wording/format-time.ts'
import { EntryRow, type RowActions } from './entry-row.tsx'
import { type DayPiece, dayPieces, type ToldEntry } from './told-entries.ts'

/** About what an entry takes, in CSS pixels, before it was drawn. */
const ROW_HEIGHT = 53

type Props = RowActions & { readonly told: readonly ToldEntry[]; readonly chosen: number | null }

/** The entries by day, newest first. Only what is near to what is seen is drawn, so that ten thousand scroll like ten. */
export function Timeline({ told, ...row }: Props) {
  const [near] = useState(createNearWatch)
  const pieces = dayPieces(told)
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

type PieceProps = Omit<Props, 'told'> & { readonly piece: DayPiece; readonly isAlways: boolean }

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
            {entries.map((told) => (
              <EntryRow key={told.entry.seq} told={told} isChosen={told.entry.seq === chosen} {...actions} />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}
