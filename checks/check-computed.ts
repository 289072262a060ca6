import { absentFacts } from './absent-facts.ts'
import { contentWords } from '../text/words.ts'
import { factsInText } from '../text/text-facts.ts'
import { countNegations } from '../text/negation.ts'
import { normalise } from '../text/normalise.ts'

/**
 * What a rule concluded: statements that hold, which may be said in other words, and what is only assumed, open or asked for,
 * which may only be said as it is written.
 */
export type ComputedText = { readonly held: readonly string[]; readonly asWritten: readonly string[] }

export type ComputedCheck = {
  readonly isComputed: boolean
  /** Numbers, dates and names of the sentence that the conclusions and their proofs do not hold. */
  readonly absent: readonly string[]
}

/** So much of a sentence must be in the words of one statement or of the question. */
const SHARED_WORDS = 0.6

/**
 * Whether a sentence says what rules computed. It must take every number and date from the conclusions and their proofs, the
 * question's own not counting ("Is it 20 June?"), and from the statement that it is about: an age of the proof is no score. It must
 * deny what they deny and nothing else, and speak mostly in their words.
 */
export function checkComputed(sentence: string, computed: readonly ComputedText[], question: string): ComputedCheck {
  const held = computed.flatMap((one) => one.held)
  const all = [...held, ...computed.flatMap((one) => one.asWritten)]
  const absent = [...new Set([...absentFacts(sentence, all, question), ...absentNumbers(sentence, all)])]
  if (absent.length > 0) return { isComputed: false, absent }
  const isComputed =
    isWritten(sentence, all) || (!isOnlyAssumed(sentence, computed) && isSaid(sentence, held, question))
  return { isComputed, absent }
}

/** Names may come from the question; what is counted may not. */
function absentNumbers(sentence: string, texts: readonly string[]): readonly string[] {
  return absentFacts(sentence, texts, '').filter((text) => factsInText(text).some(({ kind }) => kind !== 'name'))
}

/** Whether a sentence stands there word for word. */
export function isWritten(sentence: string, texts: readonly string[]): boolean {
  const wanted = normalise(sentence).text
  return wanted !== '' && texts.some((text) => normalise(text).text === wanted)
}

/** In other words, but mostly in those of the statement, and denying as much. */
function isSaid(sentence: string, held: readonly string[], question: string): boolean {
  const nearest = nearestTo(sentence, held)
  if (nearest === null || negations(sentence) !== negations(nearest)) return false
  if (!clausesOf(sentence).every((clause) => isNearby(clause, nearest, held))) return false
  const words = [...new Set(contentWords(sentence))]
  const known = new Set([...contentWords(nearest), ...contentWords(question)])
  return words.filter((word) => known.has(word)).length >= SHARED_WORDS * words.length
}

/** A reason or a beginning may be any of the steps: "as she is 75", "six years from 20 June 2023". */
const REASON = /^\s*(?:because|since|given|from|as (?:s?he|it|they))\b/i

/** The numbers and dates of a clause stand in the statement that the sentence is nearest to, or in that of the clause. */
function isNearby(clause: string, nearest: string, held: readonly string[]): boolean {
  if (REASON.test(clause)) return true
  const own = held.filter((text) => closeness(clause, text) > 0)
  const nearer = nearestTo(clause, own)
  return absentNumbers(clause, nearer === null ? [nearest] : [nearest, nearer]).length === 0
}

/** "The score is 3, as she is 75": each part may take its number from another statement. */
const CLAUSE_BEGINS =
  /(?=[,;:]\s(?!\d{4}))|(?=\s(?:because|since|as|when|where|if|with|from|for|given|and|but|while|after)\s)/i

function clausesOf(sentence: string): readonly string[] {
  return sentence.split(CLAUSE_BEGINS)
}

/** Nearer to something assumed or open than to anything that holds. */
function isOnlyAssumed(sentence: string, computed: readonly ComputedText[]): boolean {
  const held = nearestTo(
    sentence,
    computed.flatMap((one) => one.held),
  )
  const open = nearestTo(
    sentence,
    computed.flatMap((one) => one.asWritten),
  )
  return open !== null && (held === null || closeness(sentence, open) > closeness(sentence, held))
}

function nearestTo(sentence: string, texts: readonly string[]): string | null {
  return texts.reduce<string | null>(
    (best, text) => (best === null || closeness(sentence, text) > closeness(sentence, best) ? text : best),
    null,
  )
}

/** Words in common, of the words of both (Dice); numbers aside, which must not decide what a sentence is about. */
function closeness(sentence: string, text: string): number {
  const wordsOf = (of: string) => new Set(contentWords(of).filter((word) => !/^(?:\d[\d.,]*|.)$/.test(word)))
  const [one, other] = [wordsOf(sentence), wordsOf(text)]
  const all = one.size + other.size
  return all === 0 ? 0 : (2 * [...one].filter((word) => other.has(word)).length) / all
}

/** An even number of them cancels out; who lacks something does not have it. */
function negations(text: string): number {
  return (countNegations(text) + (text.match(LACKS)?.length ?? 0)) % 2
}

const LACKS = /\blacks?\b/gi
