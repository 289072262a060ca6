import type { Pattern } from '../patterns/pattern.ts'
import { ofSomebody } from './age-of-thing.ts'
import {
  ABOUT,
  AND,
  CHILDREN,
  IS_NOW,
  REACHES,
  WHEN,
  AGE_OF_WHEN,
  AGE_UNITS,
  AGE_WORD,
  AT_THE_AGE_OF,
  DIED,
  FORECAST,
  HAS_YEARS,
  KIN,
  LASTS_BEFORE,
  LASTS_BEHIND,
  OLD_THINGS,
  PERSON,
  SHORT_YEARS,
  WHO,
  YEARS,
} from './age-words.ts'
import { BIRTHDAY } from './day-cues.ts'
import { END, IN_WORDS, judgeTold, judgeWithUnit, STOP, TOLD } from './told-age.ts'

const told = (source: string, confidence: number, flags = 'dgiu'): Pattern => ({
  type: 'age',
  expression: new RegExp(source, flags),
  confidence,
})

const BEGIN = '(?<![\\p{L}\\p{N}])'
const EDGE = '(?<![\\p{L}\\p{N}.,/:-])'

/** Limits are nobody's age: "aged 18 to 65". */
export const NO_RANGE = '(?!\\s?(?:[-–]|to|bis|à|a|al|tot|do)\\s?\\d)'

const NO_DECIMALS = '(?![.,/]\\d|\\s?[%–-])'

const NO_TERM = `(?!${LASTS_BEHIND})`

/** Ages that so few people have that they identify: of these the number and its unit tell enough. */
const OLD = '(?:9\\d|1[01]\\d)'

/** Two figures are seldom anything else beside the sign of a sex. */
const GROWN_UP = '[1-8]\\d'
const TWO_FIGURES = `(?:${OLD}|${GROWN_UP})`
const ANY = `(?:${OLD}|[1-8]?\\d)`

/** Not a round hundred, which is a way of speaking. */
const EXACT = `(?!100)${OLD}`

/** Between a person and the age: "a patient, frail, of 74"; none of the words that begin what the person has. */
const WORDS_BETWEEN =
  "(?:\\s(?:di|de|do|van) (?:sesso|sexo|sexe|geslacht) \\p{L}{4,10},?|(?:\\s(?!(?:with|of|for|on|in|mit|von|seit|con|di|da|per|com|de|há|por|met|van|sinds|op|voor|z|od|na|przez|under|above|over|unter|ab|sotto|oltre|onder|boven|poniżej|powyżej|do)\\s)[\\p{L}'’-]{2,20}){0,2})"

/** Between it and its age: "woman of", "signora di", "kobieta w wieku", or a comma. */
const HAS_AGE = `(?:,|\\s\\(|,?\\s(?:of|von|de|d[’']|di|sui|van|com|con|w wieku))\\s?${ABOUT}`

/** Of brothers and sisters: "children of 3, 5 and 7 years". */
const OTHER_AGES = '(?:\\d{1,2}(?:,|\\s(?:and|und|et|y|e|en|i))\\s){0,4}'

/** "Mitte siebzig", "begin 60": behind a person of whom it is said. */
const DECADE =
  '(?:[2-9]0|zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)'

/** Forms that say of every number before a unit that it is an age. */
const withUnits = (number: string, judge: NonNullable<Pattern['judge']> = () => ({})): readonly Pattern[] =>
  [
    ...[
      // Donna di 74 anni, mulher com 74 anos, vrouw van 74 jaar, mężczyzna w wieku 74 lat, Tochter, 7 Jahre
      told(
        `${BEGIN}${PERSON}${WORDS_BETWEEN}${HAS_AGE}${OTHER_AGES}(?<id>${number}\\s(?:${AGE_UNITS}|${SHORT_YEARS}))${END}${NO_TERM}`,
        0.85,
      ),
      // Ha 74 anni, tem 74 anos, ma 74 lata; not "di garanzia"
      told(
        `${BEGIN}${HAS_YEARS}\\s${WHEN}${ABOUT}(?<id>${number}\\s${YEARS})${END}${NO_TERM}(?!\\sdi\\s(?!vita|età))`,
        0.8,
      ),
      told(`${BEGIN}${HAS_YEARS}\\s${WHEN}${ABOUT}(?<id>${number}\\s${AGE_UNITS})${END}${STOP}`, 0.75),
    ].map((pattern) => ofSomebody({ ...pattern, judge })),
    // Morto a 74 anni, verstarb mit 74 Jahren
    told(
      `${BEGIN}${DIED},?\\s(?:at|mit|à|a|aos|a (?:los|sus)|op)\\s${ABOUT}(?<id>${number}\\s(?:${AGE_UNITS}|${SHORT_YEARS}))${END}`,
      0.85,
    ),
  ].map((pattern) => ({ judge, ...pattern }))

