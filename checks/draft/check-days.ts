import { LANGUAGES } from '../../text/languages.ts'
import { WEEKDAY, weekdaysOf } from '../../text/calendar-words.ts'
import { readDates } from '../../text/dates.ts'
import { impossibleDays } from '../../text/impossible-days.ts'
import type { Span } from '../../text/spans.ts'
import type { DraftFound } from './draft-finding.ts'

const BEFORE = new RegExp(`(?<!\\p{L})(${WEEKDAY}),?\\s+(?:the\\s+|den\\s+|dem\\s+|le\\s+|el\\s+|de\\s+)?$`, 'iu')
/** "Monday to Friday, 1 June 2023 to …": the days of a span are of no one date. */
const OF_SPAN = new RegExp(`(?<!\\p{L})(?:${WEEKDAY})\\s*(?:to|and|or|bis|und|oder|until|through|[-–—/&,])\\s*$`, 'iu')
const BEHIND = new RegExp(`^\\s*(?:,\\s*)?\\(?(?:an?\\s+)?(${WEEKDAY})(?!\\p{L})`, 'iu')
const WITHIN = new RegExp(`^(${WEEKDAY})(?!\\p{L})`, 'iu')
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Days of the week that their dates do not fall on: "Thursday 27 September 2024", which was a Friday. */
export function checkWeekdays(sentence: string): readonly DraftFound[] {
  return readDates(sentence).flatMap((date) => {
    if (!DAY.test(date.value)) return []
    const named = weekdayBeside(sentence, date)
    const weekday = weekdayOf(date.value)
    if (!named || named.weekdays.has(weekday)) return []
    const { start, end } = { start: Math.min(named.start, date.start), end: Math.max(named.end, date.end) }
    const words = [{ start: named.start, end: named.end }]
    const said = { code: 'weekday' as const, day: date.value, weekday }
    return [
      { kind: 'weekday' as const, start, end, verdict: 'contradicted' as const, words, said, instead: null, at: [] },
    ]
  })
}

/** Days that no calendar has: "32 June". */
export function checkCalendar(sentence: string): readonly DraftFound[] {
  return impossibleDays(sentence).map(({ start, end, text }) => {
    const said = { code: 'noSuchDay' as const, written: text }
    return { kind: 'date', start, end, verdict: 'contradicted', words: [{ start, end }], said, instead: null, at: [] }
  })
}

/** 1 is Monday, 7 Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

type Named = Span & { readonly weekdays: ReadonlySet<number> }

function weekdayBeside(sentence: string, { start, end }: Span): Named | null {
  const before = BEFORE.exec(sentence.slice(0, start))
  if (before?.[1]) return OF_SPAN.test(sentence.slice(0, before.index)) ? null : namedAt(before[1], before.index)
  const within = WITHIN.exec(sentence.slice(start, end))
  if (within?.[1]) return namedAt(within[1], start)
  const behind = BEHIND.exec(sentence.slice(end))
  return behind?.[1] ? namedAt(behind[1], end + behind[0].length - behind[1].length) : null
}

function namedAt(name: string, start: number): Named {
  const word = name.toLowerCase()
  // "Sonnabend" is Saturday, which the calendar of no language gives.
  const found = LANGUAGES.map((language) => weekdaysOf(language).indexOf(word) + 1).filter((day) => day > 0)
  return { start, end: start + name.length, weekdays: new Set(found.length > 0 ? found : [6]) }
}

const BIRTH = /\b(?:born(?: on)?|date of birth|d\.?o\.?b\.?|geboren(?: am)?|geb\.)[\s:,(]*$/iu
/** "At the age of 40" is of another day. */
const AGE =
  /(?<!\b(?:at|by|from|since|until|before|after|of)\s+(?:the\s+|an\s+)?)\b(?:aged|age:?)\s+(\d{1,3})(?!\d|\s*(?:months?|weeks?|days?))\b|\b(\d{1,3})[\s-]years?[\s-]old\b|\b(\d{1,3})\s+(?:years of age|Jahre alt)\b/giu

/** Between a date of birth and an age of the same person. */
const BESIDE = /^[\s,()]*(?:(?:and|born(?: on)?|date of birth|d\.?o\.?b\.?|geboren(?: am)?|geb\.)[\s:,()]*)?$/iu
/** What may follow an age that is one of today: "aged 40 when …" is of another day. */
const OF_THE_DAY = /^(?:\)?,\s*(?!when|while|as\b|at\b|then)|\)|[.;]|\s+(?:was|is|on)\b|\s*$)/iu

/** An age beside a date of birth that does not fit it on the one other day that the sentence names. */
export function checkAges(sentence: string): readonly DraftFound[] {
  const dates = readDates(sentence).filter(({ value }) => DAY.test(value))
  const births = dates.filter(({ start }) => BIRTH.test(sentence.slice(0, start)))
  const days = dates.filter((date) => !births.includes(date))
  const [birth, day] = [births[0], days[0]]
  if (!birth || !day || births.length > 1 || days.length > 1) return []
  const age = ageOn(birth.value, day.value)
  return [...sentence.matchAll(AGE)].flatMap((match): readonly DraftFound[] => {
    const figure = match[1] ?? match[2] ?? match[3] ?? ''
    const end = match.index + match[0].length
    const between = sentence.slice(Math.min(end, birth.end), Math.max(match.index, birth.start))
    const isMeant = BESIDE.test(between) && OF_THE_DAY.test(sentence.slice(Math.max(end, birth.end)))
    if (!isMeant || Number(figure) === age || age < 0) return []
    const start = match.index + match[0].indexOf(figure)
    const words = { start, end: start + figure.length }
    const said = { code: 'age' as const, birth: birth.value, day: day.value, age }
    return [
      {
        kind: 'age',
        start: match.index,
        end,
        verdict: 'contradicted',
        words: [words],
        said,
        instead: null,
        at: [],
      },
    ]
  })
}

function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}
