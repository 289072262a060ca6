import { createHash } from 'node:crypto'
import { openDataset } from '../../../library/index/reference-dataset.ts'
import { type NewDocument, openReferenceWriter } from '../../../library/index/reference-writer.ts'
import type { ReferencePlace } from '../../../library/reference/reference-place.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'

export const embedder = createHashEmbedder()
export const KIND = { embedder: embedder.info, readingVersion: '1' }
export const NO_ENVIRONMENT = {}

/** A document of one passage a text, without pages. */
export async function document(path: string, ...texts: readonly string[]): Promise<NewDocument> {
  const title = path.replace('.txt', '')
  const text = texts.join('\n')
  const pages = [
    { page: null, label: null, state: 'text', reason: null, start: 0, characters: text.length, blocks: [] },
  ]
  const vectors = await embedder.embed(texts, 'passage')
  return {
    document: {
      path,
      sha256: createHash('sha256').update(text).digest('hex'),
      title,
      mediaType: 'text/plain',
      pages: JSON.stringify(pages),
      pageCount: 1,
      warnings: '[]',
      indexText: `${title}\n${text}`,
    },
    passages: texts.map((passage, at) => {
      const start = texts.slice(0, at).reduce((sum, before) => sum + before.length + 1, 0)
      const indexText = `${title}\n${passage}`
      const vector = vectors[at] ?? new Float32Array()
      return { start, end: start + passage.length, page: null, section: '', byOcr: false, indexText, vector }
    }),
  }
}

/** Puts documents into a library and publishes it. */
export async function build(place: ReferencePlace, documents: readonly NewDocument[], removed: readonly string[] = []) {
  using dataset = await openDataset(place, NO_ENVIRONMENT, 'write')
  const writer = await openReferenceWriter(dataset, KIND)
  if (removed.length > 0) await writer.remove(removed)
  await writer.put(documents)
  return await writer.publish('2026-01-01T00:00:00.000Z')
}
