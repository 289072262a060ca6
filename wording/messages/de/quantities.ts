import type { QUANTITIES as ENGLISH } from '../en/quantities.ts'
import type { Translation } from '../../translate.ts'

export const QUANTITIES: Translation<typeof ENGLISH> = {
  none: 'keine',
  share: '{count} von {of}, {percent}\u00A0%',
  interval: '{share}, Intervall {interval}',
  bytes: '{count, plural, one {# Byte} other {# Byte}}',
  more: '{count, number} weitere',
  between: 'bis',
  twoReadings: '„{typed}“ lässt sich auf zwei Arten lesen. Schreiben Sie {whole} oder {decimal}.',
  noDay: '„{typed}“ ist kein Tag. Schreiben Sie ihn so: {example} oder 2026-06-03.',
  twoDays: '„{typed}“ lässt sich auf zwei Arten lesen. Schreiben Sie {one} oder {other}.',
  today: 'heute, {clock}',
  yesterday: 'gestern, {clock}',
  dateAndClock: '{date}, {clock}',
  weekdayAndDate: '{weekday}, {date}',
  secondsLeft: 'noch etwa {count, number}\u00A0s',
  minutesLeft: 'noch etwa {count, number}\u00A0min',
  hoursLeft: 'noch etwa {count, number}\u00A0h',
}
