import { wordNumbersIn } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'

type Spoken = ReturnType<typeof wordNumbersIn>[number]

/** Said among the digits of a number, and no digit that `text/` reads. */
const AMONG_DIGITS = new Set(['oh', 'zero', 'null', 'nul', 'zéro', 'cero', 'double', 'triple', 'doppel'])
/** A mark that is said between two digits: "acht null Punkt drei". */
const MARKS = new Set(
  'dot point dash hyphen slash stroke punkt komma strich bindestrich minus schrägstrich querstrich point tiret trait punto guion guión barra trattino sbarra ponto hífen traço punt streepje schuine kropka kreska myślnik łamane ukośnik'.split(
    ' ',
  ),
)
/** Letters as they are spelt: their names where these are no other words, and the spelling alphabets of English and German. */
const LETTERS = new Set(
  `kappa emme enne elle effe erre esse acca zeta ics ipsilon eme ene efe ele ese hache jota equis uve
  alpha bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu
  anton berta cäsar dora emil friedrich gustav heinrich ida julius kaufmann ludwig martha nordpol otto paula quelle richard samuel siegfried theodor ulrich viktor wilhelm xanthippe ypsilon zacharias zeppelin`.split(
    /\s+/,
  ),
)
/** "m", "0m" among spelt figures; the letters that are words by themselves are left out. */
const SINGLE = /^(?:[b-df-hj-npqrstvx]|\d[a-z]|[a-z]\d)$/iu
/** So many of the parts of a code that is spelt are digits. */
const FEWEST_DIGITS = 4
/** Who counts puts commas between; five digits in a row are a number. */
const SHORTEST = 5

/** Codes that somebody spelt, digit by digit and letter by letter: "vier sieben K acht null Punkt drei". */
export function findSpelledCodes({ text, words }: Reading): readonly IdentifierSpan[] {
  return digitRuns(words, wordNumbersIn(text))
}

function digitRuns(words: readonly Word[], numbers: readonly Spoken[]): readonly IdentifierSpan[] {
  const digits = new Set(numbers.flatMap(({ start, value, isOrdinal }) => (value <= 9 && !isOrdinal ? [start] : [])))
  const isDigit = ({ start, text }: Word) => digits.has(start) || AMONG_DIGITS.has(text.toLowerCase())
  const runs: Word[][] = []
  for (const word of words.filter((each) => isDigit(each) || isMark(each) || isLetter(each))) {
    const last = runs.at(-1)
    const isNext = last?.at(-1)?.end === word.start - 1 && /^[ -]$/.test(word.gap)
    if (isNext) last?.push(word)
    else runs.push([word])
  }
  return runs.flatMap((whole) => {
    const run = withoutMarksAround(whole)
    const [first, last] = [run[0], run.at(-1)]
    const said = run.filter((word) => !isMark(word))
    if (!first || !last || said.length < SHORTEST) return []
    if (said.filter(isDigit).length < (said.some(isLetter) ? FEWEST_DIGITS : SHORTEST)) return []
    return [{ start: first.start, end: last.end, type: 'phone' as const, by: 'pattern' as const, confidence: 0.85 }]
  })
}

function isMark({ text }: Word): boolean {
  return MARKS.has(text.toLowerCase())
}

function isLetter({ text }: Word): boolean {
  return LETTERS.has(text.toLowerCase()) || SINGLE.test(text)
}

/** A mark at the end is the point behind the sentence. */
function withoutMarksAround(run: readonly Word[]): readonly Word[] {
  const isSaid = (word: Word) => !isMark(word)
  return run.slice(Math.max(0, run.findIndex(isSaid)), run.findLastIndex(isSaid) + 1)
}
