import { readDates } from './dates.ts'

/** Characters at the beginning, and at the end, in which a document says its own day. */
const HEAD = 1500
const FOOT = 800
const LINES_OF_TITLE = 4
/** The line of a title is no longer; a sentence that begins a document tells of days of other things too. */
const LONGEST_TITLE = 90

/** "Date: 3 June 2025", "**Dated** 3 June 2025", "| Date of letter | 3 June 2025 |", "Seen on 3 June 2025"; not "Date of birth". */
const LABEL =
  /^[\s|*#_>]*(?:dated|(?:(?:judgment|decision|letter|report|visit|clinic|clinic visit|consultation) )?date(?: of)?(?: (?:this |the )?(?:letter|report|note|visit|clinic|consultation|review|dictation|judgment|decision|agreement|statement|document|hearing|collection))?|date (?:seen|typed|signed|dictated|issued)|seen|seen on|(?:typed|signed|dictated|issued|printed) on|datum|fecha)(?=[\s:|*])[\s:|*]*$/iu
/** "Leeds, 3 June 2025", "Tuesday 3 June 2025": a place or a day of the week, and nothing else on the line. */
const ALONE =
  /^[\s|*#_>]*(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}\s*,\s*)?(?:\p{Lu}?\p{L}*(?:day|tag|di),?\s+)?(?:[Oo]n |[Tt]he |[Dd]en |[Ll]e )*$/u
/** "Consultation note, 17 June 2025", "Letter of 1 June 2026"; not "Your letter of 3 May 2025". */
const TITLE =
  /^[\s|*#_>]*(?!(?:your|our|their|his|her|next|last|previous|first|re|ihr|ihre|unser|unsere|dein|votre|su|vostra)\b)(?:\p{L}+ ){0,3}(?:letter|note|report|summary|review|record|chart|statement|minutes|judgment|notice|visit|round|clinic|agreement|lease|deed|contract|memorandum|memo|order|invoice|\p{L}*(?:brief|bericht|befund|vertrag|bescheid|protokoll|schreiben|vermerk|urteil|beschluss|rechnung|kündigung))s?\s*(?:[,:–-]|of|dated|on|vom)\s*(?:the )?$/iu
/** "This agreement is made and entered into as of the 5th day of June 2000". */
const MADE =
  /\b(?:made|entered into|effective)(?: and (?:made|entered into|effective))?(?: for all purposes)?(?: (?:as of|on|this))?(?: the)?\s*$/iu
const SIGNED = /\b(?:signed|dictated|typed|unterzeichnet|firmado)\b[^\n]{0,80}$/iu
/** A label on the line above gives the day to something else: "Date of birth:", "Next appointment". */
const LABEL_ABOVE =
  /:\s*$|\b(?:birth|born|dob|appointment|review|due|operation|surgery|admitted|discharged|died)\b[^.]{0,20}$/iu
const BORN = /\b(?:born|birth|dob|d\.o\.b|geb|b)\b[^\n]{0,20}$/iu
const BORN_ABOVE = /\b(?:born|birth|dob)\W*$/iu

/**
 * The day that a letter, note, report or contract gives as its own, YYYY-MM-DD: a line that holds nothing else, behind a label, in the
 * title, or beside the signature. Null where it gives none or several, as running notes do, one whose order of day and month is open, one
 * on which somebody was born, or one after `today`.
 */
export function documentDay(text: string, today: string): string | null {
  const all = placesIn(text)
  const births = new Set(
    all.flatMap(({ value, before, above }) => (BORN.test(before) || BORN_ABOVE.test(above) ? value : [])),
  )
  const isOwnLine = ({ before, behind, above }: Place) =>
    behind === '' && (LABEL.test(before) || (ALONE.test(before) && !LABEL_ABOVE.test(above)))
  const isTitle = ({ line, length, before }: Place) =>
    line < LINES_OF_TITLE && ((length <= LONGEST_TITLE && TITLE.test(before)) || MADE.test(before))
  const ways: readonly ((place: Place) => boolean)[] = [
    isOwnLine,
    isTitle,
    ({ start, before }) => start >= text.length - FOOT && SIGNED.test(before),
  ]
  for (const isMeant of ways) {
    const found = all.filter(isMeant)
    const [day, other] = new Set(found.map(({ value }) => value))
    if (day === undefined || !found.some(({ start }) => start < HEAD || start >= text.length - FOOT)) continue
    return other === undefined && day <= today && !births.has(day) ? day : null
  }
  return null
}

/** The day in the name of a file, "2024-03-28 MDT minutes.pdf", "20240328_mdt.pdf", YYYY-MM-DD; null for none or several. */
export function dayInName(name: string): string | null {
  const written = name.replaceAll(
    /(?<!\d)(20\d{2}|19\d{2})[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)/gu,
    ' $1-$2-$3 ',
  )
  const [day, other] = new Set(
    readDates(written.replaceAll('_', ' ')).flatMap((date) => (date.kind === 'day' ? date.value : [])),
  )
  return day !== undefined && other === undefined ? day : null
}

const ADMITTED = /^[\s|*#_>]*(?:date of )?admi(?:tted|ssion)(?: date| on)?[\s:|*]*$/iu
const DISCHARGED = /^[\s|*#_>]*(?:date of )?discharged?(?: date| on)?[\s:|*]*$/iu

/**
 * The days on which a document says in a line of their own that its patient came into hospital and left it, each null where it says none
 * or several, or one after `today`.
 */
export function stayDays(
  text: string,
  today: string,
): { readonly admission: string | null; readonly discharge: string | null } {
  const places = placesIn(text)
  const dayOf = (word: RegExp) => {
    const [day, other] = new Set(places.filter(({ before }) => word.test(before)).map(({ value }) => value))
    return day !== undefined && other === undefined && day <= today ? day : null
  }
  return { admission: dayOf(ADMITTED), discharge: dayOf(DISCHARGED) }
}

type Place = {
  readonly value: string
  readonly start: number
  /** Of the lines that say anything. */
  readonly line: number
  readonly length: number
  readonly before: string
  readonly behind: string
  /** The last line above that says anything. */
  readonly above: string
}

/** Beyond it nobody looks for the day of a document. */
const SEARCHED = 60_000

/** The whole days of a text, with what stands before and behind them on their line, and above it. */
function placesIn(text: string): readonly Place[] {
  return readDates(text.slice(0, SEARCHED))
    .concat(footDates(text))
    .flatMap((date) => {
      if (date.kind !== 'day') return []
      const from = text.lastIndexOf('\n', date.start - 1) + 1
      const next = text.indexOf('\n', date.end)
      const to = next < 0 ? text.length : next
      const lines = text
        .slice(Math.max(0, from - HEAD), from)
        .split('\n')
        .filter((line) => /[\p{L}\p{N}]/u.test(line))
      return [
        {
          value: date.value,
          start: date.start,
          line: from < HEAD ? lines.length : Infinity,
          length: to - from,
          before: text.slice(from, date.start),
          behind: text.slice(date.end, to).replaceAll(/[\s|*_.#]/g, ''),
          above: lines.at(-1)?.trim() ?? '',
        },
      ]
    })
}

/** Those at the end of a long text. */
function footDates(text: string) {
  const from = text.length - FOOT
  if (from < SEARCHED) return []
  return readDates(text.slice(from)).map((date) => ({ ...date, start: date.start + from, end: date.end + from }))
}
