import type { Translation } from '../../translate.ts'
import type { CALENDAR as ENGLISH } from '../en/calendar.ts'

export const CALENDAR: Translation<typeof ENGLISH> = {
  date: '{sentence} ({matter})',
  possible: 'Stattdessen möglich: {sentence} ({matter})',
  notConfirmed: 'Nicht bestätigt: {sentence} ({matter})',
  dependsOn: 'Hängt ab von: {questions}',
  assumed: 'Angenommen: {assumed}',
  rules: 'Regeln: {rules}',
  rule: '{rule}: {source}',
  sample: 'Nach einem Beispielpaket, keine geprüfte Empfehlung.',
}
