import {
  ANY_MONTH,
  BASQUE_MONTH,
  languagesOfMonth,
  REGIONAL_MONTH,
  SEASON,
  SURE_MONTH,
  WEEKDAY,
  WEEKDAY_BESIDE_DATE,
} from '../../../text/calendar-words.ts'
import { clocksIn } from '../../../text/clocks.ts'
import type { DateFound } from '../../../text/date-found.ts'
import { readDates } from '../../../text/dates.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { HOLIDAY_PATTERNS } from './holiday-patterns.ts'
import type { Pattern } from '../patterns/pattern.ts'

const DIGIT = /\d/u

/**
 * All ways to a long alternation come together here: without it the engine compiles the months anew for each way,
 * which takes twice as long.
 */
const TOGETHER = '(?=\\p{L})'
const MONTH = `(?:${TOGETHER}(?:${ANY_MONTH}))`

/** Without a year beside them: of the short forms that are other words only those that documents have most. */
const MONTH_ALONE = `(?:${TOGETHER}(?:${SURE_MONTH})|(?<!/\\d{1,2} )ago|dic|ene)`
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'

/** The point of a month that is cut short; the one that ends a sentence stays. */
const SHORT = '\\.(?=,|\\s\\p{Ll})'
const ORDINAL = '(?:st|nd|rd|th|er|re|\\.|º|°)?'
const YEAR = "(?:(?:1[789]|20)\\d{2}|['’]\\d{2})"
const DAY_OF_WEEK = `(?:${WEEKDAY}|${WEEKDAY_BESIDE_DATE})\\.?`

/** "From 9 to 13 April", "6 e il 7 maggio", "z 19 na 20 lutego". */
const TO_DAY =
  "(?:\\s?(?:[-–/&]|and|to|bis|bis zum|auf|op|und|au|et|al|y|e|a|ao|até|tot|tot en met|t/m|en|do|na|i)\\s?(?:the |den |zum |le |el |il |l[’']|o )?)"

/** "Mid", "the end of", in front of a month. */
const PART_OF_MONTH =
  '(?:(?:early|mid|late|beginning of|end of|anfang|mitte|ende|début|mi|fin|courant|(?:a )?(?:principios|mediados|finales|fines) de|inizio|metà|fine(?: di)?|(?:início|inícios|meados|finais|final|fim) de|begin|half|medio|eind|(?:na )?(?:początk|połow|koń?c)\\p{L}{1,3})[\\s-])'

/** "Last", "of this month", behind a day: as much of it as a year. */
const WHICH_ONE =
  '(?:,?\\s(?:last|next|inst\\.?|ult\\.?|d\\.?\\s?[JM]\\.|dernier|prochain|courant|pasado|próximo|último|del? corrientes?(?: año)?|del? presente(?: año)?|u\\.?s\\.|p\\.?v\\.|c\\.?a\\.|c\\.?m\\.|scorso|prossimo|ultimo|passado|último|do corrente(?: ano)?|p\\.?p\\.|jl\\.|jongstleden|a\\.?s\\.|b\\.?r\\.|ub\\.|bieżącego roku|ubiegłego roku)(?!\\p{L}))?'
const TIME =
  '\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2}(?:\\.\\d{1,6})?)?(?:\\s?(?:[ap]\\.?m\\.?|uhr|h|hrs|hours|Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?'
const OF = "(?:\\s?(?:day\\s)?(?:of|de|del|d[’'])\\s?|[\\s,./-]{1,3})"

/** Behind a day that has no month. */
const THIS_MONTH =
  '(?:inst\\.?|ult\\.?|d\\.\\s?[JM]\\.|courant|del? (?:los )?corrientes?(?: mes)?|del? presente(?: mes)?|c\\.\\s?m\\.|u\\.\\s?s\\.|p\\.\\s?v\\.|do corrente(?: mês)?|b\\.\\s?m\\.|bm\\.?|bieżącego miesiąca|dezer)'
const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'

/** The time of the day behind a date belongs to it. */
const CLOCK_AFTER = `(?:(?:\\s|,|T|\\s?(?:at|um|à|a las|alle|às|om)\\s)\\s?${TIME})?`

