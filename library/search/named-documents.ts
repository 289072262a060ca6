import type { WordsTable } from '../index/words-table.ts'

/** A document that a question names, by these of its words. */
export type NamedDocument = { readonly document: number; readonly words: ReadonlySet<string> }

/** A word names documents when at most this share of them has it. */
const NAMING_SHARE = 0.25
/** Of more than these no question is about each. */
const DOCUMENTS_AT_MOST = 4

/**
 * The documents that a question names ("the judgments of Ashton and Glenwood"): those whose title or head has a name or number of
 * the question that few documents have, the one with most of them first. `namesOf` gives
 * the words of a document's title and head.
 */
export async function namedDocuments(
  question: string,
  documents: WordsTable,
  namesOf: (document: number) => ReadonlySet<string>,
  documentCount: number,
): Promise<readonly NamedDocument[]> {
  const atMost = Math.max(1, Math.floor(documentCount * NAMING_SHARE))
  const having = await Promise.all(
    namesIn(question).map(async (word) => ({ word, found: [...(await documents.search(word, atMost + 1)).keys()] })),
  )
  const rare = having.filter(({ found }) => found.length > 0 && found.length <= atMost)
  return byMostWords(rare, namesOf)
}

type Having = { readonly word: string; readonly found: readonly number[] }

/** A word that the text of a document has does not name another one as well: two cases may share a name. */
function byMostWords(
  rare: readonly Having[],
  namesOf: (document: number) => ReadonlySet<string>,
): readonly NamedDocument[] {
  const named: NamedDocument[] = []
  let left = rare
  while (named.length < DOCUMENTS_AT_MOST) {
    const byDocument = new Map<number, Set<string>>()
    for (const { word, found } of left)
      for (const document of found.filter((one) => namesOf(one).has(word)))
        byDocument.set(document, (byDocument.get(document) ?? new Set()).add(word))
    const inText = (document: number) => left.filter(({ found }) => found.includes(document)).length
    const [best] = [...byDocument].toSorted(
      ([one, words], [other, others]) => others.size - words.size || inText(other) - inText(one),
    )
    if (!best) break
    const [document, words] = best
    named.push({ document, words })
    left = left.filter(({ found }) => !found.includes(document))
  }
  return named
}

/** Words with a capital or a digit, but for the first, which has its capital anyway. */
function namesIn(question: string): readonly string[] {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? []
  const names = words.filter((word, at) => /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}\p{L}+/u.test(word)))
  return [...new Set(names.map((word) => word.toLowerCase()))]
}
