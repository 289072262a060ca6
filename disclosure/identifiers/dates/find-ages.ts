import { wordNumbersIn } from '../../../text/number-words.ts'
import { ENGLISH_SMALL_NUMBER } from '../../../text/number-word-tables.ts'
import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import type { Pattern } from '../patterns/pattern.ts'
import { AGE_UNITS, AGE_WORD, OLD_THINGS, SHORT_YEARS } from './age-words.ts'
import { ofSomebody } from './age-of-thing.ts'
import { agesBehindNames } from './ages-behind-names.ts'
import { AGES_BY_LANGUAGE, NO_RANGE } from './ages-by-language.ts'
import { joinedAges } from './joined-ages.ts'
import { cellsUnder } from './table-cells.ts'
import { END } from './told-age.ts'

const AGE = `(?:1[01]\\d|\\d{1,2}|${ENGLISH_SMALL_NUMBER})`
const UNIT = '(?:years?|yrs?|y|months?|mos?|weeks?|wks?|days?|hours?)'

const age = (source: string, confidence = 0.9): Pattern => ({
  type: 'age',
  expression: new RegExp(`(?<![\\p{L}\\p{N}.,])${source}(?![\\p{L}\\p{N}])`, 'dgiu'),
  confidence,
})

/** How old somebody is, in figures and in words. Ages over 89 identify by themselves, and others with little more. */
export const AGE_PATTERNS: readonly Pattern[] = [
  ...AGES_BY_LANGUAGE,
  ofSomebody(age(`${AGE}[-–\\s]{0,2}${UNIT}[-–\\s.]{0,2}olds?`, 0.95)),
  age(`${AGE}\\s?(?:y\\/?o|y\\.o\\.?|yo[mf]?|y\\/o)`, 0.95),
  age('(?<id>\\d{1,3})\\s?[MF](?=[\\s,.;])(?=.{0,40}(?:presents?|with|who|admitted|h\\/o|hx|s\\/p))', 0.8),
  age(
    `(?:aged?|at the age of|age[sd]?\\s?(?:is|of|:|=)?)\\s{0,3}(?:about |approximately |approx\\.? |over |under )?(?<id>${AGE}(?:\\s?${UNIT})?)${END}${NO_RANGE}`,
    0.9,
  ),
  age(
    `(?:(?:just |recently |will |he|she|i|they|ll|['’]ll|to)\\s)?(?:turn(?:s|ed|ing)?|turns? out to be)\\s(?<id>${AGE})(?!\\s?(?:%|percent|degrees|times|pages|minutes|hours|left|right|km|miles))`,
    0.75,
  ),
  age(
    `(?:birthday|i['’]?a?m|i am|he is|she is|he['’]s|she['’]s|he was|she was|who is|is now|was then|only)\\s(?<id>${AGE})(?=\\s?(?:[.,;!?](?!\\d)|$|and|years(?!\\s(?:younger|older|in|with|at|late|into|behind|ahead|post|after))|yrs|y\\/?o|today|now|when|but))`,
    0.7,
  ),
  age(`${AGE}(?:th|st|nd|rd)?\\s(?:birthday|year of (?:life|age))`, 0.7),
  age(
    '(?:in (?:his|her|their) )(?<id>(?:(?:early|mid|late)[- ])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s))',
    0.7,
  ),
  age('(?:octogenarian|nonagenarian|centenarian|septuagenarian)', 0.6),
  // German
  age(`\\d{1,3}[-\\s]?j(?:ä|ae)hr(?:ig(?:e[rnms]?)?|\\.)(?!\\s${OLD_THINGS})`, 0.95),
  {
    ...age(`\\p{L}{3,24}j(?:ä|ae)hrig(?:e[rnms]?)?(?!\\s${OLD_THINGS})`, 0.85),
    judge: (found) => (wordNumbersIn(found.replace(/j(?:ä|ae)hrig.*$/iu, ''), ['de']).length > 0 ? {} : null),
  },
  ofSomebody(age('(?<id>\\d{1,3}\\s(?:jahre|monate|wochen|tage|lebensjahre?))\\s(?:alt|jung)(?:e[rnms]?)?', 0.95)),
  age(`alter\\s?(?:von|:)?\\s{0,2}(?<id>\\d{1,3}(?:\\s(?:jahren?|monaten?))?)${END}${NO_RANGE}`, 0.9),
  age('(?<id>\\d{1,3}\\.)\\s(?:lebensjahr|geburtstag)', 0.85),
  // French
  age(
    "(?:âgée?s?\\sde\\s(?:près de )?|à l['’]âge de\\s|âge\\s?:?\\s{0,2})(?<id>(?:\\d{1,3}|\\p{L}{2,9}(?:[- ]\\p{L}{2,9}){0,3})\\s?(?:ans|mois|semaines|jours)?)",
    0.9,
  ),
  ofSomebody(
    age(
      "(?<!(?:bail|prison|réclusion|peine|emprisonnement|durée|garantie|concession|plus|moins|près)(?:\\s\\p{L}{3,20})?\\sde\\s|(?:depuis|pendant|durant|dans|sur|pour|avant|après|tous les|il y a|toutes les|sous|en)\\s)(?<id>\\d{1,3}\\sans)(?!\\spour\\s|\\s(?:de|d[’'])\\s?(?:prison|réclusion|garantie|expérience|retard|ancienneté|tabac|tabagisme|maladie|mariage|diabète|emprisonnement|bail|suivi|recul|évolution|service)|\\s(?:plus tard|auparavant|après|avant))",
      0.7,
    ),
  ),
  age('(?:septuagénaire|octogénaire|nonagénaire|centenaire|sexagénaire|quinquagénaire|quadragénaire)', 0.6),
  // Spanish
  ofSomebody(
    age(
      '(?!de\\s\\d{1,3}\\s(?:meses|semanas|días))(?:(?<!(?:más|menos|mayor|mayores|menores|partir|pena|prisión|plazo|duración|período|periodo) )de\\s(?:edad\\s)?|edad\\s?:?\\s?(?:de\\s)?|tiene\\s|a los\\s|con\\s)(?<id>\\d{1,3}\\s?(?:años|meses|semanas|días)?)(?:\\sde edad)?(?=\\s|[,.;])(?<=(?:años|meses|edad\\s?:?\\s?\\d{1,3})(?:\\sde edad)?)(?!\\spara\\s|\\sde\\s(?:evoluci|prisi|antig|experien|tabaq|diabet|enferm|matrim|servic|vigenc|cárcel|duraci|seguim|tratam|garant|reclus|condena|cotiz|histor))',
      0.85,
    ),
  ),
  age(
    '(?:niñ[oa]|bebé|lactante|hij[oa]|neonato|varón|mujer|paciente)\\sde\\s(?<id>\\d{1,3}\\s(?:meses|semanas|días))',
    0.85,
  ),
  age('(?<id>\\d{1,3}\\saños)\\sde edad', 0.95),
  age('(?:\\p{L}{3,12}(?: y \\p{L}{3,6})?\\saños\\sde edad|(?:sexa|septua|octo|nona)genari[oa]|centenari[oa])', 0.85),
]

