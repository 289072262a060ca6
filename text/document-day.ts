import { readDates } from './dates.ts'

/** Characters at the beginning, and at the end, in which a document says its own day. */
const HEAD = 1500
const FOOT = 800
const LINES_OF_TITLE = 4
/** The line of a title is no longer; a sentence that begins a document tells of days of other things too. */
const LONGEST_TITLE = 90

/** "Date: 3 June 2025", "**Dated** 3 June 2025", "| Date of letter | 3 June 2025 |"; not "Date of birth". */
const LABEL =
  /^[\s|*#_>]*(?:dated|(?:(?:judgment|decision|letter|report|visit) )?date(?: of)?(?: (?:this |the )?(?:letter|report|note|visit|consultation|review|dictation|judgment|decision|agreement|statement|document|hearing|collection))?|(?:typed|signed|dictated|issued|printed) on|datum|fecha|data|le|den)(?=[\s:|*])[\s:|*]*$/iu
/** "Leeds, 3 June 2025", "Tuesday 3 June 2025": a place or a day of the week, and nothing else on the line. */
const ALONE =
  /^[\s|*#_>]*(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}\s*,\s*)?(?:\p{Lu}?\p{L}*(?:day|tag|di),?\s+)?(?:[Oo]n |[Tt]he |[Dd]en |[Ll]e )*$/u
const SIGNED = /\b(?:signed|dated|typed|dictated|authori[sz]ed|approved|verified|unterzeichnet|firmado)\b[^\n]{0,80}$/iu
/** "This agreement is made and entered into as of the 5th day of June 2000". */
const MADE =
  /\b(?:made|entered into|effective)(?: and (?:made|entered into|effective))?(?: for all purposes)?(?: (?:as of|on|this))?(?: the)?\s*$/iu
/** A day of somebody's life, or of something else, though it stands in the title. */
const OTHER_DAY =
  /\b(?:born|birth|dob|d\.o\.b|geb|died|death|admi\w+|discharged? on|until|due|before|after|since|next|from|to|act|review on)\b[^\n]{0,20}$/iu

/**
 * The day that a letter, note, report or contract gives as its own, YYYY-MM-DD: a line that holds nothing else, behind a label, in the
 * title, or beside the signature. Null where it gives none, several, or one whose order of day and month is open.
 */
export function documentDay(text: string): string | null {
  const head = placesIn(text.slice(0, HEAD))
  const isTitle = ({ line, length, before }: Place) =>
    line < LINES_OF_TITLE && !OTHER_DAY.test(before) && (length <= LONGEST_TITLE || MADE.test(before))
  const ways = [
    () => head.filter(({ before, behind }) => behind === '' && (LABEL.test(before) || ALONE.test(before))),
    () => head.filter(isTitle),
    () => placesIn(text.slice(-FOOT)).filter(({ before }) => SIGNED.test(before)),
  ]
  for (const way of ways) {
    const [day, other] = new Set(way().map(({ value }) => value))
    if (day !== undefined) return other === undefined ? day : null
  }
  return null
}

type Place = {
  readonly value: string
  /** Of the lines that say anything. */
  readonly line: number
  readonly length: number
  readonly before: string
  readonly behind: string
}

/** The whole days of a text, with what stands before and behind them on their line. */
function placesIn(text: string): readonly Place[] {
  return readDates(text).flatMap((date) => {
    if (date.kind !== 'day') return []
    const from = text.lastIndexOf('\n', date.start - 1) + 1
    const next = text.indexOf('\n', date.end)
    const to = next < 0 ? text.length : next
    const above = text.slice(0, from).split('\n')
    return [
      {
        value: date.value,
        line: above.filter((line) => /[\p{L}\p{N}]/u.test(line)).length,
        length: to - from,
        before: text.slice(from, date.start),
        behind: text.slice(date.end, to).replaceAll(/[\s|*_.#]/g, ''),
      },
    ]
  })
}

const ADMITTED = /\badmi(?:tted|ssion)\b[^\n.;]{0,25}$/iu
const DISCHARGED = /\bdischarged?\b[^\n.;]{0,25}$/iu

/** The days on which a document says that its patient came into hospital and left it, each null where it says none or several. */
export function stayDays(text: string): { readonly admission: string | null; readonly discharge: string | null } {
  const places = placesIn(text)
  const dayOf = (word: RegExp) => {
    const [day, other] = new Set(places.filter(({ before }) => word.test(before)).map(({ value }) => value))
    return day !== undefined && other === undefined ? day : null
  }
  return { admission: dayOf(ADMITTED), discharge: dayOf(DISCHARGED) }
}
