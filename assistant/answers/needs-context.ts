import { contentWords } from '../../text/words.ts'

const POINTS_BACK =
  /\b(it|its|they|them|their|he|she|his|her|him|this|that|these|those|one|ones|there|then|same|former|latter)\b/i

/** Whether a follow-up says too little to be searched for alone: it points back, or has hardly a word of its own. */
export function needsContext(question: string): boolean {
  return contentWords(question).length < 3 || POINTS_BACK.test(question)
}
