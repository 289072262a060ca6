import { WEEKDAY_BESIDE_DATE } from '../../../text/calendar-words.ts'
import type { Span } from '../../../text/spans.ts'
import { createPatternFinder } from '../patterns/pattern-finder.ts'

const NUMBER = '(?:0?[1-9]|[12]\\d|3[01])'
/** The sentence or its part ends here, or goes on with what follows a day. */
const END =
  '(?=\\s?(?:[,;?!)\\n]|\\.(?!\\d)|$)|\\s(?:instead|at|and|or|if|because|around|morning|afternoon|evening|um|statt|oder|vormittags|nachmittags|au matin|matin|après-midi|vers|ou|plut[oô]t|en vez|en lugar|por la|a las|o|em vez|às|de manhã|à tarde|invece|alle|mattina|ipv|in plaats|om|komen|of|zamiast|albo|lub|rano|po południu)(?!\\p{L}))'
/** "The fifth day", not of the month: a number of days counted. */
const NOT_COUNTED =
  '(?!\\s(?:de (?:ingreso|internamento|tratamiento|vida|hospital|evoluci)|post|p[óo]s|pre\\p{L}|p\\.?\\s?o(?!\\p{L})|d\\.?p\\.?|doby?|dobie|roku|tyg))'

/** A day of the month alone, without a month: whoever knows when the text was written knows the day. */
const LONE_DAYS: readonly string[] = [
  `(?:on|by|from|until|till|since|before|after) the ${NUMBER}(?:st|nd|rd|th)${END}`,
  `(?:am|vom|zum|bis zum|ab dem|seit dem) (?:${NUMBER}\\.(?=\\s(?:kommen|statt|oder|um))|(?:Ersten|Zweiten|Dritten|Vierten|Fünften|Sechsten|Siebten|Achten|Neunten|Zehnten|Elften|Zwölften|Dreizehnten|Vierzehnten|Fünfzehnten|Zwanzigsten|Dreißigsten))${END}`,
  // "Verso le 14" is a time in Italian.
  `(?<!(?:verso|per|dopo|entro|prima del)\\s)(?:le|du|au|dès le|depuis le|avant le|après le) ${NUMBER}${END}`,
  `(?:(?:el|del|al)\\s)?día ${NUMBER}(?!\\d|[/.,-]\\d| de )${NOT_COUNTED}`,
  `(?:el|del) ${NUMBER}(?=\\?|\\s(?:en vez|en lugar|a las|por la)(?!\\p{L}))`,
  `(?:(?:o|do|ao|no)\\s)?dia ${NUMBER}(?!\\d|[/.,-]\\d| de )${NOT_COUNTED}`,
  `(?:il|dal|al|del) ${NUMBER}(?=\\?|\\s(?:invece|alle|mattina|pomeriggio)(?!\\p{L}))`,
  `(?:de|op de|tot de|vanaf de) (?:${NUMBER}(?:e|ste|de)|(?:tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde)(?=\\?))${END}`,
  `${NUMBER}-?(?:go|ego|tego)(?!\\p{L})${NOT_COUNTED}`,
  // "bis 26." at the end of a line, "am Dritten kommen"
  `(?:bis|ab|seit|zum|am) ${NUMBER}\\.(?=\\s?(?:\\n|$))`,
  `am (?-i:Ersten|Zweiten|Dritten|Vierten|Fünften|Sechsten|Siebten|Achten|Neunten|Zehnten|Elften|Zwölften|Zwanzigsten)(?=\\s(?-i:\\p{Ll}))`,
  // "dal 4 al 9", "vom 4. bis 9.", "van 4 tot 9"
  `(?:(?:dal|del|du) ${NUMBER} (?:al|au)|vom ${NUMBER}\\. bis(?: zum)?|van ${NUMBER} tot|od ${NUMBER} do) ${NUMBER}\\.?${END}`,
  // "dim 17", "Di 9."
  `(?!(?-i:\\p{Lu}{2}))${WEEKDAY_BESIDE_DATE}\\.? ${NUMBER}\\.?(?=\\s?(?:[,;)\\n–—-]|$))`,
]

const find = createPatternFinder(
  LONE_DAYS.map((source) => ({
    type: 'date',
    expression: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?!\\p{N})`, 'dgiu'),
    confidence: 0,
  })),
)

/** "On the 9th", "dia 9", "9-go": doubtful, for a house, a page and a round are numbered so too. */
export function findLoneDays(text: string): readonly Span[] {
  return find(text)
}
