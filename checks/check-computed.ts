import { absentFacts } from './absent-facts.ts'
import { contentWords } from './content-words.ts'
import { findExactQuote } from './find-exact-quote.ts'

/** What a rule concluded, as text: the conclusion first, then a line for each step of its proof. */
export type ComputedText = {
  readonly text: string
  /** False: the conclusion is open, so that only its own words say so rightly. */
  readonly isSettled: boolean
}

export type ComputedCheck = {
  readonly isComputed: boolean
  /** Numbers, dates and names of the sentence that the conclusion and its proof do not hold. */
  readonly absent: readonly string[]
}

const NEGATIONS =
  /\b(?:no|not|none|never|nothing|nobody|neither|nor|without|cannot|fails?|lacks?|absent|contraindicated|barred|(?:do|does|did|is|are|was|were|has|have|had|can|could|may|might|must|need|shall|should|will|would)n['’]t|can['’]t|won['’]t|shan['’]t)\b/gi
/** So much of a sentence must be in the words of the conclusion or of the question. */
const SHARED_WORDS = 0.5

/**
 * Whether a sentence says what rules computed. It must take every number and date from the conclusions and their proofs, the
 * question's own not counting ("Is it 20 June?"), deny what they deny and nothing else, and speak mostly in their words.
 */
export function checkComputed(sentence: string, computed: readonly ComputedText[], question: string): ComputedCheck {
  const texts = computed.map(({ text }) => text)
  const absent = [
    ...new Set([...absentFacts(sentence, texts, question), ...numbersOnlyAsked(sentence, texts, question)]),
  ]
  if (absent.length > 0) return { isComputed: false, absent }
  const isComputed = computed.some(
    ({ text, isSettled }) =>
      findExactQuote(sentence, text) !== null ||
      (isSettled &&
        speaksOf(sentence, text, question) &&
        negations(sentence) === negations(nearestLine(sentence, text))),
  )
  return { isComputed, absent }
}

/** Names may come from the question; what is counted may not. */
function numbersOnlyAsked(sentence: string, texts: readonly string[], question: string): readonly string[] {
  return absentFacts(sentence, texts, '').filter((fact) => /\d/.test(fact) && question !== '')
}

function speaksOf(sentence: string, text: string, question: string): boolean {
  const words = [...new Set(contentWords(sentence))]
  const held = new Set([...contentWords(text), ...contentWords(question)])
  return words.filter((word) => held.has(word)).length >= SHARED_WORDS * words.length
}

/** The line that has most of the sentence's words; of several the first, which is the conclusion itself. */
function nearestLine(sentence: string, text: string): string {
  const words = new Set(contentWords(sentence))
  const shared = (line: string) => {
    const own = new Set(contentWords(line))
    return [...own].filter((word) => words.has(word)).length / Math.sqrt(1 + own.size)
  }
  return text.split('\n').reduce((best, line) => (shared(line) > shared(best) ? line : best))
}

function negations(text: string): number {
  return (text.match(NEGATIONS) ?? []).length % 2
}
