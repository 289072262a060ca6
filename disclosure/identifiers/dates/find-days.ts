import { doubtfulShortMonthsOf, WEEKDAY_BESIDE_DATE } from '../../../text/calendar-words.ts'
import { type Language, languageOf, LANGUAGES } from '../../../text/languages.ts'
import type { Span } from '../../../text/spans.ts'
import { createPatternFinder } from '../patterns/pattern-finder.ts'
import {
  CLOCK_BEHIND,
  DATED_CUE,
  FRACTION_OF,
  isBehindEvent,
  isBehindMeasure,
  isNearEvent,
  LIKELY_CUE,
  NUMBERED,
  POINTED_CUE,
  RANGE_BEFORE,
  SURE_CUE,
  UNIT_BEHIND,
  WEEKDAY_LEAD,
} from './day-cues.ts'
import { type DayNumbers, readDayNumbers } from './day-numbers.ts'

/** Days without their year: those that what stands around them tells for sure, and those that a person decides about. */
type DaysFound = { readonly sure: readonly Span[]; readonly doubtful: readonly Span[] }
type Verdict = 'sure' | 'doubtful' | 'none'

/** Characters in which the words before and behind a day stand. */
const NEAR = 48

/** So much of a line may stand before its first entry: a list's sign, a bracket. */
const LINE_BEGIN = /(?:^|\n)[\s>*•·–—|([-]{0,6}$/u
const SET_OFF = /(?:\s[–—-]|[|•·])\s$/u

/** Beside "08.10" at the beginning of a line, "22.40" there says that both are times. */
const TIME_BEGINS_LINE = /\n[\s>*•|-]{0,6}\d{1,2}\.(?:1[3-9]|[2-5]\d|00)(?![.\d])/u

/** "2/4" is the fourth bed of the second room. */
const MOST_BEDS = 4
const HOURS = 24

/** Judgments have more sections seldom. */
const LAST_SECTION = 9
const LAST_MONTH = 12

/** "1/2 - 0 - 1/2": morning, noon, evening. */
const DOSES_BEHIND = /^\s?[-–]\s?[\d/]{1,3}\s?[-–]/u

/** "Law no. 15/93 of 22-01": a statute has its day too. */
const BEHIND_LAW = /\d\/\d{2,4},?\s(?:of|vom|du|de|del|van|z dnia|z)\s$/iu

/** Between two days. */
const LINK =
  /^\s?(?:[-–,+/&]|and|to|und|bis|bis zum|et|au|jusqu['’]au|y|al|hasta el|e|ed?|a|ao|até|en|tot|tot en met|t\/m|i|do)\s?(?:(?:the|den|le|el|il)\s)?$/u
const LAST_OF_RANGE =
  /^\s?(?:[-–]|to|until|bis|au|jusqu['’]au|al|a|hasta el|fino al|até|tot|tot en met|t\/m|do)\s?(?<first>\d{1,2})\/(?<second>\d{1,2})(?![\d/])/u
const BRACKET = /\p{L}\s?\($/u

/** "12/03", "4.3.", "15-08", "24 X", without a year, in eight languages. */
export function findDays(text: string): DaysFound {
  const language = () => languageOf(text)
  const all = readDayNumbers(text, language)
  const series = seriesOf(text, all)
  const found: { sure: Span[]; doubtful: Span[] } = {
    sure: findShortMonths(text, language).map((day) => withLead(text, day)),
    doubtful: [...findLoneDays(text)],
  }
  let last = Number.NEGATIVE_INFINITY
  for (const day of all) {
    const context = contextOf(text, day, series, last)
    const verdict = decide(day, context)
    if (verdict === 'none') continue
    found[verdict].push(verdict === 'sure' ? withLead(text, day) : { start: day.start, end: day.end })
    if (verdict === 'sure') last = day.end
  }
  return found
}

type Context = {
  readonly before: string
  readonly behind: string
  readonly opensLine: boolean
  /** Where several lines begin so. */
  readonly isEntry: boolean | undefined
  /** Only a link stands between it and another one. */
  readonly isBehindDay: boolean
}

function contextOf(text: string, day: DayNumbers, series: ReadonlyMap<string, boolean>, last: number): Context {
  const before = beforeOf(text, day)
  const opensLine = LINE_BEGIN.test(before)
  return {
    before,
    behind: text.slice(day.end, day.end + NEAR),
    opensLine,
    isEntry: opensLine ? series.get(day.mark) : undefined,
    isBehindDay: day.start - last < NEAR && LINK.test(text.slice(last, day.start)),
  }
}

function beforeOf(text: string, { start }: Span): string {
  return text.slice(Math.max(0, start - NEAR), start)
}

/** "vr 18/10": short forms that begin small. */
const SMALL_WEEKDAY = /(?<![\p{L}\p{N}])(?:wo|vr|za|zo|lun|mié|mer|jue|vie|gio|ven|pon|wt|czw|ndz)\.?,? $/u

/** With the first day of its range, or with its day of the week. */
function withLead(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - NEAR), start)
  const lead = RANGE_BEFORE.exec(before)?.[0] ?? WEEKDAY_LEAD.exec(before)?.[0] ?? SMALL_WEEKDAY.exec(before)?.[0] ?? ''
  return { start: start - lead.length, end }
}

/** Of each mark what the lines are that begin with such numbers: in their order they are entries, else the rooms of a ward. */
function seriesOf(text: string, all: readonly DayNumbers[]): ReadonlyMap<string, boolean> {
  const series = new Map<string, boolean>()
  for (const mark of ['/', '.', '-', ' ']) {
    const begun = all.filter((day) => day.mark === mark && LINE_BEGIN.test(beforeOf(text, day)))
    if (begun.length > 1) series.set(mark, areEntries(text, begun, mark))
  }
  return series
}

/** No rooms and beds, no sections, no times of the day. */
function areEntries(text: string, begun: readonly DayNumbers[], mark: string): boolean {
  if (!begun.some(({ first }) => first > MOST_BEDS) || !isInOrder(begun)) return false
  return mark !== '.' || (!isNumbered(begun) && !TIME_BEGINS_LINE.test(text))
}

function isInOrder(days: readonly DayNumbers[]): boolean {
  const places = days.map(({ first, second }) => second * 100 + first)
  const sorted = places.toSorted((one, other) => one - other)
  return [sorted, sorted.toReversed()].some((order) => order.every((place, at) => place === places[at]))
}

/** "4.1. 4.2. 4.3." number sections. */
function isNumbered(begun: readonly DayNumbers[]): boolean {
  return begun.some(({ first, second }, at) => begun[at - 1]?.first === first && begun[at - 1]?.second === second - 1)
}

function decide(day: DayNumbers, context: Context): Verdict {
  const { before, behind } = context
  if (isSomethingElse(day, context)) return 'none'
  if (isCuedDay(context)) {
    const isSaid = !needsFigures(day) || DATED_CUE.test(before) || CLOCK_BEHIND.test(behind)
    return isSaid ? 'sure' : 'none'
  }
  if (needsFigures(day)) return 'none'
  if (isFollowedAsDay(day, context)) return 'sure'
  if (context.opensLine) return context.isEntry === false ? 'none' : ofLineBegin(day)
  return isLikely(before) ? ofLikely(day, before) : alone(day)
}

/** "03/11 02:15": a time right behind. */
const CLOCK_ALONE = /^,?\s(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])/u

/** "1.3.: Fieber", "van 3/4 tot 9/4". */
function isFollowedAsDay({ hasPoint, shape, mark }: DayNumbers, { before, behind }: Context): boolean {
  if (mark === '/' && CLOCK_ALONE.test(behind)) return true
  if (/^\s?:/u.test(behind)) return hasPoint || (mark === '/' && shape === 'day')
  const { first = '0', second = '0' } = LAST_OF_RANGE.exec(behind)?.groups ?? {}
  return LIKELY_CUE.test(before) && Number(first) > Number(second) && Number(second) > 0
}

function isCuedDay({ before, isEntry, isBehindDay }: Context): boolean {
  return isEntry === true || isBehindDay || SURE_CUE.test(before) || SMALL_WEEKDAY.test(before) || isBehindEvent(before)
}

function isSomethingElse(day: DayNumbers, { before, behind }: Context): boolean {
  if (UNIT_BEHIND.test(behind) || NUMBERED.test(before) || BEHIND_LAW.test(before)) return true
  if (DOSES_BEHIND.test(behind) || (day.shape !== 'day' && FRACTION_OF.test(behind))) return true
  return day.shape !== 'roman' && isBehindMeasure(before)
}

function isLikely(before: string): boolean {
  return LIKELY_CUE.test(before) || SET_OFF.test(before) || BRACKET.test(before) || isNearEvent(before)
}

/** "1.5" and "3-4" are days only where the month has two figures. */
function needsFigures({ mark, isPadded, hasPoint, hasLongMonth }: DayNumbers): boolean {
  return (mark === '.' && !hasPoint && !hasLongMonth) || (mark === '-' && !isPadded)
}

/** "17/11 tp: dzwoni" may be a room and a bed as well, "04.10" a time of the day, "3.1." a section. */
function ofLineBegin({ mark, shape, hasPoint, isPadded, first }: DayNumbers): Verdict {
  if (shape === 'roman') return 'sure'
  if (mark === '.' && hasPoint) return isPadded ? 'sure' : first > LAST_SECTION ? 'doubtful' : 'none'
  if (mark === '.' && first < HOURS) return 'doubtful'
  if (isPadded) return 'sure'
  return shape === 'day' || shape === 'pressure' ? 'doubtful' : 'none'
}

function ofLikely({ mark, shape, isPadded, hasPoint, hasLongMonth, second }: DayNumbers, before: string): Verdict {
  if (shape === 'roman') return 'sure'
  if (mark === '.' && hasPoint) return hasLongMonth || POINTED_CUE.test(before) ? 'sure' : 'doubtful'
  if (second > LAST_MONTH) return LIKELY_CUE.test(before) ? 'doubtful' : 'none'
  if (isPadded || shape === 'day') return 'sure'
  return mark === '/' ? 'doubtful' : 'none'
}

/** Nothing tells it: only "01.09." is written so by nobody who means anything else; "17.02" may be a value. */
function alone({ mark, isPadded, hasPoint, hasLongMonth, shape, first, second }: DayNumbers): Verdict {
  if (mark === '.' && hasPoint && isPadded) return 'sure'
  if (mark === '.' && isPadded && first > LAST_MONTH && hasLongMonth) return 'doubtful'
  return mark === '/' && second <= LAST_MONTH && (isPadded || shape === 'day') ? 'doubtful' : 'none'
}

/** "11 lug", "9 giu.", "3 set": what stands behind tells a day from a count, as in "3 set di esercizi". */
const TABLE = new Map(LANGUAGES.map((language) => [language, new Set(doubtfulShortMonthsOf(language))]))

/** Where the language of a text is not clear, these may be counted: "3 set", "2 out", "10 mag". */
const COUNTED = new Set(['set', 'out', 'mag', 'gen', 'sie', 'lip', 'lis', 'ag', 'ago', 'cze'])
const DAY_AND_WORD =
  /(?<![\p{L}\p{N}.,/:-])(?:0?[1-9]|[12]\d|3[01])\.?\s(?<word>\p{L}{2,4})(?![\p{L}\p{N}]|\s?\d)(?<behind>\.|\s?[,;:)\n]|\s?$)?/gu
const CUE_BEFORE =
  /(?<!\p{L})(?:am|vom|el|del|al|día|desde el|hasta el|il|dal|del|fino al|em|dia|até|desde|op|van|tot|sinds|dnia|od|do|z|na|w|po)\s$/iu
const NEAR_MONTH = 12

/** Days with a short form of a month that is another word in another language, where the text is in its own. */
function findShortMonths(text: string, language: () => Language | null): readonly Span[] {
  const all = [...text.matchAll(DAY_AND_WORD)].filter(({ groups }) => isAny(groups?.word ?? ''))
  const spoken = all.length > 0 ? language() : null
  return all.flatMap(({ 0: written, index, groups }) => {
    const { word = '', behind } = groups ?? {}
    const name = word.toLowerCase()
    if (spoken === null ? COUNTED.has(name) : !TABLE.get(spoken)?.has(name)) return []
    const isCued = behind !== undefined || CUE_BEFORE.test(text.slice(Math.max(0, index - NEAR_MONTH), index))
    return isCued ? [{ start: index, end: index + written.length - (behind?.length ?? 0) }] : []
  })
}

function isAny(word: string): boolean {
  return LANGUAGES.some((language) => TABLE.get(language)?.has(word.toLowerCase()))
}

const NUMBER = '(?:0?[1-9]|[12]\\d|3[01])'

/** The sentence or its part ends here, or goes on with what follows a day. */
const END =
  '(?=\\s?(?:[,;?!)\\n]|\\.(?!\\d)|$)|\\s(?:instead|with|from|at|and|or|sur place|if|because|around|morning|afternoon|evening|um|statt|oder|vormittags|nachmittags|au matin|matin|après-midi|vers|ou|plut[oô]t|en vez|en lugar|por la|a las|o|em vez|às|de manhã|à tarde|invece|alle|mattina|ipv|in plaats|om|komen|of|zamiast|albo|lub|rano|po południu)(?!\\p{L}))'

/** "The fifth day", not of the month: a number of days counted. */
const NOT_COUNTED =
  '(?!\\s(?:de (?:ingreso|internamento|tratamiento|vida|hospital|evoluci)|post|p[óo]s|pre\\p{L}|p\\.?\\s?o(?!\\p{L})|d\\.?p\\.?|doby?|dobie|roku|tyg))'

/** A day of the month alone, without a month: whoever knows when the text was written knows the day. */
const LONE_DAYS: readonly string[] = [
  `(?:on|by|from|until|till|since|before|after|yours of|letter of|mail of) the ${NUMBER}(?:st|nd|rd|th)${END}`,
  `(?:am|vom|zum|bis zum) ${NUMBER}\\.(?=\\s(?!post|prä|peri)\\p{Ll}{3,}\\s(?:\\p{Ll}|$))`,
  `il ${NUMBER}(?=\\s\\p{Ll}{2,}(?:ono|ano|amo|anno|erà|irà|ava)(?!\\p{L}))`,
  `(?:am|vom|zum|bis zum|ab dem|seit dem) (?:${NUMBER}\\.(?=\\s(?:kommen|statt|oder|um))|(?:Ersten|Zweiten|Dritten|Vierten|Fünften|Sechsten|Siebten|Achten|Neunten|Zehnten|Elften|Zwölften|Dreizehnten|Vierzehnten|Fünfzehnten|Zwanzigsten|Dreißigsten))${END}`,
  `entro il ${NUMBER}${END}`,
  `${NUMBER}\\.(?=\\so\\s\\d{1,2}[.:]\\d{2})`,
  `(?:le ${NUMBER}|${NUMBER}) ou le ${NUMBER}(?!\\d)`,
  // "Verso le 14" is a time in Italian.
  `(?<!(?:verso|per|dopo|entro|prima del)\\s)(?:le|du|au|dès le|depuis le|avant le|après le) ${NUMBER}${END}`,
  `(?:(?:el|del|al)\\s)?día ${NUMBER}(?!\\d|[/.,-]\\d| de )${NOT_COUNTED}`,
  `(?:el|del) ${NUMBER}(?=\\?|\\s(?:en vez|en lugar|a las|por la)(?!\\p{L}))`,
  `(?:(?:o|do|ao|no)\\s)?dia ${NUMBER}(?!\\d|[/.,-]\\d| de )${NOT_COUNTED}`,
  `(?:il|dal|al|del) ${NUMBER}(?=\\?|\\s(?:invece|alle|mattina|pomeriggio)(?!\\p{L}))`,
  `(?:de|op de|tot de|vanaf de) (?:${NUMBER}(?:e|ste|de)|(?:tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)(?=\\?))${END}`,
  `${NUMBER}-?(?:go|ego|tego)(?!\\p{L})${NOT_COUNTED}`,
  // "bis 26." at the end of a line, "am Dritten kommen"
  `(?:bis|ab|seit|zum|am) ${NUMBER}\\.(?=\\s?(?:\\n|$))`,
  `am (?-i:Ersten|Zweiten|Dritten|Vierten|Fünften|Sechsten|Siebten|Achten|Neunten|Zehnten|Elften|Zwölften|Zwanzigsten)(?=\\s(?-i:\\p{Ll}))`,
  // "dal 4 al 9", "vom 4. bis 9.", "van 4 tot 9"
  `(?:(?:dal|del|du) ${NUMBER} (?:al|au)|vom ${NUMBER}\\. bis(?: zum)?|van ${NUMBER} tot|od ${NUMBER} do) ${NUMBER}\\.?${END}`,
  // "dim 17", "Di 9."
  `(?!(?-i:\\p{Lu}{2}))${WEEKDAY_BESIDE_DATE}\\.? ${NUMBER}\\.?(?=\\s?(?:[,;)\\n–—-]|$))`,
]

const find = createPatternFinder(
  LONE_DAYS.map((source) => ({
    type: 'date',
    expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?!\\p{N})`, 'dgiu'),
    confidence: 0,
  })),
)

/** "On the 9th", "dia 9", "9-go": doubtful, for a house, a page and a round are numbered so too. */
function findLoneDays(text: string): readonly Span[] {
  return find(text)
}