/** And the day of the week before it. */
const WEEKDAY_BEFORE = `(?:${DAY_OF_WEEK},?\\s(?:den |dem |le |el |the |il |de |em )?)?(?:(?:the|día|dia|giorno|jour)\\s)?`

const LEAD = `${WEEKDAY_BEFORE}(?=[\\p{L}\\d])`

/** "Apgar 8/9/10": the values after one, five and ten minutes. */
const NOT_APGAR = '(?<!apgar\\P{L}{0,6})'
const ONE_IS_A_MONTH = `(?=(?:0?[1-9]|1[0-2])[-/.][^\\S\\n]?${DAY}[-/.]|${DAY}[-/.][^\\S\\n]?(?:0?[1-9]|1[0-2])[-/.])`

const inWords = (source: string, confidence: number): Pattern => ({
  type: 'date',
  expression: new RegExp(`${BEFORE}${source}${AFTER}`, 'dgiu'),
  confidence,
})

/** Of which a part is in figures. */
const date = (source: string, confidence = 0.9): Pattern => ({ ...inWords(source, confidence), needs: DIGIT })

/** The year of birth behind what stands for nothing else: "Jg. 1943", "classe 1938", "rocznik 1950", "b. 1944", "*1951". */
const BIRTH_YEAR_PATTERN: Pattern = {
  type: 'date',
  expression:
    /(?<![\p{L}\p{N}])(?:jg\.?|jahrgangs?|rocznik|classe|leva|geboortejaar|geburtsjahr|année de naissance|año de nacimiento|anno di nascita|ano de nascimento|rok urodzenia|year of birth|yob|(?-i:b)\.|ur\. w|\*)\s?:?\s?(?<id>(?:18[89]|19\d|20[0-3])\d)(?![\p{L}\p{N}]|[.,/-]\d)/dgiu,
  confidence: 0.75,
}

