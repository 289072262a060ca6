import { hasCondition, isCondition, isHead } from '../../text/conditions.ts'
import { isDisowning, isHedging, isQueried, isReporting } from '../../text/hedges.ts'
import { type Language, languageOf } from '../../text/languages.ts'
import { ANSWERED_NO, isNearNegation, isNegation, isRefusal } from '../../text/negation.ts'
import { endsSentence, isLabel } from '../../text/sentences.ts'
import type { QuoteWord } from './quote-words.ts'

/** A comma begins a new clause before these; else it may close what is put in: "did not, as he says, sign". */
const NEXT_CLAUSE = /,\s+(?:and|but|so|yet|while|whereas)\b/gi
/** What a form says of the words before it. */
const ANSWERED = new RegExp(`^["”’)\\]]*\\s*[:=–—(|-]\\s*(?:${ANSWERED_NO})(?![\\p{L}\\d]|-\\p{L})`, 'iu')
/** A form that has it on the next line. */
const NO_BELOW = /^[^\S\n]*\n\s*(?:no|nil|none|negative)\.?[ \t]*(?:\n|$)/i
/** "…, the plaintiff claimed." */
const WORDS_OF_WHO_SAYS_SO = 5
/** The end of a question, and no "?" that puts what follows in doubt. */
const ASKED = /[^\s(]["”’)\]]*\s?\?(?=["”’)\]]*(?:\s|$))/
/**
 * "The mother of the patient has diabetes" says nothing of the patient. In English alone: "de" and "di" join most nouns of their languages.
 */
