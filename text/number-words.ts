import { LANGUAGES, type Language, languageOf } from './languages.ts'
import { foldWord } from './normalise.ts'
import { JOINS, type Piece, PIECES, TOGETHER, UNSURE } from './number-word-tables.ts'
import type { Span } from './spans.ts'

/** A number written in words, with where it stands. */
export type WordNumber = Span & { readonly value: number; readonly isOrdinal: boolean; readonly language: Language }

type Word = Span & { readonly key: string }
type Run = WordNumber & { readonly isUnsure: boolean; readonly words: number }

const THOUSAND_INSIDE = /(?<=.)(?:tausend|duizend|mila)|(?:tausend|duizend|mila|mille)(?=.)/
const SHORTEST_THOUSAND = 'duemila'.length
const ARTICLES = new Set(['a', 'an'])

/** The numbers in words of a text, "six" and "one hundred and twenty thousand", "einundzwanzig", with their values; no "first". */
export function numberWordsIn(text: string): readonly WordNumber[] {
  const runs = wordNumbersIn(text).filter(({ isOrdinal, value }) => !isOrdinal && value !== 1)
  if (runs.every(({ isUnsure }) => !isUnsure)) return runs
  const spoken = languageOf(text)
  return runs.filter(({ isUnsure, language }) => !isUnsure || spoken === language)
}

/** Whether a word in small letters is a number or a part of one, in any of the languages or in this; "third" is none. */
export function isNumberWord(word: string, language?: Language): boolean {
  return isPiece(word, language, false)
}

export function isOrdinalWord(word: string, language: Language): boolean {
  return isPiece(word, language, true)
}

function isPiece(word: string, language: Language | undefined, isOrdinal: boolean): boolean {
  const pieces = [...(PIECES.get(foldWord(word)) ?? [])]
  return pieces.some(([of, piece]) => (language === undefined || of === language) && piece.isOrdinal === isOrdinal)
}

/** Those too that may be other words, and "one" and "third": for who looks at what stands beside them; of these languages. */
export function wordNumbersIn(text: string, among: readonly Language[] = LANGUAGES): readonly Run[] {
  const words = [...text.matchAll(/\p{L}+/gu)].map(
    ({ 0: word, index }): Word => ({ key: foldWord(word), start: index, end: index + word.length }),
  )
  const runs: Run[] = []
  for (let at = 0; at < words.length; ) {
    const longest = mayBegin(words[at]?.key ?? '') ? runAt(words, at, text, among) : null
    if (longest) runs.push(longest)
    at += longest?.words ?? 1
  }
  return runs
}

/** Asked of every word of a text, so it must be quick. */
function mayBegin(key: string): boolean {
  return PIECES.has(key) || ARTICLES.has(key) || (key.length >= SHORTEST_THOUSAND && THOUSAND_INSIDE.test(key))
}

/** The longest number that begins at a word; of two equally long the English one. */
function runAt(words: readonly Word[], at: number, text: string, among: readonly Language[]): Run | null {
  const word = words[at]
  const before = text.slice(Math.max(0, (word?.start ?? 0) - 2), word?.start)
  if (!word || /\p{N}$/u.test(before)) return null
  const isArticle = ARTICLES.has(word.key)
  const from = isArticle ? at + 1 : at
  // Of "5 mil" the number is the figure.
  const isBehindFigure = /\p{N}\s$/u.test(before)
  const runs = [...piecesOf(words[from]?.key ?? '')]
    .filter(([language, piece]) => among.includes(language) && begins(piece, language, isArticle, isBehindFigure))
    .map(([language]) => readRun({ words, at, from, language, text }))
  return runs.reduce<Run | null>((longest, run) => (longest && longest.end >= run.end ? longest : run), null)
}

/** "Hundred" and "million" begin no number by themselves, but "a hundred", "hundert" and "mille" do. */
function begins({ kind, value }: Piece, language: Language, isArticle: boolean, isBehindFigure: boolean): boolean {
  if (isArticle) return language === 'en' && kind !== 'part'
  return kind === 'part' || (language !== 'en' && value <= 1000 && !isBehindFigure)
}

type Reading = {
  readonly words: readonly Word[]
  readonly at: number
  readonly from: number
  readonly language: Language
  readonly text: string
}

