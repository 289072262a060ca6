import type { Pattern } from './pattern.ts'

const DIGITS =
  'oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins?|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|doppel|zéro|une?|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|due|tre|quattro|cinque|sei|sette|otto|nove|dois|duas|três|quatro|sete|oito|nul|een|twee|drie|vijf|zes|zeven|negen|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć'
const TENS = 'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty'
const ONES = 'one|two|three|four|five|six|seven|eight|nine'

/** Numbers that somebody dictated, and years in words. */
export const SPOKEN_PATTERNS: readonly Pattern[] = [
  // Who counts puts commas between; six digits in a row are a number.
  {
    type: 'phone',
    expression: new RegExp(`(?<!\\p{L})(?:${DIGITS})(?:[ -](?:${DIGITS})){5,19}(?!\\p{L})`, 'dgiu'),
    confidence: 0.85,
  },
  {
    type: 'date',
    expression: new RegExp(
      `(?<!\\p{L})(?:eighteen|nineteen|twenty)[ -](?:oh[ -](?:${ONES})|(?:${TENS})(?:[ -](?:${ONES}))?)(?!\\p{L})`,
      'dgiu',
    ),
    confidence: 0.7,
  },
  {
    type: 'date',
    expression:
      /(?<!\p{L})(?:(?:acht|neun)zehnhundert\p{Ll}{3,24}|zweitausend\p{Ll}{3,24}|mille neuf cents?(?:[ -]\p{L}{2,8}){1,5}|deux mille(?:[ -]\p{L}{2,8}){1,3}|mil novecientos(?: \p{L}{2,10}){1,4}|millenovecento\p{Ll}{3,20}|duemila\p{Ll}{3,20}|mil novecentos(?: e? ?\p{L}{2,10}){1,4}|negentienhonderd\p{Ll}{3,20}|tweeduizend\p{Ll}{3,20})(?!\p{L})/dgiu,
    confidence: 0.7,
  },
  // A day without its year, behind what says that it is one: blood pressures and fractions have no such word.
  {
    type: 'date',
    expression:
      /(?<!\p{L})(?:on|since|from|until|till|am|vom|bis|seit|ab|le|du|depuis|el|del|desde|il|dal|dei|em|desde|op|sinds|vanaf|dnia|od)\s(?<id>(?:[0-2]?\d|3[01])(?:\/(?:0[1-9]|1[0-2])|\.(?:0?[1-9]|1[0-2])\.))(?![\p{N}/%]| ?(?:mg|ml|mmHg|kg|g|L)\b)/dgiu,
    confidence: 0.75,
  },
]

/** Held by one person in a place at a time: with the place it is a name. */
const ALONE =
  'fire chief|police chief|chief of police|postmaster|postmistress|mayor(?:ess)?|vicar|parish priest|rector|sheriff|coroner|lighthouse keeper|harbou?r ?master|head ?(?:teacher|master|mistress)|station ?master|bürgermeister(?:in)?|feuerwehrhauptmann|wehrführer(?:in)?|pfarrer(?:in)?|posthalter(?:in)?|schulleiter(?:in)?|maire|curé|alcaldesa?|alcalde|párroco|sindac[oa]|parroco|presidente da câmara|pároco|burgemeester|pastoor|burmistrz|wójt|proboszcz'

export const ALONE_IN_PLACE: Pattern = {
  type: 'occupation',
  expression: new RegExp(
    `(?<!\\p{L})(?<id>${ALONE})(?= (?:of|in|at|von|in|zu|de|du|d’|di|da|do|van|te|w)(?: (?:the|der|la|le|el|il|o|a))? ?\\p{L})`,
    'dgiu',
  ),
  confidence: 0.7,
}
