import type { MatterLibrary, NamedIn } from '../../library/matter-library.ts'
import { withoutWords } from '../../library/search/question-words.ts'
import { needsContext } from './needs-context.ts'

/** A question as it can be understood alone, with the documents that it names. */
export type StandAlone = { readonly asked: string; readonly named: readonly NamedIn[] }

/**
 * A follow-up that says too little takes the question before it along. One that names a document of its own ("And in the Glenwood
 * lease?") is about that one: the names of the question before are left out.
 */
export async function standAlone(
  question: string,
  follows: string | null,
  { namedDocuments }: Pick<MatterLibrary, 'namedDocuments'>,
): Promise<StandAlone> {
  const named = await namedDocuments(question)
  if (follows === null || !needsContext(question)) return { asked: question, named }
  const before = await namedDocuments(follows)
  if (named.length === 0) return { asked: `${follows} ${question}`, named: before }
  const own = new Set(named.flatMap(({ words }) => [...words]))
  const others = before.flatMap(({ words }) => [...words].filter((word) => !own.has(word)))
  return { asked: `${withoutWords(follows, new Set(others))} ${question}`, named }
}