function readRun({ words, at, from, language, text }: Reading): Run {
  const sum = { all: 0, group: 0, room: Infinity, scale: Infinity, isOrdinal: false }
  let [end, isUnsure] = [from, true]
  for (let next = from; ; ) {
    const word = words[next] as Word
    const piece = pieceOf(word.key, language)
    if (!piece || !isAdded(sum, piece, language)) break
    end = next + 1
    isUnsure &&= UNSURE.get(language)?.has(word.key) === true
    const behind = nextOf({ words, at: end, language, text }, sum)
    if (behind === null) break
    next = behind
  }
  const [first, last] = [words[at] as Word, words[end - 1] as Word]
  return {
    value: sum.all + sum.group,
    isOrdinal: sum.isOrdinal,
    language,
    isUnsure,
    words: end - at,
    start: first.start,
    end: last.end,
  }
}

type Sum = { all: number; group: number; room: number; scale: number; isOrdinal: boolean }

/** Adds a piece where it can follow: "twenty" before "one", and not the other way about. */
function isAdded(sum: Sum, { value, kind, isOrdinal }: Piece, language: Language): boolean {
  // Quatre-vingts.
  const isFourscore = language === 'fr' && value === 20 && sum.group % 100 === 4 && sum.room === 0
  if (isFourscore) Object.assign(sum, { group: sum.group + 76, room: 20 })
  else if (kind === 'part') {
    if (value >= sum.room) return false
    Object.assign(sum, { group: sum.group + value, room: roomBehind(value, language) })
  } else if (kind === 'hundred') {
    if (sum.group >= 100) return false
    Object.assign(sum, { group: Math.max(1, sum.group) * 100, room: 100 })
  } else {
    if (sum.group >= 1000 || value >= sum.scale) return false
    const all = sum.all + Math.max(1, sum.group) * value
    Object.assign(sum, { all, group: 0, scale: value, room: value })
  }
  sum.isOrdinal ||= isOrdinal
  return true
}

/** What may be added to a number must be below this: one to nine to thirty, in French up to nineteen to sixty, and seven to ten. */
function roomBehind(value: number, language: Language): number {
  if (value % 1000 === 0) return 1000
  if (value % 100 === 0) return 100
  if (value === 10 && language === 'fr') return 10
  if (value < 20 || value % 10 > 0) return 0
  return language === 'fr' && value === 60 ? 20 : 10
}

/** The place of the next word of the number, behind a space, a hyphen, an "and". */
function nextOf({ words, at, language, text }: Omit<Reading, 'from'>, { room }: Sum): number | null {
  const between = (place: number) => text.slice(words[place - 1]?.end, words[place]?.start)
  const isNear = (place: number) => /^(?:[\s-]|, )$/.test(between(place)) && (between(place) !== ', ' || room > 100)
  if (!words[at] || !isNear(at)) return null
  if (!JOINS.get(language)?.has(words[at].key)) return at
  const isBehindTens = language === 'fr' || language === 'es'
  const mayJoin = language === 'pt' || (isBehindTens ? room <= 20 : room >= 100)
  return mayJoin && words[at + 1] && isNear(at + 1) ? at + 1 : null
}

function pieceOf(key: string, language: Language): Piece | undefined {
  return PIECES.get(key)?.get(language) ?? withThousand(key, language)
}

function piecesOf(key: string): Iterable<readonly [Language, Piece]> {
  const known = PIECES.get(key)
  if (known || !THOUSAND_INSIDE.test(key)) return known ?? []
  return [...TOGETHER].flatMap((language) => {
    const piece = withThousand(key, language)
    return piece ? [[language, piece] as const] : []
  })
}

/** "Zweitausendneunzehn", "tweeduizend", "millenovecento". */
function withThousand(key: string, language: Language): Piece | undefined {
  const [thousand] = TOGETHER.has(language) ? (THOUSAND_INSIDE.exec(key) ?? []) : []
  if (thousand === undefined) return undefined
  const [before = '', behind = ''] = key.split(thousand)
  const partOf = (word: string, none: number) => (word === '' ? none : PIECES.get(word)?.get(language)?.value)
  const [times, rest] = [partOf(before, 1), partOf(behind, 0)]
  if (times === undefined || rest === undefined || times >= 1000 || rest >= 1000) return undefined
  return { value: times * 1000 + rest, kind: 'part', isOrdinal: false }
}
