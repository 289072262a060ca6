import type { DateMode } from '../../contract/packet.ts'
import { Segments } from '../parts/choices.tsx'
import type { PacketWork } from './use-packet-work.ts'

const WORDS: Readonly<Record<DateMode, string>> = { day: 'Day n, weekday', shifted: 'Shifted', exact: 'Exact' }

const HINTS: Readonly<Record<DateMode, string>> = {
  day: 'Counted from the earliest date here. Order, distance and weekday stay. A day of birth leaves as a band of years.',
  shifted: 'Moved by the same secret number of weeks in all of this matter. A day of birth leaves as a band of years.',
  exact: 'As they are. A date can identify somebody, and a day of birth tells the exact age.',
}

/** Where a period or a dose depends on the exact day, the user decides. */
export function HowDatesLeave({ work }: { readonly work: PacketWork }) {
  const { dates } = work.packet
  return (
    <div className="rule-top">
      <h2 className="h">Dates</h2>
      <Segments
        label="How dates leave"
        value={dates}
        choices={WORDS}
        onChange={(chosen) => void work.change({ dates: chosen })}
      />
      <p className="small muted mt-1">{HINTS[dates]}</p>
    </div>
  )
}
