import { modalityOf } from '../../text/modal-words.ts'
import { isException, isNegation } from '../../text/negation.ts'
import { isNumberWord } from '../../text/number-words.ts'
import type { QuoteWord } from './quote-words.ts'
import { isSlip } from './is-slip.ts'

/** What is known of a word in lower case. */
export type Lexicon = {
  /** Of a language, a name, or a place. */
  readonly isKnown: (word: string) => boolean
  /** Of a language. */
  readonly isOrdinary: (word: string) => boolean
}

/** Of a spoiled word one may be a figure. */
const LETTERS = /^[\p{L}\p{M}']*\d?[\p{L}\p{M}']+$|^[\p{L}\p{M}']+\d$/u
/** Shorter words are too near to each other. */
const LETTERS_AT_LEAST = 4

/** Beside what denies, permits or binds, exceptions and numbers: what a sentence stands or falls by is never taken for a slip of the pen. */
const DECISIVE = new Set(
  `only but if until till before after than will would need and or either both all any every each some few most least
   more less many much fewer first second third last other same
   half quarter double once twice daily weekly monthly yearly hourly left right bilateral unilateral upper lower
   mg mcg kg ml mmol mol mm cm km iu units percent day days week weeks month months year years hour hours`.split(/\s+/),
)

function isDecisive(word: string): boolean {
  const isTurning = isNegation(word) || isException(word)
  return isTurning || modalityOf(word) !== null || isNumberWord(word) || DECISIVE.has(word)
}

/**
 * Whether a word of a quote is a slip for the one that stands in its place, or the other way about. It is one letter, and only where
 * one of the two is no word at all: "hypertension" for "hypotension" is none, nor is one drug for another, nor a name that no list has.
 */
export function isHarmlessSlip(written: string, stands: QuoteWord, lexicon: Lexicon): boolean {
  if (!LETTERS.test(written) || !LETTERS.test(stands.text)) return false
  if (isDecisive(written) || isDecisive(stands.text)) return false
  if (Math.min(written.length, stands.text.length) < LETTERS_AT_LEAST || !isSlip(written, stands.text)) return false
  // What no language has may be a name, and names are told by a letter.
  const isName = stands.isCapital && !lexicon.isOrdinary(stands.text)
  if (lexicon.isKnown(stands.text)) return !isName && !lexicon.isKnown(written)
  return isName ? lexicon.isOrdinary(written) : lexicon.isKnown(written)
}
