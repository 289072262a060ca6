import { aboutness } from '../../../checks/aboutness.ts'

/** Below it nothing of a document is about the question, whatever words they share. */
const NOTHING_ALIKE = 0.1
/** So alike, a document may answer in other words than those of the question. */
const IN_OTHER_WORDS = 0.2

export type Bearing = {
  readonly question: string
  /** The whole text. */
  readonly text: string
  /** Of the nearest passage; null where there is no embedder, and search by words found it. */
  readonly similarity: number | null
}

/**
 * Whether a document can be asked at all: small models answer whatever they are asked ("The court imposed 10 years for the
 * patient's heart disease"). On 30 records and judgments, six questions that only one kind answers: the nearest passage of that
 * kind was alike by .14 to .60, of the other by -.01 to .27 (MiniLM); words of the question stood in the one and rarely in the
 * other. Of 30 cells of two further questions that have no answer, 29 were then not found and one uncertain (0.5B).
 */
export function bearsOn({ question, text, similarity }: Bearing): boolean {
  if (similarity === null) return true
  return similarity >= (aboutness(text, [question]) === 0 ? IN_OTHER_WORDS : NOTHING_ALIKE)
}

/**
 * Of a sentence in other words than its document's, this share of the words must stand somewhere in it. Of 61 such cells of the
 * 0.5B on these 30 documents 8 had less, of which 7 were nonsense ("The diagnosis was a homicide", "The patient is the defendant").
 */
const WORDS_OF_DOCUMENT = 0.6

export function isInWordsOf(text: string, sentence: string): boolean {
  return aboutness(text, [sentence]) >= WORDS_OF_DOCUMENT
}