const OF_BEFORE = /(?<!\p{L})of(?:\s+(?:the|an?|his|her|its|their|our|your|this|that|these|those))?\s+["“(]*$/iu
/** What stands before or behind a figure and belongs to it. */
const SIGNS_BEFORE = new Set('< > ≤ ≥ ± = ≠ + - / ^ × $ € £ ¥'.split(' '))
const SIGNS_BEHIND = new Set('% ‰ ^ / × - °'.split(' '))
const FIGURE = /^\.?\d/
/** In the middle of a number or of a word: "1,500", "mg/kg", "non-smoker", "5mg". */
const INSIDE_BEFORE = /[\p{L}\p{N}](?:[-‐-―−/.,^⁻])?$|[-−.⁻]$/u
const INSIDE_BEHIND = /^(?:[-‐-―−/.,^]?[\p{L}\p{N}]|[⁰¹²³⁴-⁹⁻])/u
/** A new line is a new sentence only where one begins. */
const SENTENCE_STOP =
  /(?:[.!]|(?<=[^ \t\n(:])\?)["”’)\]]*\s+["“(]?(?=\p{Lu}|\d|\?\s?\p{L})|;|\n\s*\n|\n\s*(?=[\p{Lu}\d(•*|-])/gu

/** Whether words begin or end in the middle of a number with its signs, or of a word. */
export function isSplit(words: readonly QuoteWord[], from: number, to: number, source: string): boolean {
  const [first, last] = [words[from], words[to - 1]]
  if (!first || !last) return false
  const [before, behind] = [words[from - 1], words[to]]
  if (INSIDE_BEFORE.test(source.slice(Math.max(0, first.start - 2), first.start))) return true
  if (INSIDE_BEHIND.test(source.slice(last.end, last.end + 2))) return true
  if (FIGURE.test(first.text) && before && SIGNS_BEFORE.has(before.text)) return true
  return FIGURE.test(last.text) && behind !== undefined && SIGNS_BEHIND.has(behind.text)
}

/**
 * Whether what is left out between two parts of a quote turns one of them: a "not" within one sentence; over several, a condition at
 * the end of the first, or a beginning of the last, which says of whom it speaks.
 */
export function leavesOutTurn(words: readonly QuoteWord[], from: number, to: number, source: string): boolean {
  const [before, next] = [words[from - 1], words[to]]
  if (!before || !next) return false
  if (endsOf(source.slice(before.start, next.end)).length === 0)
    return words
      .slice(from, to)
      .some(({ text }) => isTurning(text, () => languageOf(source)) || isReporting(text) || isHedging(text))
  const left = source.slice(sentenceOf(next, source), next.start)
  return /\p{L}/u.test(left) || isTurnedBehind(words, from, source, false)
}

type Spoken = () => Language | null

function isTurning(word: string, language: Spoken): boolean {
  const isDenied = isNegation(word, language) || isNearNegation(word) || isRefusal(word)
  return isDenied || word === 'only' || isCondition(word, language)
}

/** Says that words turn the sentence that they stand in, such as those around a quote. */
export function saysNo(words: readonly QuoteWord[]): boolean {
  const language = () => languageOf(words.map(({ text }) => text).join(' '))
  return words.some(({ text }) => isTurning(text, language) || text === 'false' || text === 'untrue')
}

/**
 * Whether words stand behind a "not" of their clause, or behind a condition, a "that" or the like of their sentence, or with it;
 * behind what says that somebody claims or suspects them, or as that of which something is: "the mother of". Words that have their
 * "?" before them with them say that themselves.
 */
export function isTurnedBefore(
  words: readonly QuoteWord[],
  from: number,
  source: string,
  isQueriedItself: boolean,
): boolean {
  const [first] = words.slice(from)
  if (!first) return false
  const sentence = sentenceOf(first, source)
  const before = words.slice(0, from).filter((word) => word.start >= sentence)
  const language = () => languageOf(source)
  if (before.length > 0 && isHead(first.text, language)) return true
  const left = source.slice(sentence, first.start)
  if (OF_BEFORE.test(left)) return true
  const written = source.slice(sentence, first.start + first.text.length)
  const begun = [...written.matchAll(NEXT_CLAUSE)].at(-1)?.index ?? -1
  if (!isQueriedItself && isQueried(left.slice(begun + 1))) return true
  const clause = sentence + Math.max(begun, left.lastIndexOf(':')) + 1
  return before.some(
    ({ text, start }) =>
      isCondition(text, language) ||
      isHead(text, language) ||
      isReporting(text) ||
      (start > sentence + begun && isHedging(text)) ||
      (start >= clause && (isTurning(text, language) || isDisowning(text))),
  )
}

/**
 * Whether a condition follows in the rest of the sentence, a "no" that answers it, or the mark that makes a question of it, where
 * it is quoted as none.
 */
export function isTurnedBehind(words: readonly QuoteWord[], to: number, source: string, isQuestion: boolean): boolean {
  const [last, behind] = [words[to - 1], words[to]]
  if (!last) return false
  const rest = source.slice(last.start)
  const length = last.end - last.start
  const { stop = '', at: end = rest.length } = stopsOf(rest).next().value ?? {}
  const left = rest.slice(length, Math.max(end, length))
  if (isAnsweredNo(rest.slice(length))) return true
  if (!isQuestion && ASKED.test(rest.slice(length - 1, end + stop.length))) return true
  const plain = left.replaceAll(/\s+/g, ' ')
  if (hasCondition(plain) || saysWho(plain)) return true
  return behind !== undefined && behind.start < last.start + end && isConditionAtOnce(behind.text)
}

function isAnsweredNo(behind: string): boolean {
  return ANSWERED.test(behind) || NO_BELOW.test(behind)
}

function saysWho(left: string): boolean {
  if (!/^["”’]*, /.test(left)) return false
  const words = left.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  return words.length <= WORDS_OF_WHO_SAYS_SO && words.some(isReporting)
}

/** "Whether or not" behind is no condition. */
function isConditionAtOnce(word: string): boolean {
  return word !== 'whether' && (isCondition(word) || word === 'only')
}

/** Where the sentence of a word begins. */
function sentenceOf({ start }: QuoteWord, source: string): number {
  return endsOf(source.slice(0, start + 1)).at(-1) ?? 0
}

/** Where sentences of a text end, behind the space after each. */
function endsOf(text: string): readonly number[] {
  return [...stopsOf(text)].map(({ at, stop }) => at + stop.length)
}

type Stop = { readonly at: number; readonly stop: string }

/** A label begins what follows as well: "…; and b. The tenant". */
function* stopsOf(text: string): Generator<Stop, undefined> {
  let from = 0
  for (const { index: at, 0: stop } of text.matchAll(SENTENCE_STOP)) {
    const written = text.slice(from, at + 1).trim()
    const line = written.slice(written.lastIndexOf('\n') + 1).trim()
    if (stop.startsWith('.') && !isLabel(line) && !endsSentence(line, text.slice(at + 1))) continue
    yield { at, stop }
    from = at + stop.length
  }
}
