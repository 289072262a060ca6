import type { QuoteWord } from './quote-words.ts'

const NEGATING =
  'not no nor never neither none nothing nobody nowhere cannot without hardly only unable refuse refused refuses deny denied denies fail failed fails'
const CONDITIONAL = 'if unless until except excluding save whether provided subject'
const TURNING = new Set(`${NEGATING} ${CONDITIONAL}`.split(' '))
const CONDITIONS = new Set(CONDITIONAL.split(' '))
const NOT = /n't$/
/** What stands before or behind a figure and belongs to it. */
const SIGNS_BEFORE = new Set('< > ≤ ≥ ± = ≠ + - / ^ × $ € £ ¥'.split(' '))
const SIGNS_BEHIND = new Set('% ‰ ^ / × - °'.split(' '))
const FIGURE = /^\.?\d/
/** In the middle of a number or of a word: "1,500", "mg/kg", "non-smoker", "5mg". */
const INSIDE_BEFORE = /[\p{L}\p{N}](?:[-‐-―−/.,^⁻])?$|[-−.⁻]$/u
const INSIDE_BEHIND = /^(?:[-‐-―−/.,^]?[\p{L}\p{N}]|[⁰¹²³⁴-⁹⁻])/u
/** A new line is a new sentence only where one begins. */
const SENTENCE_END = /[.!?]["”’)\]]*\s+["“(]?(?=\p{Lu}|\d)|;|\n\s*\n|\n\s*(?=[\p{Lu}\d(•*|-])/gu

/**
 * Whether words were cut out of a source so that they say something else: out of a number or a word, behind a "not" of their clause or a
 * condition of their sentence, or in front of a condition. `from` and `to` (exclusive) count the words of the source.
 */
export function isCut(words: readonly QuoteWord[], from: number, to: number, source: string): boolean {
  return isSplit(words, from, to, source) || isTurnedBefore(words, from, source) || isConditional(words, to, source)
}

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

/** Whether words that are left out between two parts of one sentence turn it. */
export function leavesOutTurn(words: readonly QuoteWord[], from: number, to: number, source: string): boolean {
  const [before, next] = [words[from - 1], words[to]]
  if (!before || !next || endsOf(source.slice(before.start, next.end)).length > 0) return false
  return words.slice(from, to).some(({ text }) => isTurning(text))
}

const isTurning = (word: string) => TURNING.has(word) || NOT.test(word)

/** Says that words turn the sentence that they stand in, such as those around a quote. */
export function saysNo(words: readonly QuoteWord[]): boolean {
  return words.some(({ text }) => isTurning(text) || text === 'false' || text === 'untrue')
}

function isTurnedBefore(words: readonly QuoteWord[], from: number, source: string): boolean {
  const start = words[from]?.start ?? 0
  const sentence = endsOf(source.slice(0, start + 1)).at(-1) ?? 0
  const before = words.slice(0, from).filter((word) => word.start >= sentence)
  const clause = sentence + Math.max(...[',', ':'].map((mark) => source.slice(sentence, start).lastIndexOf(mark))) + 1
  return before.some((word) => CONDITIONS.has(word.text) || (word.start >= clause && isTurning(word.text)))
}

/** A condition that follows at once. */
function isConditional(words: readonly QuoteWord[], to: number, source: string): boolean {
  const [last, behind] = [words[to - 1], words[to]]
  // "Whether or not" behind is no condition.
  const isCondition = behind && behind.text !== 'whether' && (CONDITIONS.has(behind.text) || behind.text === 'only')
  if (!last || !isCondition) return false
  return endsOf(source.slice(last.start, behind.end)).length === 0
}

/** Where sentences of a text end, behind the space after each. */
function endsOf(text: string): readonly number[] {
  return [...text.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length)
}
