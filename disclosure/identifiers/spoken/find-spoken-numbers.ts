import { wordNumbersIn } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { findSpokenAges } from './find-spoken-ages.ts'
import { findSpokenDates } from './find-spoken-dates.ts'
import { findSpokenPhones } from './find-spoken-phones.ts'
import { findSpokenAddresses } from './find-spoken-addresses.ts'

/** What somebody dictated: telephone numbers, days and years in words, and addresses of mail. */
export function findSpokenNumbers(text: string): readonly IdentifierSpan[] {
  const numbers = wordNumbersIn(text)
  return [
    ...findSpokenPhones(text, numbers),
    ...findSpokenDates(text, numbers),
    ...findSpokenAges(text, numbers),
    ...findSpokenAddresses(text),
  ]
}
