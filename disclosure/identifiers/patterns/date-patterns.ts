import type { Pattern } from './pattern.ts'

const MONTH =
  '(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|févr?(?:ier)?|mar(?:ch|s|zo)?|märz?|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mai|mayo|juni?e?|juin|jul[iy]?|juil(?:let)?|jul(?:io)|junio|aug(?:ust)?|août|ago(?:sto)?|sept?(?:ember|embre|iembre)?|setiembre|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|de[cz](?:ember)?|déc(?:embre)?|dic(?:iembre)?|ene(?:ro)?|jänner|febrero)'
const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
/** The point of a month that is cut short; the one that ends a sentence stays. */
const SHORT = '\\.(?=,|\\s\\p{Ll})'
const ORDINAL = '(?:st|nd|rd|th|er|re|\\.|º|°)?'
const YEAR = "(?:(?:1[789]|20)\\d{2}|['’]\\d{2})"
const WEEKDAY =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo'
const TIME =
  '\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2}(?:\\.\\d{1,6})?)?(?:\\s?(?:[ap]\\.?m\\.?|uhr|h|hrs|hours|Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?'
const OF = "(?:\\s?(?:day\\s)?(?:of|de|del|d[’'])\\s?|[\\s,./-]{1,3})"
const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'
const CLOCK_AFTER = `(?:(?:\\s|,|T|\\s?(?:at|um|à|a las)\\s)\\s?${TIME})?`

const TENS = 'twenty|thirty|zwanzig(?:ste)?r?n?|dreißig(?:ste)?r?n?|vingt|trente|veinte|treinta'
const UNITS =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|erste[rn]?|zweite[rn]?|dritte[rn]?|vierte[rn]?|fünfte[rn]?|sechste[rn]?|siebte[rn]?|achte[rn]?|neunte[rn]?|zehnte[rn]?|elfte[rn]?|zwölfte[rn]?|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|primero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veintiuno|veintid[oó]s|veintitr[eé]s|veinticuatro|veinticinco|veintis[eé]is|veintisiete|veintiocho|veintinueve'
const DAY_IN_WORDS = `(?:(?:${TENS})(?:[- ](?:et[- ]|y )?(?:${UNITS}|un|one|two|three|four|five|six|seven|eight|nine))?|(?:\\p{L}{3,8}und)?(?:zwanzigste|dreißigste)[rn]?|${UNITS})`
const FULL_MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)'
const YEAR_IN_WORDS =
  '(?:two thousand(?: and)?(?: \\p{L}{3,9}){0,2}|(?:nineteen|twenty)(?: hundred)?(?: (?:and )?\\p{L}{3,9}(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)|zweitausend\\p{L}{0,20}|neunzehnhundert\\p{L}{0,20}|deux mille(?:[- ]\\p{L}{2,9}){0,3}|mil novecientos(?: \\p{L}{3,9}){1,3}|dos mil(?: \\p{L}{3,12}){0,3})'

const ONE_IS_A_MONTH = `(?=(?:0?[1-9]|1[0-2])[-/.][^\\S\\n]?${DAY}[-/.]|${DAY}[-/.][^\\S\\n]?(?:0?[1-9]|1[0-2])[-/.])`

const date = (source: string, confidence = 0.9): Pattern => ({
  type: 'date',
  expression: new RegExp(`${BEFORE}${source}${AFTER}`, 'dgiu'),
  confidence,
})

