import type { Pattern } from './pattern.ts'

/** Ages that so few people have that they identify; the others are left to the other patterns. */
const OLD = '(?:9\\d|1[01]\\d)'
/** Not a round hundred, which is a way of speaking. */
const EXACT = `(?!100)${OLD}`
const YEARS = '(?:years?|yrs?|Jahre?n?|ans|años|añitos|anni|anos|jaar|jaren|lat|lata)'
const EDGE = '(?<![\\p{L}\\p{N}.,/:-])'
const END = '(?![\\p{L}\\p{N}])'
/** How long something lasts, or a limit: "for 95 years", "über 90 Jahre". */
const NO_AGE_BEFORE =
  '(?<!(?:over|above|than|under|every|for|für|past|last|within|[≥>≤<~]|über|ab|als|unter|seit|vor|auf|binnen|laufzeit von|(?:bail|concession)(?: \\p{L}{3,20})? de|peine de|durée de|prison de|dauer von|plus de|moins de|depuis|pendant|il y a|sur|más de|menos de|mayor(?:es)? de|hace|durante|oltre|più di|superiore a|da|per|mais de|maior(?:es)? de|menos de|há|por|boven|dan|sinds|gedurende|voor|ponad|powyżej|od|przez|około|umowa na)\\s?)'
const NO_AGE_BEHIND =
  "(?!\\s(?:ago|later|earlier|before|after|lease|term|imprison|fa|dopo|prima|atrás|antes|despu|depois|später|zuvor|danach|geleden|later|temu|później|auparavant|plus tard|więzienia|celstraf|gevang|bestaan)|\\s(?:of|de|d[’']|di|von|van)\\s?(?:prison|réclusion|emprison|bail|garant|concess|conces|esclusiv|exclusiv|vigenc|antig|histor|carcere|reclusi|prisi|prisão|experien|esperien|service|servi|peine|storia|vita del|duration|durée|duraci|durata))"

const age = (source: string, confidence: number, flags = 'dgiu'): Pattern => ({
  type: 'age',
  expression: new RegExp(source, flags),
  confidence,
})

/** Ages of 90 and more as records of eight languages write them. */
export const OLD_AGE_PATTERNS: readonly Pattern[] = [
  // 92 yrs, 97 años, 94 jaar
  age(`${EDGE}${NO_AGE_BEFORE}${EXACT}[\\s-]?${YEARS}\\.?${END}${NO_AGE_BEHIND}`, 0.85),
  // lat 94, anni 91, Idade: 92; "anni 90" are the nineties
  age(`(?<![\\p{L}\\p{N}])(?:anni|lat|(?<=[,(]\\s?)l\\.)\\s(?!90|100)${OLD}${END}(?![.,/]\\d|-)`, 0.85),
  age(
    `(?<![\\p{L}\\p{N}])(?:age|alter|âge|edad|età|eta['’]|idade|leeftijd|wiek)\\s?[:=|]?\\s{0,4}(?<id>${OLD})${END}(?![.,]\\d|\\s?[%/])`,
    0.9,
  ),
  // (102 a), (93 l.), (91, K), (94F)
  age(
    `\\(\\s?(?<id>(?:[FMWKfmwk♀♂],?\\s?)?${OLD}(?:\\s?(?:a|j|y|r)|\\s?(?:J|l|r|jr|yo)\\.|\\s?yo)(?:,?\\s?[FMWKfmwk♀♂])?|[FMWK♀♂],?\\s?${OLD}|[fmwk],\\s?${OLD}|${OLD}(?:,\\s?|\\s)?[FMWK♀♂])\\s?[),;]`,
    0.8,
    'dgu',
  ),
  // "Vogel, Ernst, 91 J., Fall"; joules have no point
  age(
    `(?<=[,;|♀♂\\n]\\s{0,2}|(?<!\\p{L})(?:de|di|patient(?:in|e)?|pat\\.|pacjent(?:ka)?|chor[ay]|pani?|paziente|paciente|doente|utente|pcte|pte|patiënte?|man|vrouw|uomo|donna|mujer|varón|hombre|homme|femme|homem|mulher)\\s)(?<!(?:schock|biphas|joule|defib|shock)[^\\n]{0,30})${OLD}\\s?(?:(?:J|j|a|l|jr)\\.|aa\\.?)(?=[,;:)\\s]|$)`,
    0.8,
  ),
  // "Tagliavini 90 aa", "dhr Boersma 92 jr"
  age('(?<=\\p{Lu}\\p{Ll}{2,20}\\s)(?!100)(?:9\\d|1[01]\\d)\\s?(?:aa|jr|jaar|J\\.|l\\.)(?=[\\s,;:)–-]|$)', 0.75, 'dgu'),
  // "Savage 94F", "pt, 92 M"; not the temperature 99 F
  age(
    `(?<=^|\\n|[,;(]\\s?|\\p{Lu}\\p{L}+\\s)(?<!(?:(?<!\\p{L})(?:[Tt]|[Tt]emp|[Tt]emperature|[Tt][Mm]ax|[Ff]ever|[Ff]ebrile)(?!\\p{L})|°)[^\\n]{0,12})(?<id>${OLD}\\s?[FMfmWw])(?=[\\s,;.)]|$)(?!\\s?[-–/]?\\s?\\d)`,
    0.75,
    'dgu',
  ),
  // 95-jarige, 94-letnia, 93enne
  age(
    `${EDGE}${OLD}\\s?[-–]?\\s?(?:jarige?(?!\\s(?:bestaan|jubileum))|letni\\p{L}{0,4}|lat(?:ek|k\\p{L}{1,3}|ków)|enne|añer[oa])${END}`,
    0.9,
  ),
  // her 95th birthday, 95. Geburtstag
  age(
    `${EDGE}${OLD}(?:st|nd|rd|th|\\.|[ºª°]|e|è?me|o)?\\s(?:birthday|geburtstag|lebensjahr|anniversaire de naissance|cumpleaños|compleanno|aniversário natalício|verjaardag|levensjaar|urodzin\\p{L}{0,3}|rok życia|roku życia)`,
    0.85,
  ),
  age(
    '(?<!\\p{L})(?:nonagenári[oa]|centenári[oa] de idade|nonagenari[oa]|negentigjarige|honderdjarige|dziewięćdziesięcio\\p{L}{0,12}letni\\p{L}{0,4}|dziewięćdziesięciolat\\p{L}{1,4}|stulat(?:ek|k\\p{L}{1,3}))(?!\\p{L})',
    0.7,
  ),
]
