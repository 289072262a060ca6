import type { StatedResult } from '../../contract/sheet.ts'
import type { OpenMatter } from '../open-matters.ts'
import { splitSentences } from '../../text/sentences.ts'

/** "Stroke risk in atrial fibrillation (CHA2DS2-VASc)", "NEWS2, clinical risk": a name that stands for nothing else. */
const SHORT_NAME = /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*\p{Lu})[\p{L}][\p{L}\p{N}-]{2,}/u
/** Between the name and its value stand few words: "score of", "is". */
const BETWEEN = String.raw`[^\p{N}.;\n]{0,24}`
const PASSAGES = 8

/** What documents themselves state as the result of a score: "CHA2DS2-VASc score 3". None for what has no name of its own. */
export async function statedResults({ library, store }: OpenMatter, title: string): Promise<readonly StatedResult[]> {
  const name = SHORT_NAME.exec(title)?.[0]
  if (name === undefined) return []
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${escaped(name)}${BETWEEN}(?<value>\\p{N}+(?:\\.\\p{N}+)?)(?![\\p{L}\\p{N}])`,
    'giu',
  )
  const { hits } = await library.search({ question: name, limit: PASSAGES })
  const found = hits.flatMap(({ documentId, passage: { text } }) =>
    [...text.matchAll(pattern)].map(({ index, groups }) => ({
      value: groups?.value ?? '',
      documentId,
      document: store.documents.find(documentId, null)?.document ?? '',
      quote: sentenceAt(text, index),
    })),
  )
  // Passages overlap.
  return [...new Map(found.map((one) => [`${one.documentId} ${one.quote}`, one])).values()]
}

/** The sentence in which it stands, on one line. */
function sentenceAt(text: string, at: number): string {
  const sentence = splitSentences(text).find(({ start, end }) => start <= at && at < end)
  const quote = sentence ? text.slice(sentence.start, sentence.end) : text
  return quote.replaceAll(/\s+/g, ' ').trim()
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
