import { abbreviationOf } from './abbreviations.ts'
import { isSmallWord, type Language, languageOf } from './languages.ts'
import { MONTH } from './calendar-words.ts'
import type { Span } from './spans.ts'
import { onceKnown } from './word-forms.ts'

export type Sentence = Span

/** Only how the rules of Unicode are asked for; they are the same for all languages. */
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' })
/** To the rules of Unicode every line feed ends a sentence; in a hard-wrapped paragraph it is only a space. */
const LINE_BREAKS = /[\r\n\u0085\u2028\u2029]/g
const LINE_BREAK = /[\r\n\u0085\u2028\u2029]/
/** Characters before and behind a full stop that decide about it. */
const NEAR = 60
const AHEAD = 40
const LAST_WORD =
  /(?<before>.{0,8}?)(?<word>[^\s"“„«‹(['‘](?:[^\s"“„«‹(['‘]*?[^\s"“„«‹(['‘.])??)(?<stops>\.+)["”’»›)\]]*$/u
const LABEL = /^[([]?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlc]{1,5})(?:[)\]]\.?|\.)$/iu
const SIGN = /^[§¶]+$/u
const INITIAL = /^\p{L}$/u
const ORDINAL = /^\d{1,2}$/
const MONTH_AHEAD = new RegExp(`^\\s*(?!(?:May|March|January|February|June|July|October|December)\\b)${MONTH}`, 'iu')
/** A letter with a stop is an initial. */
const NEXT_WORD = /^[\s"“„«‹(['‘*_]*(?!\p{Lu}[.’'),;:])(?<word>\p{Lu}[\p{L}\p{M}]*)/u
/** Behind a title: "Dr. med.", "Dr. rer. nat.", "Dr.-Ing.", "Dipl.-Kfm." */
const DEGREE = /(?<!\p{L})(?:Dres|Dr|Prof|Dipl|Mag|Priv)\.(?:-\p{Lu}?\p{Ll}{1,6}\.|\s\p{Ll}{1,6}\.)+$/u
/** "Roe ./. Doe", which the rules of Unicode may part behind either stop. */
const AGAINST = /(?:^|\s)\.(?:\/\.)?$/u
const AGAINST_AHEAD = /^\/\.\s/u
/** Small words that are names too, so that they say nothing of where a sentence begins: "J. Will". */
const NAMES = new Set([
  'will',
  'may',
  'man',
  'more',
  'van',
  'von',
  'de',
  'der',
  'den',
  'del',
  'la',
  'le',
  'di',
  'da',
  'do',
])

/** Sentences of a text as UTF-16 spans without surrounding white space, in order. Line breaks end a sentence. */
export function splitSentences(text: string): readonly Sentence[] {
  return sentencesOf(text, text)
}

/**
 * Ends of the sentences in `text` (offsets after the last character of each, before the white space that follows), the last being the
 * end of the text. Line feeds inside a paragraph end no sentence.
 */
export function sentenceEnds(text: string): readonly number[] {
  const ends = sentencesOf(text, text.replace(LINE_BREAKS, ' ')).map(({ end }) => end)
  const lastEnd = text.trimEnd().length
  return ends.at(-1) === lastEnd ? ends : [...ends, lastEnd]
}

/** Of the width around it; lines of a paragraph end where the next word would not fit. */
const FULL_LINE = 0.75
/** Lines before and behind one that show how wide lines are there. */
const LINES_AROUND = 4
/** A line of so many words may have been wrapped where one far longer one stands above it; a shorter one is a line of a head or a form. */
const WORDS_OF_A_HEAD = 8
const GOES_ON = /[,;:(/&–—-]$/u
const LAST_OF_LINE = /([\p{L}’']+)$/u

/**
 * The text with those line feeds as spaces that only wrap a line, of the same length. A short line that the next word would have fitted
 * was ended by its writer: "Mrs I. Roe, born 2 November 1958", and below it "Admitted 8 March 2026".
 */
export function unwrapped(text: string): string {
  const lines = text.split('\n')
  return lines
    .map((line, at) => {
      const next = lines[at + 1]
      if (next === undefined) return line
      const widths = lines.slice(Math.max(0, at - LINES_AROUND), at + 2 + LINES_AROUND).map(({ length }) => length)
      return line + (isEnded(line.trimEnd(), next.trim(), Math.max(...widths)) ? '\n' : ' ')
    })
    .join('')
}

function isEnded(line: string, next: string, width: number): boolean {
  const last = LAST_OF_LINE.exec(line)?.[1]?.toLowerCase() ?? ''
  if (/^\p{Ll}/u.test(next) || GOES_ON.test(line) || isSmallWord(last)) return false
  const [word = ''] = next.split(/\s/u)
  if (line.split(/\s+/u).length > WORDS_OF_A_HEAD && !/[\p{N},]/u.test(line)) return false
  return line.length + 1 + word.length <= FULL_LINE * width
}

/** `flow`: the text with those line breaks as spaces that end no sentence. */
function sentencesOf(text: string, flow: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  const lastEnd = flow.trimEnd().length
  const language = onceKnown(() => languageOf(flow))
  let open: number | null = null
  for (const { segment, index } of SEGMENTER.segment(flow)) {
    const start: number = open ?? index
    const end = index + segment.length
    open = start
    if (end < lastEnd && !isEnd({ text, flow, start, end, language })) continue
    open = null
    const sentence = trimmed(text, start, end)
    if (sentence) sentences.push(sentence)
  }
  return sentences
}

type Place = Span & { readonly text: string; readonly flow: string; readonly language: () => Language | null }

function isEnd({ text, flow, start, end, language }: Place): boolean {
  const before = text.slice(Math.max(start, end - NEAR), end)
  const written = before.trimEnd()
  const behind = flow.slice(end - before.length + written.length, end + AHEAD)
  const line = written.slice(written.lastIndexOf('\n') + 1).trimStart()
  if (isLabel(line)) return false
  if (AGAINST.test(written) && (written.endsWith('/.') || AGAINST_AHEAD.test(behind))) return false
  const isLineEnd = LINE_BREAK.test(flow.slice(end - 1, end))
  return endsSentence(line, behind, language) || (isLineEnd && !needsMore(line, language))
}

/** Whether a text is the label of an item or a clause, which stands before its text: "12.", "(a)", "B." */
export function isLabel(text: string): boolean {
  return LABEL.test(text)
}

/** At the end of a line only "art." and the like go on in the next. */
function needsMore(line: string, language: () => Language | null): boolean {
  return abbreviationOf(lastWordOf(line).word, { before: '', behind: ' 1', language }) === 'before'
}

/**
 * Whether a sentence ends where a text ends that has its full stop, with `behind` after it. A question or exclamation mark always ends
 * one; after an initial or an abbreviation that may end one, the next word decides: "in the U.S. The court", "U.S. Supreme Court".
 * Ordinals have a stop before a month in every language ("3. Mai"), and in German before any noun ("der 2. Senat").
 */
export function endsSentence(
  written: string,
  behind: string,
  language: () => Language | null = () => languageOf(written),
): boolean {
  const { before, word, stops } = lastWordOf(written)
  if (word === '' || stops > 1) return true
  if (ORDINAL.test(word)) return !MONTH_AHEAD.test(behind) && !(isNoun(behind) && language() === 'de')
  const kind = abbreviationOf(word, { before, behind, language }) ?? (isOfName(word, written) ? 'either' : null)
  if (kind === 'last') return NEXT_WORD.test(behind)
  if (kind === 'either') return beginsSentence(behind)
  return kind === null && !SIGN.test(word)
}

function lastWordOf(text: string): { readonly before: string; readonly word: string; readonly stops: number } {
  const { before = '', word = '', stops = '' } = LAST_WORD.exec(text.slice(-NEAR))?.groups ?? {}
  return { before, word, stops: stops.length }
}

function isOfName(word: string, written: string): boolean {
  return INITIAL.test(word) || DEGREE.test(written.slice(-NEAR))
}

/** Whether what follows begins with a small word that has a capital. */
function beginsSentence(behind: string): boolean {
  const word = NEXT_WORD.exec(behind)?.groups?.word?.toLowerCase()
  return word !== undefined && !NAMES.has(word) && isSmallWord(word)
}

function isNoun(behind: string): boolean {
  return NEXT_WORD.test(behind) && !beginsSentence(behind)
}

function trimmed(text: string, start: number, end: number): Sentence | null {
  const piece = text.slice(start, end)
  const from = start + piece.length - piece.trimStart().length
  const to = end - (piece.length - piece.trimEnd().length)
  return from < to ? { start: from, end: to } : null
}
