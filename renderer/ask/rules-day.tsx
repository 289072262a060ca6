import { AsOf } from '../facts/as-of.tsx'
import { useFactForm } from '../facts/use-fact-data.ts'
import { isDay } from '../facts/written-value.ts'

export type DayChoice = {
  /** As typed; empty: the day of the thread, else today. */
  readonly day: string
  readonly onDay: (day: string) => void
}

/** For which day rules are asked; nothing where a matter has none. */
export function RulesDay({ matter, day, onDay, before }: DayChoice & { matter: string; before: string | null }) {
  const form = useFactForm(matter).value
  if (!form || form.packs.length === 0) return null
  const { today } = form
  return (
    <span className="as-of">
      rules <AsOf value={day} today={today} whenEmpty={before ?? today} onValue={onDay} />
    </span>
  )
}

/** Whether what is typed is no day. */
export function isNoDay(day: string): boolean {
  return day !== '' && !isDay(day)
}