/** Days and moments, in figures and in words, in English, German, French and Spanish. A bare year is none. */
export const DATE_PATTERNS: readonly Pattern[] = [
  // 2021-03-04, 2021/3/4, 20210304T120000Z
  date(`(?:1[89]|20)\\d{2}([-/.])(?:0?[1-9]|1[0-2])\\1${DAY}${CLOCK_AFTER}`, 0.95),
  date('(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])T\\d{4,6}Z?', 0.95),
  // 4/3/2021, 04.03.21, 3-4-2021
  date(
    `${ONE_IS_A_MONTH}\\d{1,2}([-/.])[^\\S\\n]?\\d{1,2}\\1[^\\S\\n]?(?:(?:1[789]|20)\\d{2}|\\d{2})${CLOCK_AFTER}`,
    0.95,
  ),
  // 12/2021, 03.2021
  date('(?:0?[1-9]|1[0-2])[/.-](?:19|20)\\d{2}', 0.8),
  // 4 March 2021, 28th, February, 4. März, le 1er mars, 4-Mar-21, 4.MAR.2021
  date(
    `(?:(?:${WEEKDAY}),?\\s(?:den |le |el |the )?)?${DAY}${ORDINAL}(?:\\s?(?:[-–/&]|and|to|bis|und|au|et|y|al)\\s?${DAY}${ORDINAL})?,?${OF}${MONTH}(?:\\.?(?:,|\\s|-|/|\\.| de | del | of ){1,4}(?:${YEAR}|\\d{2}(?!\\d|:))|${SHORT})?${CLOCK_AFTER}`,
    0.92,
  ),
  // March 4, 2021 · Mar 4 · March 4th-6th · March 2021
  date(
    `(?:(?:${WEEKDAY}),?\\s)?${MONTH}\\.?[\\s-]{1,2}${DAY}(?:st|nd|rd|th)?(?:\\s?[-–]\\s?${DAY}(?:st|nd|rd|th)?)?(?:,?\\s{1,2}${YEAR})?(?!\\d)${CLOCK_AFTER}`,
    0.92,
  ),
  date(`${MONTH}\\.?,?\\s(?:de |del |of )?${YEAR}`, 0.88),
  // the fourteenth of March, two thousand and nineteen; March the third; le quatorze mars
  date(
    `(?:${DAY_IN_WORDS}(?:\\sday)?(?:\\sof|\\sde)?\\s${FULL_MONTH}|${FULL_MONTH}\\s(?:the\\s)?${DAY_IN_WORDS})(?:,?\\s(?:in the year |de |del año |of )?(?:${YEAR}|${YEAR_IN_WORDS}))?`,
    0.9,
  ),
  date(`${FULL_MONTH}(?:,?\\s(?:of |de )?)${YEAR_IN_WORDS}`, 0.85),
  // Tuesday, next Monday morning
  date(
    `(?:(?:next|last|this|past|coming|nächsten|letzten|kommenden)\\s)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)s?`,
    0.7,
  ),
  // Holidays say the day.
  date(
    "(?:Christmas(?: Eve| Day)?|New Year['’]s(?: Eve| Day)?|Thanksgiving(?: Day)?|Labor Day|Memorial Day|Independence Day|Easter(?: Sunday| Monday)?|Good Friday|Halloween|Boxing Day|Heiligabend|Silvester|Ostermontag|Pfingstmontag|Noël|Pâques|Nochebuena|Navidad)",
    0.6,
  ),
  // Summer 2019, Q3 2020
  date(
    `(?:spring|summer|autumn|fall|winter|frühjahr|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno|Q[1-4])(?:\\sof|\\sde)?\\s${YEAR}`,
    0.7,
  ),
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
]

/** A year behind a word that makes it a date of somebody's life: born in 1962. */
export const YEAR_PATTERN: Pattern = {
  type: 'date',
  expression:
    /(?<![\p{L}\p{N}])(?:in|since|until|from|during|of|by|before|after|around|circa|ca\.|born|died|to|year|seit|im jahr|jahr|bis|von|ab|en|depuis|année|desde|hasta|año|de)\s{1,3}(?<id>(?:1[89]|20)\d{2}s?)(?![\p{L}\p{N}]|[.,/-]\d|\s?(?:mg|ml|kg|kcal|cells|units|m\b))/dgiu,
  confidence: 0.6,
}
