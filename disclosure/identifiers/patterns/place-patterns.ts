import { inAnyCase } from './any-case.ts'
import type { Pattern } from './pattern.ts'

const EDGE = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'

/** Boxes, barracks and postal codes: addresses that no street begins. */
export const PLACE_PATTERNS: readonly Pattern[] = [
  {
    type: 'address',
    expression: new RegExp(
      `${EDGE}(?:P\\.?\\s?O\\.?\\s?Box|Post(?:al)? ?box|Post office box|Postfach|Boîte postale|B\\.?P\\.|Apartado(?: de correos)?|Apdo\\.?|Casilla|Locked bag|PMB)\\s?[:#.]?\\s?(?:n[°º.]?\\s?)?\\d[\\d -]{0,9}${END}`,
      'dgiu',
    ),
    confidence: 0.95,
  },
  // Mail to soldiers and ships of the United States.
  {
    type: 'address',
    expression: new RegExp(
      `${EDGE}(?:(?:PSC|CMR|Unit)\\s\\d{1,6},?\\s(?:Box|PSC)\\s\\d{1,6}|US(?:N[SV]|S|CG[CV])\\s[\\p{L}'’-]{2,30})(?:,?\\s{1,4}(?:APO|FPO|DPO)\\s(?:AA|AE|AP)(?:\\s\\d{5}(?:-\\d{4})?)?)?${END}`,
      'dgiu',
    ),
    confidence: 0.95,
  },
  {
    type: 'address',
    expression: new RegExp(`${EDGE}(?:APO|FPO|DPO),?\\s(?:AA|AE|AP)\\s\\d{5}(?:-\\d{4})?${END}`, 'dgu'),
    confidence: 0.95,
  },
  {
    type: 'postcode',
    expression: new RegExp(
      `${EDGE}(?:zip ?codes?|zip|post ?codes?|postal codes?|PLZ|Postleitzahl|code postal|código postal|C\\.?P\\.)(?:\\s(?:is|was|are|ist|est|es|of|number))?\\s{0,2}[:#]?\\s{0,2}(?<id>[\\p{L}\\p{N}]{2,8}(?:[ -](?=[\\p{L}]{0,3}\\d)[\\p{L}\\p{N}]{2,4})?)${END}`,
      'dgiu',
    ),
    confidence: 0.9,
    judge: (found) => (/\d/.test(found) ? {} : null),
  },
  // The United Kingdom, Canada; Poland; a US code of nine.
  {
    type: 'postcode',
    expression: new RegExp(
      `${EDGE}(?:GIR ?0AA|[A-PR-UWYZ](?:[A-HK-Y]?\\d{1,2}|\\d[A-HJKPSTUW]|[A-HK-Y]\\d[ABEHMNPRV-Y]) ?\\d[ABD-HJLNP-UW-Z]{2})${END}`,
      'dgu',
    ),
    confidence: 0.85,
  },
  {
    type: 'postcode',
    expression: new RegExp(`${EDGE}[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d${END}`, 'dgu'),
    confidence: 0.85,
  },
  // Ireland.
  {
    type: 'postcode',
    expression:
      /(?<![\p{L}\p{N}])(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?=[0-9A-Z]{0,3}[0-9])(?=[0-9A-Z]{0,3}[A-Z])[0-9AC-FHKNPRTV-Y]{4}(?![\p{L}\p{N}])/dgu,
    confidence: 0.75,
  },
  { type: 'postcode', expression: /(?<![\p{L}\p{N}.,-])\d{2}-\d{3}(?=[ \u00a0]\p{Lu}[\p{L}-]{2})/dgu, confidence: 0.6 },
  { type: 'postcode', expression: /(?<![\p{L}\p{N}.,-])\d{5}-\d{4}(?![\p{L}\p{N}-]|[.,]\d)/dgu, confidence: 0.7 },
  // 69115 Heidelberg, D-80331 München, 28013 Madrid: a code of five and a city behind it.
  {
    type: 'postcode',
    expression: /(?<![\p{L}\p{N}.,-])(?:[A-Z]{1,2}-)?\d{4,5}(?= \p{Lu}\p{Ll}{2,}(?:,|\n|\.|$| \p{Lu}))/dgu,
    confidence: 0.6,
    judge: (found) => (/^(?:1[89]|20)\d{2}$/.test(found) ? null : {}),
  },
]

