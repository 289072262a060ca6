import { absentFacts } from '../../checks/absent-facts.ts'
import { contentWords } from '../../text/words.ts'
import { type Sentence, splitSentences } from '../../text/sentences.ts'
import type { WrittenQuestion } from './write-question.ts'

export type CheckedProposal = WrittenQuestion & {
  /** Where in the passage the sentence stands that holds the answer. */
  readonly sentence: Sentence
}

const LONGEST_ANSWER = 200
/** Questions that only make sense with the passage in hand. */
const POINTS_AT_PASSAGE = /\b(?:the|this|above|following) (?:passage|text|excerpt|paragraph|sentence|example)\b/i

/**
 * A question is worth proposing when its answer stands word for word in one sentence of the passage, adds something to the
 * question, and the question can be understood alone and names nothing that its document does not hold (small models take a
 * name from the example: "the rent of 7 Mill Lane"). Null otherwise. The sentence that shares most words with the question
 * is taken where several hold the answer.
 */
export function checkProposal(written: WrittenQuestion, passage: string, document: string): CheckedProposal | null {
  const answer = written.answer.replace(/[\s.;,]+$/, '')
  const { question } = written
  if (answer === '' || answer.length > LONGEST_ANSWER || POINTS_AT_PASSAGE.test(question)) return null
  const asked = new Set(contentWords(question))
  if (contentWords(answer).every((word) => asked.has(word))) return null
  if (absentFacts(question, [document], '').length > 0) return null
  const holding = splitSentences(passage).filter(({ start, end }) => holds(passage.slice(start, end), answer))
  const shared = ({ start, end }: Sentence) =>
    contentWords(passage.slice(start, end)).filter((word) => asked.has(word)).length
  const sentence = holding.toSorted((one, other) => shared(other) - shared(one))[0]
  return sentence ? { question, answer, sentence } : null
}

/** Whole words in this order, however they are spaced and whatever their case. */
function holds(sentence: string, answer: string): boolean {
  return ` ${fold(sentence)} `.includes(` ${fold(answer)} `)
}

function fold(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,:/-]\p{N}+)*/gu) ?? []).join(' ')
}