/** Forms that say so of every number. */
const alone = (number: string, judge: NonNullable<Pattern['judge']> = () => ({})): readonly Pattern[] =>
  [
    // Idade: 92, Alter 74, lft. 74
    told(
      `${BEGIN}${AGE_WORD}${AGE_OF_WHEN}\\s?[:=|]?\\s{0,4}(?<id>${number}(?:\\s?(?:${AGE_UNITS}|${SHORT_YEARS}|[ay]))?)${END}(?![.,]\\d|\\s?%|/\\d)${NO_RANGE}`,
      0.9,
    ),
    told(`${BEGIN}${AT_THE_AGE_OF}\\s${ABOUT}(?<id>${number}(?:\\s${AGE_UNITS})?)${END}${NO_RANGE}`, 0.9),
    // Zij is 74, sie ist jetzt 74 mit Demenz, she'll be 74 in May
    {
      ...told(`${BEGIN}${WHO}(?:['’]ll)?\\s${IS_NOW}(?<id>${number}(?:\\s${AGE_UNITS})?)${END}${NO_RANGE}`, 0.8),
      judge: judgeTold,
    },
  ].map((pattern) => ({ judge, ...pattern }))

/** How somebody's age is written in eight languages, whatever it is. */
export const AGES_BY_LANGUAGE: readonly Pattern[] = [
  ...withUnits(ANY),
  ...alone(ANY),
  ...withUnits(IN_WORDS, judgeWithUnit),
  ...alone(IN_WORDS, judgeTold),
  // 74 jaar oud, 74 anni di età, 6 maanden oude
  ofSomebody(
    told(
      `${EDGE}(?<!${LASTS_BEFORE}\\s?)${ANY}\\s(?:${AGE_UNITS}|${SHORT_YEARS})(?=\\s(?:old|of age|alt|oude?|d[i’']\\s?età|de idade|de edad|życia)${END}|,?\\s(?:male|female|männlich|weiblich|man|vrouw|maschio|femmina|sexo|mężczyzna|kobieta)${END})`,
      0.9,
    ),
  ),
  // 95-jarige, 74-letnia, 74enne
  told(
    `${EDGE}${ANY}\\s?[-–]?\\s?(?:jarige?|letni\\p{L}{0,4}|lat(?:ek|k\\p{L}{1,3}|ków)|enn[ei]|añer[oa])${END}(?!\\s${OLD_THINGS})`,
    0.9,
  ),
  // Vierenzeventigjarige, settantaquattrenne, siedemdziesięcioczteroletnia
  told(
    `${BEGIN}(?:(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd)jarige?|(?:ultra)?(?:vent|trent|quarant|cinquant|sessant|settant|ottant|novant|cent)\\p{L}{0,8}enn[ei]|(?:dwudziesto|trzydziesto|czterdziesto|pięćdziesięcio|sześćdziesięcio|siedemdziesięcio|osiemdziesięcio|dziewięćdziesięcio)\\p{L}{0,12}letni\\p{L}{0,4}|dziewięćdziesięciolat\\p{L}{1,4}|stulat(?:ek|k\\p{L}{1,3})|nonagenári[oa]|centenári[oa] de idade|nonagenari[oa])${END}(?!\\s${OLD_THINGS})`,
    0.7,
  ),
  // Her 95th birthday, 74. Geburtstag
  told(
    `${EDGE}${ANY}(?:st|nd|rd|th|\\.|[ºª°]|e|è?me|o)?\\s(?:${BIRTHDAY}|lebensjahr|levensjaar|rok życia|roku życia)`,
    0.85,
  ),
  // Aos 74 anos, à 74 ans, mit 74 Jahren; not "sopravvivenza a 10 anni"
  ofSomebody(
    told(
      `${BEGIN}(?<!${FORECAST}[^\\n.;]{0,30})(?:aos|a (?:los|sus)|à|a|mit|com)\\s(?<id>${TWO_FIGURES}\\s(?:Jahren|ans|años|anni|anos))${END}${NO_TERM}(?!\\s(?:d(?:a|al|alla|ai|al|o|os|as|es|u|al)|della?|dello)\\s|\\s?(?:[-–]|a|à)\\s?\\d)(?!\\s(?-i:\\p{Lu}))`,
      0.75,
    ),
  ),
  // 92 yrs, 97 años, 94 jaar
  ofSomebody(told(`${EDGE}(?<!${LASTS_BEFORE}\\s?)${EXACT}[\\s-]?${YEARS}\\.?${END}${NO_TERM}`, 0.85)),
  // Lat 94, anni 91; "anni 90" are the nineties
  told(`${BEGIN}(?:anni|lat|(?<=[,(]\\s?)l\\.)\\s(?!90|100)${OLD}${END}(?![.,/]\\d|-)`, 0.85),
  told(
    `${BEGIN}(?<!(?:na|do|od|okres|przez|minori di|kar[aęy]|negli|gli|degli|dagli|ciągu|pena di|condann\\p{L}{1,4} ad?)\\s)(?:anni|lat)\\s(?!\\d0)${GROWN_UP}${END}(?![.,/]\\d|-|\\s(?:di reclusione|e mesi))`,
    0.8,
  ),
  ...besideAPerson(),
  ...shortened(),
  ...besideASex(),
  ...inBrackets(OLD),
  ...inBrackets(GROWN_UP),
]

