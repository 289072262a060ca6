import type { MatterLibrary, NamedIn } from '../../library/matter-library.ts'
import { withoutWords } from '../../library/search/question-words.ts'
import { contentWords } from '../../text/words.ts'

/** A question as it can be understood alone, with the documents that it names. */
export type ResolvedQuestion = { readonly asked: string; readonly named: readonly NamedIn[] }

/**
 * A follow-up that says too little takes the question before it along. One that names a document of its own ("And in the Glenwood
 * lease?") is about that one: the names of the question before are left out.
 */
export async function resolveFollowUp(
  question: string,
  follows: string | null,
  { namedDocuments }: Pick<MatterLibrary, 'namedDocuments'>,
): Promise<ResolvedQuestion> {
  const named = await namedDocuments(question)
  if (follows === null || !needsContext(question)) return { asked: question, named }
  const before = await namedDocuments(follows)
  if (named.length === 0) return { asked: `${follows} ${question}`, named: before }
  const own = new Set(named.flatMap(({ words }) => [...words]))
  const others = before.flatMap(({ words }) => [...words].filter((word) => !own.has(word)))
  return { asked: `${withoutWords(follows, new Set(others))} ${question}`, named }
}

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
