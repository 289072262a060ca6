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
const NOT = /n't$/
/** What stands before or behind a figure and belongs to it. */
const SIGNS_BEFORE = new Set('< > ≤ ≥ ± = ≠ + - / ^ × $ € £ ¥'.split(' '))
const SIGNS_BEHIND = new Set('% ‰ ^ / × - °'.split(' '))
const FIGURE = /^\.?\d/
/** In the middle of a number or of a word: "1,500", "mg/kg", "non-smoker", "5mg". */
const INSIDE_BEFORE = /[\p{L}\p{N}](?:[-‐-―−/.,^⁻])?$|[-−.⁻]$/u
const INSIDE_BEHIND = /^(?:[-‐-―−/.,^]?[\p{L}\p{N}]|[⁰¹²³⁴-⁹⁻])/u
/** A new line is a new sentence only where one begins. */
const SENTENCE_STOP = /[.!?]["”’)\]]*\s+["“(]?(?=\p{Lu}|\d)|;|\n\s*\n|\n\s*(?=[\p{Lu}\d(•*|-])/u
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
    return words.slice(from, to).some(({ text }) => isTurning(text))
  const left = source.slice(sentenceOf(next, source), next.start)
  return /\p{L}/u.test(left) || isConditional(words, from, source)
}

const isTurning = (word: string) => TURNING.has(word) || NOT.test(word)

/** Says that words turn the sentence that they stand in, such as those around a quote. */
export function saysNo(words: readonly QuoteWord[]): boolean {
  return words.some(({ text }) => isTurning(text) || text === 'false' || text === 'untrue')
}

/** Whether words stand behind a "not" of their clause, or behind a condition, a "that" or the like of their sentence, or with it. */
export function isTurnedBefore(words: readonly QuoteWord[], from: number, source: string): boolean {
  const [first] = words.slice(from)
  if (!first) return false
  const sentence = sentenceOf(first, source)
  const before = words.slice(0, from).filter((word) => word.start >= sentence)
  if (before.length > 0 && HEADS.has(first.text)) return true
  const written = source.slice(sentence, first.start + first.text.length)
  const begun = [...written.matchAll(NEXT_CLAUSE)].at(-1)?.index ?? -1
  const clause = sentence + Math.max(begun, source.slice(sentence, first.start).lastIndexOf(':')) + 1
  return before.some(
    ({ text, start }) =>
      CONDITIONS.has(text) || HEADS.has(text) || (start >= clause && (isTurning(text) || DISOWNING.has(text))),
  )
}

/** Whether a condition follows in the rest of the sentence. */
export function isConditional(words: readonly QuoteWord[], to: number, source: string): boolean {
  const [last, behind] = [words[to - 1], words[to]]
  if (!last || !behind) return false
  const rest = source.slice(last.start)
  const end = SENTENCE_STOP.exec(rest)?.index ?? rest.length
  const left = rest.slice(last.end - last.start, Math.max(end, last.end - last.start))
  if (CONDITION_BEHIND.test(left.replaceAll(/\s+/g, ' '))) return true
  // "Whether or not" behind is no condition.
  const isCondition = behind.text !== 'whether' && (CONDITIONS.has(behind.text) || behind.text === 'only')
  return isCondition && behind.start < last.start + end
}

/** Where the sentence of a word begins. */
function sentenceOf({ start }: QuoteWord, source: string): number {
  return endsOf(source.slice(0, start + 1)).at(-1) ?? 0
}

/** Where sentences of a text end, behind the space after each. */
function endsOf(text: string): readonly number[] {
  return [...text.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length)
}