/** "born 14 March 1951 (74 years)" */
const IN_BRACKETS =
  /\((?:aged? )?(?<age>\d{1,2}|1[01]\d)(?: ?(?:years?|yrs?|y|months?|Jahren?|Monate?n?|ans|mois|años|meses|anni|mesi|anos|jaar|maanden|lat|miesięcy))\)/dgu

/**
 * A number behind somebody's name, between commas or in brackets, is how old that person is: "Mrs A. Okafor, 78, fell". So is one with
 * its years in brackets behind a date, one that is joined to an age, and one in a column of ages.
 */
export function findAgesBeside(reading: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  return [
    ...agesBehindNames(reading, found).map(({ start, end }) => asAge(start, end)),
    ...behindDates(reading, found),
    ...joinedAges(reading.text, found).map(({ start, end }) => asAge(start, end)),
    ...inColumns(reading),
  ]
}

function behindDates({ text }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const ends = new Set(found.flatMap(({ type, end }) => (type === 'date' || type === 'person' ? [end] : [])))
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ index, indices }) => {
    const [start, end] = indices?.groups?.age ?? [0, 0]
    const isBehind = ends.has(index) || ends.has(index - 1)
    return isBehind ? [asAge(start, end)] : []
  })
}

const IS_AGE_HEAD = new RegExp(`^\\s*(?:\\p{L}{3,12}\\s)?${AGE_WORD}(?:\\s\\(?[\\p{L} .)]{1,24})?\\s*$`, 'iu')
const AGE_CELL = new RegExp(
  `^\\s*(?<age>(?:\\d{1,2}|1[01]\\d)(?:\\s?(?:${AGE_UNITS}|${SHORT_YEARS}|[ay]))?)(?:\\s?[/,]?\\s?[mfwvk])?\\s*$`,
  'diu',
)

function inColumns({ text }: Reading): readonly IdentifierSpan[] {
  return cellsUnder(text, IS_AGE_HEAD).flatMap((cell) => {
    const [start, end] = AGE_CELL.exec(text.slice(cell.start, cell.end))?.indices?.groups?.age ?? [0, 0]
    return start === end ? [] : [asAge(cell.start + start, cell.start + end)]
  })
}

function asAge(start: number, end: number): IdentifierSpan {
  return { start, end, type: 'age', by: 'pattern', confidence: 0.5 }
}
