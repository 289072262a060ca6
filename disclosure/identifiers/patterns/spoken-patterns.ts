import { inAnyCase } from './identity-numbers.ts'
import type { Pattern } from './pattern.ts'

const DIGITS =
  'oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|null|eins?|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|doppel|zéro|une?|deux|trois|quatre|cinq|sept|huit|neuf|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|due|tre|quattro|cinque|sei|sette|otto|nove|dois|duas|três|quatro|sete|oito|nul|een|twee|drie|vijf|zes|zeven|negen|jeden|dwa|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć'
const TENS = 'ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty'
const ONES = 'one|two|three|four|five|six|seven|eight|nine'

const ROMANCE = {
  french:
    'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|et',
  spanish:
    'uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci\\p{L}{3,6}|veint[ei]\\p{L}{0,7}|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|y',
  italian:
    'uno?|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|vent[io]?|trent[ao]?|quarant[ao]?|cinquant[ao]?|sessant[ao]?|settant[ao]?|ottant[ao]?|novant[ao]?',
  portuguese:
    'um|dois|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|catorze|quinze|dez[ae]ss?\\p{L}{3,5}|dezoito|dez[ae]nove|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|e',
}
const GERMAN = 'eins?|zwei|drei|vier|fünf|sechs?|sieb(?:en)?|acht|neun|zehn|elf|zwölf|zwan|zig|ßig|und'
const DUTCH = 'een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|der|veer|twin|tach|tig|en|ën'

/** Years in words, by language: nothing but numbers behind the century. */
const YEARS = {
  german: `(?:(?:acht|neun)zehnhundert|zweitausend)(?:${GERMAN}){1,6}`,
  french: `(?:mille neuf cents?|deux mille)(?:[ -](?:${ROMANCE.french})){1,5}`,
  spanish: `(?:mil novecientos|dos mil)(?: (?:${ROMANCE.spanish})){1,4}`,
  italian: `(?:millenovecento|duemila)(?:${ROMANCE.italian}){1,3}`,
  portuguese: `(?:mil novecentos|dois mil)(?: (?:${ROMANCE.portuguese})){1,5}`,
  dutch: `(?:negentienhonderd|tweeduizend)(?:${DUTCH}){1,5}`,
}
const MONEY = '(?:[ -]\\p{L}{1,9}){0,3} (?:euros?|dollars?|dólares|pounds?|francs?|franken|reais|z[łl]|€|\\$|£)'

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
    expression: new RegExp(`(?<!\\p{L})(?:${Object.values(YEARS).join('|')})(?!\\p{L})(?!${MONEY})`, 'dgiu'),
    confidence: 0.7,
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

/** Held by one person in a place at a time: with the place it is a name. */
const ALONE =
  'fire chief|police chief|chief of police|postmaster|postmistress|mayor(?:ess)?|vicar|parish priest|rector|sheriff|coroner|lighthouse keeper|harbou?r ?master|head ?(?:teacher|master|mistress)|station ?master|bürgermeister(?:in)?|feuerwehrhauptmann|wehrführer(?:in)?|pfarrer(?:in)?|posthalter(?:in)?|schulleiter(?:in)?|maire|curé|alcaldesa?|alcalde|párroco|sindac[oa]|parroco|presidente da câmara|pároco|burgemeester|pastoor|burmistrz|wójt|proboszcz'

export const ALONE_IN_PLACE: Pattern = {
  type: 'occupation',
  expression: new RegExp(
    `(?<!\\p{L})(?<id>${inAnyCase(ALONE)})(?= (?:of|in|at|von|zu|de|du|d’|di|da|do|van|te|w)(?: (?:the|der|la|le|el|il|o|a))? ?\\p{Lu})`,
    'dgu',
  ),
  confidence: 0.7,
}
