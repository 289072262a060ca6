import { ENGLISH_SMALL_NUMBER } from '../../../text/number-word-tables.ts'
import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import type { Pattern } from '../patterns/pattern.ts'

const AGE = `(?:1[01]\\d|\\d{1,2}|${ENGLISH_SMALL_NUMBER})`
const UNIT = '(?:years?|yrs?|y|months?|mos?|weeks?|wks?|days?|hours?)'

const age = (source: string, confidence = 0.9): Pattern => ({
  type: 'age',
  expression: new RegExp(`(?<![\\p{L}\\p{N}.,])${source}(?![\\p{L}\\p{N}])`, 'dgiu'),
  confidence,
})

const oldAge = (source: string, confidence: number, flags = 'dgiu'): Pattern => ({
  type: 'age',
  expression: new RegExp(source, flags),
  confidence,
})

const EDGE = '(?<![\\p{L}\\p{N}.,/:-])'

/** How long something lasts, or a limit: "for 95 years", "über 90 Jahre". */
const NO_AGE_BEFORE =
  '(?<!(?:over|above|than|under|every|for|für|past|last|within|[≥>≤<~]|über|ab|als|unter|seit|vor|auf|binnen|laufzeit von|(?:bail|concession)(?: \\p{L}{3,20})? de|peine de|durée de|prison de|dauer von|plus de|moins de|depuis|pendant|il y a|sur|más de|menos de|mayor(?:es)? de|hace|durante|oltre|più di|superiore a|da|per|mais de|maior(?:es)? de|menos de|há|por|boven|dan|sinds|gedurende|voor|ponad|powyżej|od|przez|około|umowa na)\\s?)'

/** Ages that so few people have that they identify; the others are left to the other patterns. */
const OLD = '(?:9\\d|1[01]\\d)'

/** Not a round hundred, which is a way of speaking. */
const EXACT = `(?!100)${OLD}`
const YEARS = '(?:years?|yrs?|Jahre?n?|ans|años|añitos|anni|anos|jaar|jaren|lat|lata)'

const END = '(?![\\p{L}\\p{N}])'

const NO_AGE_BEHIND =
  "(?!\\s(?:ago|later|earlier|before|after|lease|term|imprison|fa|dopo|prima|atrás|antes|despu|depois|später|zuvor|danach|geleden|later|temu|później|auparavant|plus tard|więzienia|celstraf|gevang|bestaan)|\\s(?:of|de|d[’']|di|von|van)\\s?(?:prison|réclusion|emprison|bail|garant|concess|conces|esclusiv|exclusiv|vigenc|antig|histor|carcere|reclusi|prisi|prisão|experien|esperien|service|servi|peine|storia|vita del|duration|durée|duraci|durata))"

