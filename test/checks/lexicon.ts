import { lexiconOf } from '../../assistant/home/word-lists.ts'
import type { Lexicon } from '../../checks/quotes/harmless-slip.ts'
import { wordLists } from '../disclosure/word-lists.ts'

/** What the lists that come with the program know. */
export const lexicon = lexiconOf(wordLists)
/** With which nothing is a slip. */
export const ALL_KNOWN: Lexicon = {
  isKnown: () => true,
  isOrdinary: () => true,
  isPlace: () => false,
  mayBePlace: () => false,
  isAlsoPlace: () => false,
  isName: () => false,
  isMedical: () => false,
}
