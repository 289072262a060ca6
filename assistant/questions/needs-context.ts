import { contentWords } from '../../text/words.ts'

const POINTS_BACK =
  /\b(it|its|they|them|their|he|she|his|her|him|this|that|these|those|one|ones|(?<!\b(?:is|are|was|were|be) )there|then|same|former|latter)\b/i

/** Whether a question means somebody or something by a pronoun alone. */
export function pointsBack(question: string): boolean {
  return POINTS_BACK.test(question)
}

/** Whether a follow-up says too little to be searched for alone: it points back, or has hardly a word of its own. */
export function needsContext(question: string): boolean {
  return contentWords(question).length < 3 || pointsBack(question)
}