/** "Vogel, Ernst, 91 J., Fall", "Vrouw 74 jaar", "Tagliavini 90 aa", "a woman of 74", "Tochter (7)". */
function besideAPerson(): readonly Pattern[] {
  return [
    // Joules have no point
    told(
      `(?<!\\d)(?<=[,;|♀♂\\n]\\s{0,2}|(?<!\\p{L})${PERSON}\\s)(?<!(?:schock|biphas|joule|defib|shock)[^\\n]{0,30})(?:${OLD}\\s?(?:(?:J|j|a|l|jr)\\.|aa\\.?)|${GROWN_UP}\\s?(?:(?:J|j|jr)\\.|aa\\.))(?=[,;:)\\s]|$)`,
      0.8,
    ),
    told(
      `(?<!\\d)(?<=\\p{Lu}\\p{Ll}{2,20}\\s)(?!100)(?:${OLD}\\s?(?:aa|jr|jaar|J\\.|l\\.)|${GROWN_UP}\\s?(?:aa|jr|J\\.))(?=[\\s,;:)–-]|$)`,
      0.75,
      'dgu',
    ),
    told(
      `${BEGIN}${PERSON},?\\s(?<id>${TWO_FIGURES}\\s?(?:${YEARS}|${SHORT_YEARS}|a(?=[,;)]|$))|l\\.\\s${TWO_FIGURES}|aa\\.?\\s${TWO_FIGURES}|di aa\\.?\\s${TWO_FIGURES})(?![\\p{L}\\p{N}])${NO_TERM}`,
      0.8,
    ),
    told(
      `${BEGIN}(?:man|woman|lady|gentleman)\\sof\\s(?<id>${TWO_FIGURES})${END}${NO_DECIMALS}(?!\\s(?:stone|words|few|the)\\s)`,
      0.8,
    ),
    told(`${BEGIN}${PERSON}(?:,|\\sof|\\svan)\\s${ABOUT}(?<id>${TWO_FIGURES})${END}${NO_DECIMALS}${STOP}`, 0.75),
    told(`${BEGIN}${PERSON}\\s\\((?<id>${TWO_FIGURES})\\)`, 0.75),
    told(`${BEGIN}${KIN}(?:,\\s|\\s\\(|\\sof\\s)(?<id>\\d)${END}${NO_DECIMALS}(?=[,);]|\\.?$)`, 0.75),
    // Both sons (12 and 14), drei Kinder: 3, 6 und 9
    told(
      `${BEGIN}(?:${CHILDREN}|${KIN})(?:,|:|\\s\\(|\\s(?:of|von|de|di|van))\\s?(?<id>\\d{1,2})(?=(?:,\\s\\d{1,2}){0,4},?\\s${AND}\\s\\d{1,2}(?:\\s(?:${AGE_UNITS}))?\\s?(?:[.,;:)\\n](?!\\d)|$))`,
      0.75,
    ),
    // She died at 74, mit 83 verstorben, overleden op 77
    told(`${BEGIN}${DIED}\\s(?:at|mit|met|com|con|a)\\s(?<id>${TWO_FIGURES})${END}${STOP}`, 0.75),
    told(`${BEGIN}${DIED}\\sop\\s(?<id>3[2-9]|[4-9]\\d|1[01]\\d)${END}${STOP}`, 0.75),
    told(`${BEGIN}(?:mit|met)\\s(?<id>${TWO_FIGURES})\\s(?:verstorben|gestorben|overleden|gestorven)${END}`, 0.75),
    told(`${BEGIN}op (?:zijn|haar|mijn|hun)\\s(?<id>${TWO_FIGURES}(?:e|ste|de))${END}`, 0.8),
  ]
}

