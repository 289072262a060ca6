import { isHedging, isQueried, isReporting } from '../../text/hedges.ts'
import type { QuoteWord } from './quote-words.ts'

const NEGATING =
  'not no nor never neither none nothing nobody nowhere cannot without hardly only unable refuse refused refuses deny denied denies fail failed fails'
const CONDITIONAL = 'if unless until except excluding save whether provided subject'
const TURNING = new Set(`${NEGATING} ${CONDITIONAL}`.split(' '))
const CONDITIONS = new Set(CONDITIONAL.split(' '))
/** What somebody says, doubts or rejects, or what holds in some case only, stands behind such a word. */
const HEADS = new Set('that dass daß que whether when whenever where wherever assuming supposing'.split(' '))
/** What a clause says without "not" of what follows. */
const DISOWNING = new Set(
  'untrue false doubt doubts doubted dispute disputes disputed alleged alleges allegedly rejected rejects'.split(' '),
)
/** A comma begins a new clause before these; else it may close what is put in: "did not, as he says, sign". */
const NEXT_CLAUSE = /,\s+(?:and|but|so|yet|while|whereas)\b/gi
/** Conditions wherever they follow in a sentence; "if any" and "even if" are none. */
const CONDITION_BEHIND =
  /\b(?:(?<!\b(?:even|as) )if(?! any\b)|unless|until|except|excluding|save (?:for|that|where|as|in)|provided,? (?:always,? )?that|subject to|only (?:if|when|where|with|after)|(?:so|as) long as|on condition|in the event|to the extent)\b/i
/** "With the landlord's prior consent": what may be done only so far as somebody allows it. */
const CONSENT_BEHIND =
  /\b(?:with(?:out)?|(?:up)?on|pending) (?:[^\s,;.]+ ){0,4}(?:consent|approval|permission|authori[sz]ation)\b/i
/** What a form says of the words before it. */
const ANSWERED_NO =
  /^["”’)\]]*\s*[:=–—(|-]\s*(?:not?|none|nil|n|never|neg(?:ative)?|den(?:ied|ies)|false|untrue|absent|excluded|ruled out|unlikely|unknown|unconfirmed)(?![\p{L}\d])/iu
/** A form that has it on the next line. */
const NO_BELOW = /^\s*\n\s*(?:no|nil|none|negative)\.?[ \t]*(?:\n|$)/i
/** "…, the plaintiff claimed." */
const WORDS_OF_WHO_SAYS_SO = 5
/** The end of a question, and no "?" that puts what follows in doubt. */
const ASKED = /[^\s(]["”’)\]]*\s?\?(?=["”’)\]]*(?:\s|$))/
/** "The mother of the patient has diabetes" says nothing of the patient. */
const OF_BEFORE = /(?<!\p{L})of(?:\s+(?:the|an?|his|her|its|their|our|your|this|that|these|those))?\s+["“(]*$/iu
const NOT = /n't$/
/** What stands before or behind a figure and belongs to it. */
const SIGNS_BEFORE = new Set('< > ≤ ≥ ± = ≠ + - / ^ × $ € £ ¥'.split(' '))
const SIGNS_BEHIND = new Set('% ‰ ^ / × - °'.split(' '))
const FIGURE = /^\.?\d/
/** In the middle of a number or of a word: "1,500", "mg/kg", "non-smoker", "5mg". */
const INSIDE_BEFORE = /[\p{L}\p{N}](?:[-‐-―−/.,^⁻])?$|[-−.⁻]$/u
const INSIDE_BEHIND = /^(?:[-‐-―−/.,^]?[\p{L}\p{N}]|[⁰¹²³⁴-⁹⁻])/u
/** A new line is a new sentence only where one begins. */
const SENTENCE_STOP =
  /(?:(?<!\b(?:Mr|Mrs|Ms|Dr|Prof))[.!]|(?<=[^ \t\n(:])\?)["”’)\]]*\s+["“(]?(?=\p{Lu}|\d|\?\s?\p{L})|;|\n\s*\n|\n\s*(?=[\p{Lu}\d(•*|-])/u
const SENTENCE_END = new RegExp(SENTENCE_STOP, 'gu')

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
    return words.slice(from, to).some(({ text }) => isTurning(text) || isReporting(text) || isHedging(text))
  const left = source.slice(sentenceOf(next, source), next.start)
  return /\p{L}/u.test(left) || isTurnedBehind(words, from, source, false)
}

const isTurning = (word: string) => TURNING.has(word) || NOT.test(word)

/** Says that words turn the sentence that they stand in, such as those around a quote. */
export function saysNo(words: readonly QuoteWord[]): boolean {
  return words.some(({ text }) => isTurning(text) || text === 'false' || text === 'untrue')
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
  if (before.length > 0 && HEADS.has(first.text)) return true
  const left = source.slice(sentence, first.start)
  if (OF_BEFORE.test(left)) return true
  const written = source.slice(sentence, first.start + first.text.length)
  const begun = [...written.matchAll(NEXT_CLAUSE)].at(-1)?.index ?? -1
  if (!isQueriedItself && isQueried(left.slice(begun + 1))) return true
  const clause = sentence + Math.max(begun, left.lastIndexOf(':')) + 1
  return before.some(
    ({ text, start }) =>
      CONDITIONS.has(text) ||
      HEADS.has(text) ||
      isReporting(text) ||
      (start > sentence + begun && isHedging(text)) ||
      (start >= clause && (isTurning(text) || DISOWNING.has(text))),
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
  const { 0: stop = '', index: end = rest.length } = SENTENCE_STOP.exec(rest) ?? {}
  const left = rest.slice(length, Math.max(end, length))
  if (isAnsweredNo(rest.slice(length))) return true
  if (!isQuestion && ASKED.test(rest.slice(length - 1, end + stop.length))) return true
  const plain = left.replaceAll(/\s+/g, ' ')
  if ([CONDITION_BEHIND, CONSENT_BEHIND].some((pattern) => pattern.test(plain)) || saysWho(plain)) return true
  return behind !== undefined && behind.start < last.start + end && isConditionAtOnce(behind.text)
}

function isAnsweredNo(behind: string): boolean {
  return ANSWERED_NO.test(behind) || NO_BELOW.test(behind)
}

function saysWho(left: string): boolean {
  if (!/^["”’]*, /.test(left)) return false
  const words = left.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  return words.length <= WORDS_OF_WHO_SAYS_SO && words.some(isReporting)
}

/** "Whether or not" behind is no condition. */
function isConditionAtOnce(word: string): boolean {
  return word !== 'whether' && (CONDITIONS.has(word) || word === 'only')
}

/** Where the sentence of a word begins. */
function sentenceOf({ start }: QuoteWord, source: string): number {
  return endsOf(source.slice(0, start + 1)).at(-1) ?? 0
}

/** Where sentences of a text end, behind the space after each. */
function endsOf(text: string): readonly number[] {
  return [...text.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length)
}
