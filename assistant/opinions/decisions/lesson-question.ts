import { Correction } from '../../../contract/knowledge/card.ts'
import type { OpenMatter } from '../../home/open-matters.ts'

/** Together they stay within what a question may have. */
const CHARACTERS_A_PART = 1000

/**
 * The question that asks a cloud model for the general lesson of a mistake. It goes the way of every question: names are replaced, a
 * person reads the packet and agrees to its hash.
 */
export function lessonQuestion({ store }: OpenMatter, correctionId: string): string {
  const { question, wrong, expected } = Correction.parse(store.corrections.get(correctionId))
  return [
    'A question about documents was answered wrong.',
    `The question: ${clipped(question)}`,
    `The wrong answer: ${clipped(wrong)}`,
    `What is right: ${clipped(expected)}`,
    'Which general lesson helps with every question of this kind? Two or three sentences, without the names, dates, amounts and places of this case, and without the answer itself.',
  ].join('\n')
}

function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= CHARACTERS_A_PART ? line : `${line.slice(0, CHARACTERS_A_PART - 1).trimEnd()}…`
}