/** Held by one person in a place at a time: with the place it is a name. */
const ALONE =
  'fire chief|police chief|chief of police|postmaster|postmistress|mayor(?:ess)?|vicar|parish priest|rector|sheriff|coroner|lighthouse keeper|harbou?r ?master|head ?(?:teacher|master|mistress)|station ?master|bürgermeister(?:in)?|feuerwehrhauptmann|wehrführer(?:in)?|pfarrer(?:in)?|posthalter(?:in)?|schulleiter(?:in)?|maire|curé|alcaldesa?|alcalde|párroco|sindac[oa]|parroco|presidente da câmara|pároco|burgemeester|pastoor|burmistrz|wójt|proboszcz'

const ALONE_IN_PLACE: Pattern = {
  type: 'occupation',
  expression: new RegExp(
    `(?<!\\p{L})(?<id>${inAnyCase(ALONE)})(?= (?:of|in|at|von|zu|de|du|d’|di|da|do|van|te|w)(?: (?:the|der|la|le|el|il|o|a))? ?\\p{Lu})`,
    'dgu',
  ),
  confidence: 0.7,
}

/** What somebody does for a living, where the text says that it says so. */
export const OCCUPATION_PATTERNS: readonly Pattern[] = [
  ALONE_IN_PLACE,
  {
    type: 'occupation',
    expression:
      /(?<![\p{L}]|\bthe )(?:work(?:s|ed|ing)?|employ(?:ed|ment)|job|career|serv(?:es|ed|ing)|appointed|hired|retired|trained)\s(?:[^.;:\n]{1,60}\s)?as\s(?:an?\s|the\s)?(?<id>[\p{L}][\p{L}'’/&-]{2,20}(?:\s[\p{L}][\p{L}'’/&-]{1,20}){0,4}?)(?=[,.;:!?\n)]|\s(?:at|for|with|in|but|and|since|until|from|by|who|when)\s|$)/dgiu,
    confidence: 0.6,
  },
  {
    type: 'occupation',
    expression:
      /(?<![\p{L}])(?:Occupation|Profession|Job title|Job|Position|Employment|Beruf|Tätigkeit|Profesión|Ocupación|Métier)\s?:\s{0,3}(?<id>[\p{L}][^\n:;]{2,80})/dgu,
    confidence: 0.7,
    judge: (found) =>
      /^(?:none|n\/?a|unknown|newborn|not |no |retired$|unemployed|student$|-)/iu.test(found.trim()) ? null : {},
  },
  // Under a name and over a phone number, as letters are signed.
  {
    type: 'occupation',
    expression:
      /(?<=(?:^|\n)[^\n:\d]{3,50}\n\n?)(?<id>\p{L}[^\n:\d]{2,60})(?=\n\n?(?:personal info|contact|phone|tel|telephone|telefon|mobile|fax|e-?mail|web ?site|address|desk)\b)/dgiu,
    confidence: 0.5,
  },
  // "Marie Langrová, the Packager, said"
  {
    type: 'occupation',
    expression:
      /(?<=\p{Lu}[\p{Ll}\p{M}'’-]{1,30}, the )(?<id>\p{L}[\p{L}'’-]{2,20}(?:[ -][\p{L}'’-]{2,20}){0,4})(?=,)/dgu,
    confidence: 0.5,
  },
]

const DEGREES = String.raw`\d{1,3}\s?°\s?\d{1,2}\s?[′'’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?\s?(?:[″"”]|['’]{2})\s?)?`
const MAP_EDGE = String.raw`(?<![\p{L}\p{N}.,])`

/** Coefficients and probabilities: nobody lives where both are below 1. */
function isOnlySmall(found: string): boolean {
  return !/[°NSEWO]/.test(found) && (found.match(/\d+\.\d+/g) ?? []).every((number) => Number(number) < 1)
}

/** Places as maps name them. They say where somebody lives, to the door. */
export const MAP_PATTERNS: readonly Pattern[] = [
  // Four decimals are eleven metres; laboratory values have fewer.
  {
    type: 'address',
    expression: new RegExp(
      String.raw`${MAP_EDGE}[-−]?\d{1,2}\.\d{4,8}\s?°?\s?[NS]?\s?[,;/ ]\s?[-−]?\d{1,3}\.\d{4,8}(?:\s?°)?(?:\s?[EWO](?!\p{L}))?(?!\p{N}|\.\p{N})`,
      'dgu',
    ),
    confidence: 0.92,
    judge: (found) => (isOnlySmall(found) ? null : {}),
  },
  // 42,4817; -8,8651
  {
    type: 'address',
    expression: new RegExp(
      String.raw`${MAP_EDGE}[-−]?\d{1,2},\d{4,8}\s?°?\s?[NS]?\s?[;/]\s?[-−]?\d{1,3},\d{4,8}(?:\s?°)?(?:\s?[EWO](?!\p{L}))?(?!\p{N}|,\p{N})`,
      'dgu',
    ),
    confidence: 0.9,
    judge: (found) => (isOnlySmall(found.replaceAll(',', '.')) ? null : {}),
  },
  {
    type: 'address',
    expression: new RegExp(String.raw`${MAP_EDGE}${DEGREES}[NS]\s?[,;/]?\s?${DEGREES}[EWO](?!\p{L})`, 'dgu'),
    confidence: 0.95,
  },
  // N42.4817 W8.8651
  {
    type: 'address',
    expression: /(?<![\p{L}\p{N}])[NS]\s?\d{1,2}[.,]\d{3,8}\s?°?\s?[,;/]?\s?[EWO]\s?\d{1,3}[.,]\d{3,8}(?!\p{N})/dgu,
    confidence: 0.9,
  },
  // Behind their label fewer decimals are enough.
  {
    type: 'address',
    expression:
      /(?<!\p{L})(?:gps|coord(?:s|\.|inates?|enadas|onnées|inate)?|coördinaten|koordinaten|współrzędne)(?!\p{L})[^\p{L}\p{N}-]{0,6}(?<id>[-−]?\d{1,2}[.,]\d{2,8}\s?°?\s?[NS]?\s?[,;/ ]\s?[-−]?\d{1,3}[.,]\d{2,8}\s?°?\s?[EWO]?(?!\p{L}))/dgiu,
    confidence: 0.9,
  },
  // N 52° 13.567 E 21° 00.123
  {
    type: 'address',
    expression: new RegExp(
      String.raw`(?<![\p{L}\p{N}])[NS]\s?\d{1,2}\s?°\s?\d{1,2}[.,]\d{1,5}\s?[′'’]?\s?[,;/]?\s?[EWO]\s?\d{1,3}\s?°\s?\d{1,2}[.,]\d{1,5}\s?[′'’]?`,
      'dgu',
    ),
    confidence: 0.95,
  },
  // Open location codes ("plus codes"): 20 letters and digits, and a plus before the last.
  {
    type: 'address',
    expression:
      /(?<![\p{L}\p{N}])(?=[A-Z0-9+]{0,9}\d)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\p{N}])/dgu,
    confidence: 0.9,
  },
  // The British national grid, behind its label.
  {
    type: 'address',
    expression:
      /(?<![\p{L}\p{N}])(?:grid ref(?:erence)?|OS ref(?:erence)?|NGR)\s?:?\s?(?<id>[A-HJ-Z]{2}\s?\d{2,5}\s?\d{2,5})(?!\p{N})/dgiu,
    confidence: 0.9,
  },
  // Three words for a square of three metres.
  {
    type: 'address',
    needs: /\/{3}/,
    expression: /\/{3}\p{L}{2,24}\.\p{L}{2,24}\.\p{L}{2,24}(?![\p{L}.])/dgu,
    confidence: 0.95,
  },
]
