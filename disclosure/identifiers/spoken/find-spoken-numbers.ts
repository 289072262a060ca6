import { type WordNumber, wordNumbersIn } from '../../../text/number-words.ts'
import type { IdentifierSpan } from '../identifier.ts'
import type { Reading } from '../tokens/read-words.ts'
import type { Word } from '../tokens/word-at.ts'
import { findSpokenAddresses } from './find-spoken-addresses.ts'
import { findSpokenDates } from './find-spoken-dates.ts'

/** Ages that so few people have that they identify. A round hundred is a way of speaking. */
const OLDEST = { from: 90, to: 119, round: 100 }
const YEARS =
  /^[ -](?:years?(?: old)?|yrs?|jahren?(?: alt)?|jahre(?: alt)?|ans|años|anni|anos|jaar(?: oud)?|lat|lata)(?!\p{L})(?! (?:ago|later|fa|dopo|atrás|später|geleden|temu|de prison|di reclusione|więzienia))/iu
const NO_AGE_BEFORE =
  /(?<!\p{L})(?:over|than|for|über|seit|vor|plus de|depuis|pendant|il y a|más de|hace|oltre|più di|da|mais de|há|boven|dan|sinds|ponad|powyżej|przez|od) $/iu
const NEAR = 24

/** What somebody dictated: telephone numbers, days and years in words, and addresses of mail. */
export function findSpokenNumbers(text: string): readonly IdentifierSpan[] {
  const numbers = wordNumbersIn(text)
  return [
    ...findSpokenPhones(text, numbers),
    ...findSpokenDates(text, numbers),
    ...findSpokenAges(text, numbers),
    ...findLabelledNumbers(text, numbers),
    ...findSpokenAddresses(text),
  ]
}

/** Behind these a large number is one of a file or a card. */
const LABEL =
  /(?<!\p{L})(?:numbers?|nummer|numéro|número|numero|numer|dossier|akte|aktenzeichen|fallnummer|cartella|pratica|expediente|processo|sprawa|zaak) (?:is |ist |est |es |è |é )?$/iu
const LARGE = 1_000

/** "dossier numéro quatre cent douze mille sept". */
function findLabelledNumbers(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers.flatMap(({ value, start, end }) => {
    if (value < LARGE || !LABEL.test(text.slice(Math.max(0, start - NEAR), start))) return []
    return [{ start, end, type: 'id' as const, by: 'pattern' as const, confidence: 0.8 }]
  })
}

/** "Novantasei anni", "zweiundneunzig Jahre alt". */
function findSpokenAges(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  return numbers.flatMap(({ value, isOrdinal, start, end }) => {
    if (isOrdinal || value < OLDEST.from || value > OLDEST.to || value === OLDEST.round) return []
    const years = YEARS.exec(text.slice(end, end + NEAR))?.[0]
    if (years === undefined || NO_AGE_BEFORE.test(text.slice(Math.max(0, start - NEAR), start))) return []
    return [{ start, end: end + years.length, type: 'age' as const, by: 'pattern' as const, confidence: 0.8 }]
  })
}

/** Said among the digits of a number, and no number that `text/` reads; "meia" is the Brazilian six. */
const AMONG_DIGITS =
  /(?<![\p{L}\p{N}])(?:oh|zero|null|nul|zéro|cero|double|triple|doppel|doble|doppio|dobro|dubbel|meia)(?![\p{L}\p{N}])/giu
const BESIDE = /^(?:[ -]|, | [-–] )$/

/** The fewest numbers and digits of a telephone number that is said by pairs or by hundreds; of digits alone, the fewest of these. */
const FEWEST = { numbers: 3, digits: 7, alone: 6 }
const LONGEST = 16

type Said = { readonly start: number; readonly end: number; readonly value: number; readonly digits: number }

/** Numbers that somebody dictated: digit by digit, by pairs ("zéro six quatre-vingt-deux quinze"), or by hundreds. */
function findSpokenPhones(text: string, numbers: readonly WordNumber[]): readonly IdentifierSpan[] {
  const said = [...numbers.filter(({ isOrdinal }) => !isOrdinal).map(asSaid), ...amongDigits(text, numbers)]
  const runs: Said[][] = []
  for (const one of said.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last && before && BESIDE.test(text.slice(before.end, one.start))) last.push(one)
    else runs.push([one])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last || !isNumber(text, run)) return []
    return [{ start: first.start, end: last.end, type: 'phone' as const, by: 'pattern' as const, confidence: 0.85 }]
  })
}

function asSaid({ start, end, value }: WordNumber): Said {
  return { start, end, value, digits: String(value).length }
}

function amongDigits(text: string, numbers: readonly WordNumber[]): readonly Said[] {
  const starts = new Set(numbers.map(({ start }) => start))
  return [...text.matchAll(AMONG_DIGITS)].flatMap(({ 0: word, index }) =>
    starts.has(index) ? [] : [{ start: index, end: index + word.length, value: 0, digits: 1 }],
  )
}

/** Who counts puts commas between, and goes on upwards. */
function isNumber(text: string, run: readonly Said[]): boolean {
  const digits = run.reduce((sum, one) => sum + one.digits, 0)
  if (digits > LONGEST) return false
  const hasComma = run.some((one, at) => at > 0 && text.slice(run[at - 1]?.end, one.start) === ', ')
  if (hasComma && run.every((one, at) => at === 0 || one.value > (run[at - 1]?.value ?? 0))) return false
  if (run.every((one) => one.digits === 1)) return run.length >= FEWEST.alone && (!hasComma || digits > FEWEST.digits)
  return run.length >= FEWEST.numbers && digits >= FEWEST.digits + (hasComma ? 1 : 0)
}

type Spoken = ReturnType<typeof wordNumbersIn>[number]

/** Said among the digits of a number, and no digit that `text/` reads. */
const SAID_IN_CODE = new Set(['oh', 'zero', 'null', 'nul', 'zéro', 'cero', 'double', 'triple', 'doppel'])

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
  const isDigit = ({ start, text }: Word) => digits.has(start) || SAID_IN_CODE.has(text.toLowerCase())
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
