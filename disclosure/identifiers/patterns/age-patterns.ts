import { ENGLISH_SMALL_NUMBER } from '../../../text/number-word-tables.ts'
import { OLD_AGE_PATTERNS } from './old-age-patterns.ts'
import type { Pattern } from './pattern.ts'

const AGE = `(?:1[01]\\d|\\d{1,2}|${ENGLISH_SMALL_NUMBER})`
const UNIT = '(?:years?|yrs?|y|months?|mos?|weeks?|wks?|days?|hours?)'

const age = (source: string, confidence = 0.9): Pattern => ({
  type: 'age',
  expression: new RegExp(`(?<![\\p{L}\\p{N}.,])${source}(?![\\p{L}\\p{N}])`, 'dgiu'),
  confidence,
})

/** How old somebody is, in figures and in words. Ages over 89 identify by themselves, and others with little more. */
export const AGE_PATTERNS: readonly Pattern[] = [
  ...OLD_AGE_PATTERNS,
  age(`${AGE}[-–\\s]{0,2}${UNIT}[-–\\s.]{0,2}olds?`, 0.95),
  age(`${AGE}\\s?(?:y\\/?o|y\\.o\\.?|yo[mf]?|y\\/o)`, 0.95),
  age('(?<id>\\d{1,3})\\s?[MF](?=[\\s,.;])(?=.{0,40}(?:presents?|with|who|admitted|h\\/o|hx|s\\/p))', 0.8),
  age(
    `(?:aged?|at the age of|age[sd]?\\s?(?:is|of|:|=)?)\\s{0,3}(?:about |approximately |approx\\.? |over |under )?(?<id>${AGE}(?:\\s?${UNIT})?)`,
    0.9,
  ),
  age(
    `(?:(?:just |recently |will |he|she|i|they|ll|['’]ll|to)\\s)?(?:turn(?:s|ed|ing)?|turns? out to be)\\s(?<id>${AGE})(?!\\s?(?:%|percent|degrees|times|pages|minutes|hours|left|right|km|miles))`,
    0.75,
  ),
  age(
    `(?:birthday|i['’]?a?m|i am|he is|she is|he['’]s|she['’]s|he was|she was|who is|is now|was then|only)\\s(?<id>${AGE})(?=\\s?(?:[.,;!?]|$|and|years|yrs|y\\/?o|today|now|when|but))`,
    0.7,
  ),
  age(`${AGE}(?:th|st|nd|rd)?\\s(?:birthday|year of (?:life|age))`, 0.7),
  age(
    '(?:in (?:his|her|their) )(?<id>(?:(?:early|mid|late)[- ])?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0s))',
    0.7,
  ),
  age('(?:octogenarian|nonagenarian|centenarian|septuagenarian)', 0.6),
  // German
  age('\\d{1,3}[-\\s]?j(?:ä|ae)hrig(?:e[rnms]?)?', 0.95),
  age('\\p{L}{3,24}jährig(?:e[rnms]?)?', 0.85),
  age('(?<id>\\d{1,3}\\s(?:jahre|monate|wochen|tage|lebensjahre?))\\s(?:alt|jung)', 0.95),
  age('alter\\s?(?:von|:)?\\s{0,2}(?<id>\\d{1,3}(?:\\s(?:jahren?|monaten?))?)', 0.9),
  age('(?<id>\\d{1,3}\\.)\\s(?:lebensjahr|geburtstag)', 0.85),
  // French
  age(
    "(?:âgée?s?\\sde\\s(?:près de )?|à l['’]âge de\\s|âge\\s?:?\\s{0,2})(?<id>(?:\\d{1,3}|\\p{L}{2,9}(?:[- ]\\p{L}{2,9}){0,3})\\s?(?:ans|mois|semaines|jours)?)",
    0.9,
  ),
  age(
    "(?<!(?:bail|prison|réclusion|peine|emprisonnement|durée|garantie|concession|plus|moins|près)(?:\\s\\p{L}{3,20})?\\sde\\s|(?:depuis|pendant|durant|dans|sur|pour|avant|après|tous les|il y a|toutes les|sous|en)\\s)(?<id>\\d{1,3}\\sans)(?!\\s(?:de|d[’'])\\s?(?:prison|réclusion|garantie|expérience|ancienneté|emprisonnement|bail|suivi|recul|évolution|service)|\\s(?:plus tard|auparavant|après|avant))",
    0.7,
  ),
  age('(?:septuagénaire|octogénaire|nonagénaire|centenaire|sexagénaire|quinquagénaire|quadragénaire)', 0.6),
  // Spanish
  age(
    '(?!de\\s\\d{1,3}\\s(?:meses|semanas|días))(?:(?<!(?:más|menos|mayor|mayores|menores|partir|pena|prisión|plazo|duración|período|periodo) )de\\s(?:edad\\s)?|edad\\s?:?\\s?(?:de\\s)?|tiene\\s|a los\\s|con\\s)(?<id>\\d{1,3}\\s?(?:años|meses|semanas|días)?)(?:\\sde edad)?(?=\\s|[,.;])(?<=(?:años|meses|edad\\s?:?\\s?\\d{1,3})(?:\\sde edad)?)(?!\\sde\\s(?:evoluci|prisi|antig|experien|servic|vigenc|cárcel|duraci|seguim|tratam|garant|reclus|condena|cotiz|histor))',
    0.85,
  ),
  age(
    '(?:niñ[oa]|bebé|lactante|hij[oa]|neonato|varón|mujer|paciente)\\sde\\s(?<id>\\d{1,3}\\s(?:meses|semanas|días))',
    0.85,
  ),
  age('(?<id>\\d{1,3}\\saños)\\sde edad', 0.95),
  age('(?:\\p{L}{3,12}(?: y \\p{L}{3,6})?\\saños\\sde edad|(?:sexa|septua|octo|nona)genari[oa]|centenari[oa])', 0.85),
]
