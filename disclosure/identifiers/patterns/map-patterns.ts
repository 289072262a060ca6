import type { Pattern } from './pattern.ts'

const DEGREES = String.raw`\d{1,3}\s?°\s?\d{1,2}\s?[′'’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?\s?(?:[″"”]|['’]{2})\s?)?`
const EDGE = String.raw`(?<![\p{L}\p{N}.,])`

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
      String.raw`${EDGE}[-−]?\d{1,2}\.\d{4,8}\s?°?\s?[NS]?\s?[,;/ ]\s?[-−]?\d{1,3}\.\d{4,8}(?:\s?°)?(?:\s?[EWO](?!\p{L}))?(?!\p{N}|\.\p{N})`,
      'dgu',
    ),
    confidence: 0.92,
    judge: (found) => (isOnlySmall(found) ? null : {}),
  },
  // 42,4817; -8,8651
  {
    type: 'address',
    expression: new RegExp(
      String.raw`${EDGE}[-−]?\d{1,2},\d{4,8}\s?°?\s?[NS]?\s?[;/]\s?[-−]?\d{1,3},\d{4,8}(?:\s?°)?(?:\s?[EWO](?!\p{L}))?(?!\p{N}|,\p{N})`,
      'dgu',
    ),
    confidence: 0.9,
    judge: (found) => (isOnlySmall(found.replaceAll(',', '.')) ? null : {}),
  },
  {
    type: 'address',
    expression: new RegExp(String.raw`${EDGE}${DEGREES}[NS]\s?[,;/]?\s?${DEGREES}[EWO](?!\p{L})`, 'dgu'),
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
