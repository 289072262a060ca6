import type { Conclusions } from '../../contract/rule.ts'
import type { Matter } from '../../contract/matter.ts'
import type { CalendarDate } from './calendar-file.ts'
import { isDay } from './written-value.ts'

/** The days ahead as a calendar shows them: what and in which matter, and below what it rests on. */
export function calendarDates(
  { ahead, conclusions }: Conclusions,
  { id, matter }: Pick<Matter, 'id' | 'matter'>,
): readonly CalendarDate[] {
  const used = new Map<string, number>()
  return ahead.map(({ day, sentence, conclusion: index, dependsOn }) => {
    const conclusion = conclusions[index]
    // Without the computed days themselves: a date that moves stays the same entry.
    const about = [conclusion?.relation ?? '', ...(conclusion?.args ?? []).filter((arg) => !isDay(arg))].join('/')
    const number = (used.get(about) ?? 0) + 1
    used.set(about, number)
    return {
      id: `${id}/${about}/${number}@consilium`,
      day,
      title: `${dependsOn.length > 0 ? 'Not confirmed: ' : ''}${sentence} (${matter})`,
      note: conclusion ? noteOf(conclusion) : '',
    }
  })
}

function noteOf({ summary, holds, assumed, proof }: Conclusions['conclusions'][number]): string {
  const sources = [...new Set(proof.grounds.map(({ rule, source }) => (source ? `${rule}: ${source}` : rule)))]
  return [
    ...(holds === 'unknown' ? ['Not confirmed: it depends on what is not recorded.'] : []),
    summary,
    ...(assumed.length > 0 ? [`Assumed: ${assumed.join('; ')}`] : []),
    `Rules: ${sources.join('; ')}`,
    ...(proof.grounds.every(({ reviewed }) => reviewed) ? [] : ['By a sample pack, not reviewed guidance.']),
  ]
    .filter(Boolean)
    .join('\n')
}