/** "cumplió 68 en mayo", "Mitte 70", "varón de 58a": told without its unit, or with a letter. */
function shortened(): readonly Pattern[] {
  return [
    told(`${BEGIN}${REACHES}\\s${WHEN}${ABOUT}(?<id>${TWO_FIGURES})${END}${NO_DECIMALS}${TOLD}`, 0.75),
    told(
      `(?<=(?:ist|war|is|was|von|van|,)\\s)(?:Anfang|Mitte|Ende|begin|midden|half|eind)\\s${DECADE}${END}(?!\\s?(?:mg|ml|g|%|€|Euro)(?!\\p{L}))`,
      0.8,
    ),
    told(
      `${BEGIN}${PERSON}(?:\\s(?:masc|fem|m[aä]nn|weibl)\\p{L}{0,7}\\.?)?(?:,|\\s(?:de|di|of|von|van|com))?\\s(?<id>${TWO_FIGURES}\\s?[aj])${END}`,
      0.8,
    ),
    told(`(?<![\\p{L}\\p{N}])(?<=^|[\\n,;:(|]\\s{0,2})[MFHVKmfhvk]\\s(?<id>${TWO_FIGURES}\\s?[aj])${END}`, 0.75, 'dgu'),
  ]
}

/** M/74, 74/F, "Savage 94F", "pt, 92 M"; not the temperature 99 F. */
function besideASex(): readonly Pattern[] {
  return [
    told(`(?<![\\p{L}\\p{N}/.-])[MFKWmf]\\s?/\\s?(?<id>${TWO_FIGURES})(?=[\\s,;:.)]|$)(?![.,]\\d)`, 0.8, 'dgu'),
    ofSomebody(told(`(?<![\\p{L}\\p{N}/.,:-])(?<id>${TWO_FIGURES})\\s?/\\s?[MFKW](?=[\\s,;:.)]|$)`, 0.8, 'dgu')),
    told(
      `(?<!\\d)(?<=^|\\n\\s{0,3})(?<id>${TWO_FIGURES}[MF])(?=[,;]|\\s(?:with|w/|c/o|pt|presents?|presenting|hx|h/o))`,
      0.8,
      'dgu',
    ),
    told(
      `(?<!\\d)(?<=^|\\n|[,;(]\\s?|\\p{Lu}\\p{L}+\\s)(?<!(?:(?<!\\p{L})(?:[Tt]|[Tt]emp|[Tt]emperature|[Tt][Mm]ax|[Ff]ever|[Ff]ebrile)(?!\\p{L})|°)[^\\n]{0,12})(?<id>${OLD}\\s?[FMfmWw])(?=[\\s,;.)]|$)(?!\\s?[-–/]?\\s?\\d)`,
      0.75,
      'dgu',
    ),
  ]
}

/** (102 a), (74 J.), (91, K), (94F); one of two figures with a letter that is a unit too, "(40 W)", is none. */
function inBrackets(number: string): readonly Pattern[] {
  const signs = number === OLD ? '[FMWK♀♂]' : '[FM♀♂]'
  return [
    ofSomebody(
      told(
        `\\(\\s?(?<id>(?:[FMWKfmwk♀♂],?\\s?)?${number}(?:\\s?(?:a|j|y|r)|\\s?(?:J|l|r|jr|yo)\\.|\\s?(?:yo|jr))(?:,?\\s?[FMWKfmwk♀♂])?|[FMWK♀♂],?\\s?${number}|[fmwk],\\s?${number}|${number}(?:,\\s?[FMWKfmwk♀♂]|\\s?${signs}))\\s?[),;]`,
        0.8,
        'dgu',
      ),
    ),
  ]
}
