import type { Conclusions } from '../../contract/rule.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { CalendarDate } from './calendar-file.ts'
import { dayOf } from '../../kb/values/plain-date.ts'

/** The days ahead as a calendar shows them: what and in which matter, and below what it rests on. */
export function calendarDates(
  { ahead, conclusions }: Conclusions,
  { id, name: matter }: Pick<OpenMatter, 'id' | 'name'>,
): readonly CalendarDate[] {
  const used = new Map<string, number>()
  return ahead
    .filter(({ daysLeft }) => daysLeft >= 0)
    .map(({ day, sentence, conclusion: index, dependsOn, isException }) => {
      const conclusion = conclusions[index]
      // Without the computed days themselves: a date that moves stays the same entry.
      const about = [conclusion?.relation ?? '', ...(conclusion?.args ?? []).filter((arg) => dayOf(arg) === null)].join(
        '/',
      )
      const number = (used.get(about) ?? 0) + 1
      used.set(about, number)
      return {
        id: `${id}/${about}/${number}@consilium`,
        day,
        title: `${isException ? 'Possible instead: ' : dependsOn.length > 0 ? 'Not confirmed: ' : ''}${sentence} (${matter})`,
        note: conclusion ? noteOf(conclusion, dependsOn) : '',
      }
    })
}

function noteOf({ summary, assumed, proof }: Conclusions['conclusions'][number], dependsOn: readonly string[]): string {
  const sources = [...new Set(proof.grounds.map(({ rule, source }) => (source ? `${rule}: ${source}` : rule)))]
  return [
    ...(dependsOn.length > 0 ? [`Depends on: ${dependsOn.join(' ')}`] : []),
    summary,
    ...(assumed.length > 0 ? [`Assumed: ${assumed.join('; ')}`] : []),
    `Rules: ${sources.join('; ')}`,
    ...(proof.grounds.every(({ reviewed }) => reviewed) ? [] : ['By a sample pack, not reviewed guidance.']),
  ]
    .filter(Boolean)
    .join('\n')
}
