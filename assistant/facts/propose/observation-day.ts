import { readDates } from '../../../text/dates.ts'
import { findDates } from './find-dates.ts'
import type { Mention } from './mention.ts'
import type { WantedRelation } from './wanted-relation.ts'

const SEEN_BEFORE = 40
/** A date behind these is one to come, or of something else. */
const OTHER_DATE =
  /\b(?:next|follow[- ]?up|planned|plan|until|due|scheduled|born|birth\w*|review on|before|after)\b[^.;]*$/i
/** "98 µmol/L on 3 March 2025", "98 µmol/L (3 March 2025)". */
const DATED_BEHIND = /^\s*(?:on\s+(?:the\s+)?|\(\s*(?:on\s+)?)$/i

/** The day of the observation, where the sentence gives one: the date right behind it, else the last before, else the first. */
export function observedOn({ places }: WantedRelation, text: string, mentions: readonly Mention[]): string | null {
  if (places.some(({ place }) => place.kind === 'date')) return null
  const first = Math.min(...mentions.map(({ start }) => start))
  const dates = findDates(text).filter(
    ({ start }) => !OTHER_DATE.test(text.slice(Math.max(0, start - SEEN_BEFORE), start)),
  )
  const last = Math.max(...mentions.map(({ end }) => end))
  const behind = dates.find(({ start }) => start >= last && DATED_BEHIND.test(text.slice(last, start)))
  const before = dates.filter(({ start }) => start < first).at(-1)
  return (behind ?? before ?? dates[0])?.arg ?? null
}

/** Words by which a sentence tells of another day than that of its document, without saying which. */
const ANOTHER_DAY =
  /\b(?:(?:at|before|after|since|prior to) (?:the )?(?:admission|discharge|baseline|presentation|referral|birth|transfer)|on (?:presentation|referral|transfer)|previous(?:ly)?|prior|earlier|formerly|before|last|ago|yesterday|baseline|initial(?:ly)?|historic(?:al)?|old|usual(?:ly)?|peak(?:ed)?|nadir|rose|fell|from|in (?:19|20)\d\d|as an? (?:child|adult))\b/iu
const ON_ADMISSION = /\b(?:on|at) (?:the )?admission\b/iu
const ON_DISCHARGE = /\b(?:on|at) (?:the )?discharge\b/iu

/** The days of a document that its values may be of: its own, and those of a stay in hospital. */
export type DocumentDays = {
  readonly own: string | null
  readonly admission: string | null
  readonly discharge: string | null
}

/**
 * The day of a value whose sentence gives no day: that of the admission or discharge where it says so, else that of its document where it
 * tells of no other time. Of two letters with two weights the later one then counts.
 */
export function dayOfUndated(text: string, { end }: Pick<Mention, 'end'>, days: DocumentDays): string | null {
  // "Weight 86.8 kg (86.1 kg on discharge)": what stands in brackets behind it is said of something else.
  const said = text.slice(0, end) + text.slice(end).replaceAll(/\([^)]*\)/g, '')
  if (readDates(said).length > 0) return null
  if (ON_ADMISSION.test(said)) return ON_DISCHARGE.test(said) ? null : days.admission
  if (ON_DISCHARGE.test(said)) return days.discharge
  return ANOTHER_DAY.test(said) ? null : days.own
}