/** Ages of 90 and more as records of eight languages write them. */
const OLD_AGE_PATTERNS: readonly Pattern[] = [
  // 92 yrs, 97 años, 94 jaar
  oldAge(`${EDGE}${NO_AGE_BEFORE}${EXACT}[\\s-]?${YEARS}\\.?${END}${NO_AGE_BEHIND}`, 0.85),
  // lat 94, anni 91, Idade: 92; "anni 90" are the nineties
  oldAge(`(?<![\\p{L}\\p{N}])(?:anni|lat|(?<=[,(]\\s?)l\\.)\\s(?!90|100)${OLD}${END}(?![.,/]\\d|-)`, 0.85),
  oldAge(
    `(?<![\\p{L}\\p{N}])(?:age|alter|âge|edad|età|eta['’]|idade|leeftijd|wiek)\\s?[:=|]?\\s{0,4}(?<id>${OLD})${END}(?![.,]\\d|\\s?[%/])`,
    0.9,
  ),
  // (102 a), (93 l.), (91, K), (94F)
  oldAge(
    `\\(\\s?(?<id>(?:[FMWKfmwk♀♂],?\\s?)?${OLD}(?:\\s?(?:a|j|y|r)|\\s?(?:J|l|r|jr|yo)\\.|\\s?yo)(?:,?\\s?[FMWKfmwk♀♂])?|[FMWK♀♂],?\\s?${OLD}|[fmwk],\\s?${OLD}|${OLD}(?:,\\s?|\\s)?[FMWK♀♂])\\s?[),;]`,
    0.8,
    'dgu',
  ),
  // "Vogel, Ernst, 91 J., Fall"; joules have no point
  oldAge(
    `(?<=[,;|♀♂\\n]\\s{0,2}|(?<!\\p{L})(?:de|di|patient(?:in|e)?|pat\\.|pacjent(?:ka)?|chor[ay]|pani?|paziente|paciente|doente|utente|pcte|pte|patiënte?|man|vrouw|uomo|donna|mujer|varón|hombre|homme|femme|homem|mulher)\\s)(?<!(?:schock|biphas|joule|defib|shock)[^\\n]{0,30})${OLD}\\s?(?:(?:J|j|a|l|jr)\\.|aa\\.?)(?=[,;:)\\s]|$)`,
    0.8,
  ),
  // "Tagliavini 90 aa", "dhr Boersma 92 jr"
  oldAge(
    '(?<=\\p{Lu}\\p{Ll}{2,20}\\s)(?!100)(?:9\\d|1[01]\\d)\\s?(?:aa|jr|jaar|J\\.|l\\.)(?=[\\s,;:)–-]|$)',
    0.75,
    'dgu',
  ),
  // "Savage 94F", "pt, 92 M"; not the temperature 99 F
  oldAge(
    `(?<=^|\\n|[,;(]\\s?|\\p{Lu}\\p{L}+\\s)(?<!(?:(?<!\\p{L})(?:[Tt]|[Tt]emp|[Tt]emperature|[Tt][Mm]ax|[Ff]ever|[Ff]ebrile)(?!\\p{L})|°)[^\\n]{0,12})(?<id>${OLD}\\s?[FMfmWw])(?=[\\s,;.)]|$)(?!\\s?[-–/]?\\s?\\d)`,
    0.75,
    'dgu',
  ),
  // 95-jarige, 94-letnia, 93enne
  oldAge(
    `${EDGE}${OLD}\\s?[-–]?\\s?(?:jarige?(?!\\s(?:bestaan|jubileum))|letni\\p{L}{0,4}|lat(?:ek|k\\p{L}{1,3}|ków)|enne|añer[oa])${END}`,
    0.9,
  ),
  // her 95th birthday, 95. Geburtstag
  oldAge(
    `${EDGE}${OLD}(?:st|nd|rd|th|\\.|[ºª°]|e|è?me|o)?\\s(?:birthday|geburtstag|lebensjahr|anniversaire de naissance|cumpleaños|compleanno|aniversário natalício|verjaardag|levensjaar|urodzin\\p{L}{0,3}|rok życia|roku życia)`,
    0.85,
  ),
  oldAge(
    '(?<!\\p{L})(?:nonagenári[oa]|centenári[oa] de idade|nonagenari[oa]|negentigjarige|honderdjarige|dziewięćdziesięcio\\p{L}{0,12}letni\\p{L}{0,4}|dziewięćdziesięciolat\\p{L}{1,4}|stulat(?:ek|k\\p{L}{1,3}))(?!\\p{L})',
    0.7,
  ),
]

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

/** "born 14 March 1951 (74 years)" */
const IN_BRACKETS =
  /\((?:aged? )?(?<age>\d{1,2}|1[01]\d)(?: ?(?:years?|yrs?|y|months?|Jahren?|Monate?n?|ans|mois|años|meses|anni|mesi|anos|jaar|maanden|lat|miesięcy))\)/dgu

/**
 * A number behind somebody's name, between commas or in brackets, is how old that person is: "Mrs A. Okafor, 78, fell". So is one with
 * its years in brackets behind a date.
 */
export function findAgesBeside(reading: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  return [...behindNames(reading, found), ...behindDates(reading, found)]
}

function behindDates({ text }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const ends = new Set(found.flatMap(({ type, end }) => (type === 'date' || type === 'person' ? [end] : [])))
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ index, indices }) => {
    const [start, end] = indices?.groups?.age ?? [0, 0]
    const isBehind = ends.has(index) || ends.has(index - 1)
    return isBehind ? [{ start, end, type: 'age' as const, by: 'pattern' as const, confidence: 0.5 }] : []
  })
}

function behindNames({ words }: Reading, found: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const ends = new Set(found.flatMap(({ type, end }) => (type === 'person' ? [end] : [])))
  return words.flatMap(({ text, gap, start, end }, at) => {
    if (!/^(?:\d{1,2}|1[01]\d)$/u.test(text) || !ends.has(wordAt(words, at - 1).end)) return []
    const next = wordAt(words, at + 1)
    // "22.00" is a time, "78,5" a weight.
    const after = /^[.,]$/u.test(next.gap) && next.shape === 'digits' ? '' : next.gap
    const isAge = (/^, ?$/u.test(gap) && /^[,.;\n]/u.test(after)) || (gap === ' (' && after.startsWith(')'))
    return isAge ? [{ start, end, type: 'age' as const, by: 'pattern' as const, confidence: 0.5 }] : []
  })
}
