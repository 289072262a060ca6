import { hasSamePolarity } from '../../../checks/qualified-alike.ts'
import type { PassageSource } from '../../../contract/answers/answer.ts'
import { splitSentences } from '../../../text/sentences.ts'
import { contentWords } from '../../../text/words.ts'

/** A sentence of a passage, word for word, under the mark of the passage. */
export type PassageSentence = { readonly source: string; readonly text: string }

/** The model reads them once for all candidates; more cost a minute on a slow computer. */
const READ = 24
const CHARACTERS_AT_MOST = 400

/** The sentences of the passages that share most words with the question or `about`, in the order in which they stand. */
export function sentencesFor(
  question: string,
  about: readonly string[],
  passages: readonly PassageSource[],
): readonly PassageSentence[] {
  const wanted = new Set(contentWords([question, ...about].join(' ')))
  const all = passages.flatMap(({ source, text }) =>
    splitSentences(text).map(({ start, end }) => ({ source, text: text.slice(start, end).replace(/\s+/g, ' ') })),
  )
  const readable = all.filter(({ text }) => text.length <= CHARACTERS_AT_MOST && contentWords(text).length > 0)
  const shared = ({ text }: PassageSentence) => new Set(contentWords(text).filter((word) => wanted.has(word))).size
  const best = new Set(readable.toSorted((one, other) => shared(other) - shared(one)).slice(0, READ))
  return readable.filter((sentence) => best.has(sentence))
}

/** As the model reads them: under their numbers, which are all that it can name. */
export function numbered(sentences: readonly PassageSentence[]): string {
  return sentences.map(({ text }, index) => `${index + 1}. ${text}`).join('\n')
}

/**
 * The first sentence that has all words of a recorded finding. For one that holds it has no more "not", "no" or "may" than the finding,
 * for one that does not hold a single denial and nothing else: code cannot tell what further such words would turn round.
 */
export function findFinding(
  finding: string,
  holds: 'yes' | 'no',
  sentences: readonly PassageSentence[],
): PassageSentence | null {
  const words = contentWords(finding)
  if (words.length === 0) return null
  const told = holds === 'yes' ? finding : `no ${finding}`
  const fits = (text: string) => hasSamePolarity(text, told)
  const hasAll = (text: string) => {
    const held = new Set(contentWords(text))
    return words.every((word) => held.has(word))
  }
  return sentences.find(({ text }) => hasAll(text) && fits(text)) ?? null
}
