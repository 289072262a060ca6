import { contentWords } from '../../../text/words.ts'
import { hasSamePolarity } from '../../../checks/qualified-alike.ts'
import type { PassageSentence } from './numbered-sentences.ts'

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
