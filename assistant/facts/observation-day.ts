import { readDates } from '../../text/dates.ts'
import { findDates, type Mention } from './mentions.ts'
import type { WantedRelation } from './wanted-relations.ts'

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

/** What a clause may begin with before it says what was measured. */
const BEFORE_THING = /^[\s#*_>•-]*(?:(?:on examination|today|now),?\s*)?(?:(?:his|her|the|their|patient['’]s)\s+)?/iu
/** "Weight: 58 kg", "Her weight is 58 kg", "weight 58 kg": said of the day on which it is written. */
const OF_NOW = /^(?:[\p{L}\p{N}()/-]+(?:\s+[\p{L}\p{N}()/-]+){0,4})?(?:\s*[:=]|\s+(?:is|today|now))?$/iu
/** Words by which a sentence tells of another day than that of its document, without saying which. */
const ANOTHER_DAY =
  /\b(?:admi\w+|discharge\w*|arriv\w+|presentation|referral|transfer|baseline|pre-?\s?op\w*|post-?\s?op\w*|previous\w*|prior|earlier|formerly|before|after|since|last|first|ago|yesterday|initial\w*|historic\w*|old|usual\w*|peak\w*|nadir|worst|best|lowest|highest|maximum|minimum|target|goal|aim|ideal|rose|fell|fallen|risen|from|was|were|had|day \d+|week \d+|birth|(?:19|20)\d\d|child|expected|will|should|if)\b|→|->|\bto \d/iu
const ON_ADMISSION = /\b(?:on|at) (?:the )?admission\b(?! to)/iu
const ON_DISCHARGE = /\b(?:on|at) (?:the )?discharge\b/iu

/** The days of a document that its values may be of: its own, and those of a stay in hospital. */
export type DocumentDays = {
  readonly own: string | null
  readonly admission: string | null
  readonly discharge: string | null
}

/**
 * The day of a value that has no day beside it: that of the admission or discharge where its sentence says so, else that of its document
 * where it is stated as of now. None in a table, whose columns may be of other days, and none with any sign of another day: an undated value
 * is asked about, a wrong day is not. Of two letters with two weights the later one then counts.
 */
export function dayOfUndated(
  text: string,
  { start, end }: Pick<Mention, 'start' | 'end'>,
  days: DocumentDays,
): string | null {
  if (/[\t|]/.test(text) || readDates(text).length > 0 || /\d[/.]\d+[/.]\d/.test(text)) return null
  // "Weight 86.8 kg (86.1 kg on discharge)": the words in brackets after it are about another value.
  const said = text.slice(0, end) + text.slice(end).replaceAll(/\([^)]*\)/g, '')
  if (ON_ADMISSION.test(said)) return ON_DISCHARGE.test(said) ? null : days.admission
  if (ON_DISCHARGE.test(said)) return days.discharge
  const clause =
    said
      .slice(0, start)
      .split(/[.;,]\s/)
      .at(-1) ?? ''
  return ANOTHER_DAY.test(said) || !OF_NOW.test(clause.replace(BEFORE_THING, '').trimEnd()) ? null : days.own
}