/** "Jg. 51", "classe '38": a form of a school may be of fewer. */
const SHORT_BIRTH_YEAR_PATTERN: Pattern = {
  type: 'date',
  expression:
    /(?<![\p{L}\p{N}])(?:jg\.|jahrgangs?|rocznik|classe)\s?['’]?(?<id>[3-9]\d)(?![\p{L}\p{N}]|[.,/-]\d|\s?%)/dgiu,
  confidence: 0.75,
}

/**
 * Days and moments in figures and by the names of months and weekdays, also where `readDates` is not sure of them: 4.3.21, "12/2021",
 * which may be the number of a case, "March 20". A bare year is none.
 */
export const DATE_PATTERNS: readonly Pattern[] = [
  BIRTH_YEAR_PATTERN,
  SHORT_BIRTH_YEAR_PATTERN,
  // 2021-03-04, 2021/3/4, 20210304T120000Z
  date(`(?:1[89]|20)\\d{2}([-/.])(?:0?[1-9]|1[0-2])\\1${DAY}${CLOCK_AFTER}`, 0.95),
  date('(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])T\\d{4,6}Z?', 0.95),
  // 4/3/2021, 04.03.21, 3-4-2021
  date(
    `${NOT_APGAR}${ONE_IS_A_MONTH}\\d{1,2}([-/.])[^\\S\\n]?\\d{1,2}\\1[^\\S\\n]?(?:(?:1[789]|20)\\d{2}|\\d{2}(?!\\s?(?:mg|µg|mcg|ml|IE|UI|IU|E|J)(?!\\p{L})))${CLOCK_AFTER}`,
    0.95,
  ),
  // 12/2021, 03.2021
  date('(?:0?[1-9]|1[0-2])[/.-](?:19|20)\\d{2}', 0.8),
  // 4 March 2021, 28th, February, 4. März, le 1er mars, 4-Mar-21, 4.MAR.2021
  date(
    `(?<!\\d/)${LEAD}${DAY}${ORDINAL}(?:${TO_DAY}${DAY}${ORDINAL})?,?${OF}(?:${MONTH}\\.?(?:,|\\s|-|/|\\.| de | del | do | of ){1,4}(?:${YEAR}|\\d{2}(?!\\d|:))|${MONTH_ALONE}(?:${SHORT})?${WHICH_ONE})${CLOCK_AFTER}`,
    0.92,
  ),
  // March 4, 2021 · Mar 4 · March 4th-6th · March 2021
  date(
    `${LEAD}${MONTH_ALONE}\\.?[\\s-]{1,2}${DAY}(?:st|nd|rd|th)?(?:\\s?[-–]\\s?${DAY}(?:st|nd|rd|th)?)?(?:,?\\s{1,2}${YEAR})?(?!\\d)${CLOCK_AFTER}`,
    0.92,
  ),
  date(`${PART_OF_MONTH}?(?:${MONTH_ALONE}\\.?(?:,?\\s(?:de |del |of |do )?|[/-])|(?:${MONTH})\\.?[/-])${YEAR}`, 0.88),
  // Seit Do, kommt Fr gg 15 h
  {
    type: 'date',
    expression:
      /(?<!\p{L})(?:seit|ab|bis|kommt|nächsten|letzten|kommenden)\s(?<id>Mo|Di|Mi|Do|Fr|Sa|So)(?![\p{L}\p{N}])/dgu,
    confidence: 0.7,
  },
  // Til thurs
  {
    type: 'date',
    expression:
      /(?<!\p{L})(?:til|till|until|on|by|since|next|last|from|this)\s(?<id>mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?![\p{L}\p{N}])/dgu,
    confidence: 0.7,
  },
  // Drie mei negentienvijftig
  {
    ...inWords(`(?:\\p{L}{3,14}\\s)?${MONTH}\\s(?:negentien|achttien|twintig)\\p{L}{3,20}`, 0.85),
    needs: /(?:negentien|achttien|twintig)\p{L}{3}/u,
  },
  // Septiembre del 21
  date(`${MONTH_ALONE}\\s(?:del|do)\\s(?:['’]?[0-4]\\d)(?!\\s(?:al?|ao?|de)\\s|[./-]\\d)`, 0.8),
  // Fevereiro a abril
  inWords(`${MONTH_ALONE}\\s(?:to|bis|à|a|al|tot|do|-|–)\\s${MONTH_ALONE}`, 0.75),
  // Mid-April, enero a mayo de 2023
  inWords(`${PART_OF_MONTH}${MONTH_ALONE}`, 0.8),
  date(`${MONTH}\\s(?:to|bis|à|a|al|tot|do|-|–)\\s${MONTH}(?:\\.?,?\\s(?:de |del |of )?${YEAR})`, 0.88),
  // 5 IX 2023, 12.XI.98, 19.09.'66
  {
    type: 'date',
    expression: new RegExp(
      `${BEFORE}${DAY}[ ./-](?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[ ./-](?:(?:19|20)\\d{2}|[’']?\\d{2})${AFTER}`,
      'dgu',
    ),
    confidence: 0.85,
  },
  date(`${DAY}([./-])(?:0?[1-9]|1[0-2])\\1[’']\\d{2}`, 0.9),
  // 3 de xaneiro de 2021, 15 Meán Fómhair 2023, 2022ko urriaren 4a
  date(`${DAY}\\.?\\s(?:de |d['’]|a )?(?:${REGIONAL_MONTH})(?:,?\\s(?:de |del )?${YEAR})`, 0.9),
  date(`${DAY}\\s(?:de |d['’])(?:${REGIONAL_MONTH})`, 0.85),
  date(`(?:${YEAR}(?:e?ko)\\s)?${BASQUE_MONTH}\\s${DAY}(?:a|ean|an|tik|ra|n)?`, 0.85),
  // "last dose in March": of the short forms none
  {
    type: 'date',
    expression: new RegExp(
      `(?<!\\p{L})(?:in|since|until|during|last|next|im|seit|bis|ab|en|depuis|dès|desde|hasta|em|até|a|w|we|od|do|sinds|vanaf|tot|da|entro|verso|afgelopen|vorige|komende|letzten|vergangenen|kommenden|pasado|passado|scorso|zeszłego|ubiegłego)\\s(?<id>(?=\\p{L}{4}|m[ae][ijy])(?:${MONTH_ALONE}))${AFTER}`,
      'dgiu',
    ),
    confidence: 0.6,
  },
  // 03.-09.04., 3.–7.3.24, 28.3.-4.4., 12/03-15/03
  date(`${DAY}/(?:0[1-9]|1[0-2])\\s?[-–]\\s?${DAY}/(?:0[1-9]|1[0-2])(?!/)`, 0.8),
  date(
    `${DAY}\\.(?:(?:0?[1-9]|1[0-2])\\.)?\\s?[-–]\\s?${DAY}\\.(?:0?[1-9]|1[0-2])\\.(?:(?:19|20)\\d{2}|\\d{2})?(?!\\d)`,
    0.85,
  ),
  // The 14th inst., le 14 courant, 4 al 12 u.s., 17 bm.
  date(`(?:${DAY}${ORDINAL}${TO_DAY})?${DAY}${ORDINAL}\\s${THIS_MONTH}`, 0.85),
  // "Am 14. zur Kontrolle"; not "am 2. postoperativen Tag"
  {
    type: 'date',
    expression: new RegExp(
      `(?<!\\p{L})(?:am|vom|zum|bis zum|seit dem|ab dem)\\s(?<id>${DAY}\\.)(?=\\s(?:zur|zum|wieder|erneut|nochmals?|um|in|nach|mit|wurde|war|ist|kam|bis|entlassen|verlegt|operiert)\\s)`,
      'dgu',
    ),
    confidence: 0.7,
  },
  // 15. 04. behind what says that it is a day
  {
    type: 'date',
    expression: new RegExp(
      `(?<!\\p{L})(?:am|vom|zum|bis|seit|ab|dnia)\\s(?<id>${DAY}\\.\\s(?:0[1-9]|1[0-2])\\.)(?!\\s?\\d)`,
      'dgiu',
    ),
    confidence: 0.8,
  },
  // El pasado día 3, no dia 14 às 9h
  {
    type: 'date',
    expression: new RegExp(
      `(?<!\\p{L})(?:el|del|al|no|do|ao|pasado|próximo|passado)\\s(?<id>d[ií]a\\s${DAY})(?=[,;)\\n]|\\.(?!\\d)|\\s(?:a las|às|do corrente|del corriente)(?!\\p{L}))`,
      'dgiu',
    ),
    confidence: 0.7,
  },
  // Tuesday the 19th · Montag, den 22. · jueves 30 a las 2
  date(`${DAY_OF_WEEK},?\\s(?:the\\s)?${DAY}(?:st|nd|rd|th)`, 0.85),
  date(`(?:${WEEKDAY}),?\\s(?:den |dem )?${DAY}\\.(?!\\d)`, 0.8),
  date(
    `(?:${WEEKDAY}),?\\s(?:le |el |il |dia |día )?${DAY}(?=[,;)\\n]|\\.(?!\\d)|\\s(?:à|a las|alle|às|om|o|par|avec|chez|pour|en|con|por|para|presso|met|bij|u|wegen|with|for)\\s)`,
    0.75,
  ),
  // Tuesday, next Monday morning
  inWords(`(?:(?:next|last|this|past|coming|nächsten|letzten|kommenden)\\s)?(?:${WEEKDAY})s?`, 0.7),
  ...HOLIDAY_PATTERNS,
  // Summer 2019, Q3 2020
  date(`(?:${SEASON}|Q[1-4])(?:\\sof|\\sde)?\\s${YEAR}`, 0.7),
  {
    type: 'time',
    expression: new RegExp(
      `${BEFORE}(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?:[:.][0-5]\\d)?\\s?(?:[ap]\\.?m\\.?|uhr|hrs|hours|h)${AFTER}`,
      'dgiu',
    ),
    confidence: 0.7,
  },
  {
    type: 'time',
    expression: new RegExp(`${BEFORE}(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?${AFTER}`, 'dgu'),
    confidence: 0.6,
  },
  {
    type: 'time',
    expression: new RegExp(`${BEFORE}(?:0?[1-9]|1[0-2])\\s?[ap]\\.?m\\.?${AFTER}`, 'dgiu'),
    confidence: 0.6,
  },
  // A day without its year, behind what says that it is one: "pain fell from 8/10 to 3/10", "INR bis 3.5." are none.
  {
    type: 'date',
    expression:
      /(?<!\p{L})(?:on|since|from|until|till|am|vom|bis|seit|ab|le|du|depuis|el|del|desde|il|dal|dei|em|desde|op|sinds|vanaf|dnia|od)\s(?<id>(?:[0-2]?\d|3[01])\/(?:0[1-9]|1[12]))(?![\p{N}/%]| ?(?:mg|ml|mmHg|kg|g|L)\b)/dgiu,
    confidence: 0.75,
  },
  {
    type: 'date',
    expression: /(?<!\p{L})(?:am|vom|zum|dnia)\s(?<id>(?:[0-2]?\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(?!\p{N}| ?%)/dgiu,
    confidence: 0.75,
  },
]

/** A year behind a word that makes it a date of somebody's life: born in 1962. */
export const YEAR_PATTERN: Pattern = {
  type: 'date',
  expression:
    /(?<![\p{L}\p{N}])(?:in|since|until|from|during|of|by|before|after|around|circa|ca\.|born|died|to|year|seit|im jahr|jahr|bis|von|ab|en|depuis|année|desde|hasta|año|(?<!\d\s)de)\s{1,3}(?<id>(?:1[89]|20)\d{2}s?)(?![\p{L}\p{N}]|[.,/-]\d|\s?(?:mg|ml|kg|kcal|cells|units|m\b))/dgiu,
  confidence: 0.6,
}

const CONFIDENCE: Readonly<Record<DateFound['kind'], number>> = { day: 0.92, month: 0.88, yearless: 0.9, open: 0.92 }
const TIME_CONFIDENCE = 0.6

/** Characters beside a date in which its day of the week and its time stand. */
const NEAR = 40

/** Three values after one, five and ten minutes; three doses. */
const APGAR = /apgar\P{L}{0,6}$/iu
const DOSE = /^\s?(?:mg|µg|mcg|ml|IE|UI|IU|J)(?!\p{L})/u
const WEEKDAY_ENDS = new RegExp(`(?<![\\p{L}\\p{N}])${WEEKDAY_BEFORE}$`, 'iu')
/** "wo 4 dec", "di 3 sept": short forms that begin small, which are words elsewhere. */
const SMALL_WEEKDAY = /(?<=(?:^|[\n,:;(|] ?|[–-] ))(?:ma|di|wo|do|vr|za|zo)\.?,? $/u
const CLOCK_BEGINS = new RegExp(`^${CLOCK_AFTER}(?![\\p{L}\\p{N}])`, 'iu')

/** The full stop of a sentence is none of a month in full: "3 June. A catheter". */
export function withoutFullStop(text: string, span: IdentifierSpan): IdentifierSpan {
  const { start, end, type } = span
  if (type !== 'date' || text[end - 1] !== '.') return span
  const [month = ''] = /\p{L}+(?=\.$)/u.exec(text.slice(start, end)) ?? []
  return languagesOfMonth(month).length > 0 ? { ...span, end: end - 1 } : span
}

/** The dates and times that `text/` reads, in figures and in words; a date with its day of the week and its time. */
export function findDates(text: string): readonly IdentifierSpan[] {
  const times = clocksIn(text).map(({ start, end }) => {
    return { start, end, type: 'time', by: 'pattern', confidence: TIME_CONFIDENCE } as const
  })
  const dates = readDates(text).flatMap(({ kind, start, end }) => {
    const [before, behind] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)]
    if (APGAR.test(before) || DOSE.test(behind)) return []
    const lead = (WEEKDAY_ENDS.exec(before)?.[0] || (SMALL_WEEKDAY.exec(before)?.[0] ?? '')).length
    const clock = CLOCK_BEGINS.exec(behind)?.[0].length ?? 0
    const confidence = CONFIDENCE[kind]
    return [{ start: start - lead, end: end + clock, type: 'date' as const, by: 'pattern' as const, confidence }]
  })
  return [...dates, ...times]
}
