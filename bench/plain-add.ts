import { LiteParse } from '@llamaindex/liteparse'
import { loadEmbedding, loadOnnxEmbedding } from '../models/local/load-embedding.ts'
import type { EmbeddingLoad } from '../models/local/protocol.ts'

const PASSAGE_CHARACTERS = 1200
/** How many texts examples hand to a model at once. */
const USUAL_BATCH = 8

export type PlainEmbedding =
  /** Page by page in pieces of 1,200 characters, so that the page of each is known; `usual`: padded batches of eight. */
  | { readonly pieces: 'one by one' | 'usual'; readonly load: EmbeddingLoad }
  /** The very texts that the app embeds: title and document head, section, passage. */
  | { readonly texts: readonly string[]; readonly load: EmbeddingLoad }

/** What a script of a few lines would do: parse all pages in one call, cut, embed. Nothing is kept, and nothing can be searched. */
export async function plainAdd(bytes: Buffer, embedding: PlainEmbedding | null): Promise<void> {
  const parser = new LiteParse({
    ocrEnabled: false,
    quiet: true,
    outputFormat: 'markdown',
    extractBlocks: true,
    emitWordBoxes: true,
    numWorkers: 1,
  })
  const { pages } = await parser.parse(bytes)
  if (!embedding) return
  const cut = () => pages.flatMap(({ text }) => text.match(new RegExp(`[^]{1,${PASSAGE_CHARACTERS}}`, 'g')) ?? [])
  if ('pieces' in embedding && embedding.pieces === 'usual') await embedInEights(cut(), embedding.load)
  else await embedAll('texts' in embedding ? embedding.texts : cut(), embedding.load)
}

async function embedAll(texts: readonly string[], load: EmbeddingLoad): Promise<void> {
  await using embedder = await loadEmbedding(load)
  await embedder.embed(texts, 'passage', new AbortController().signal)
}

async function embedInEights(texts: readonly string[], load: EmbeddingLoad): Promise<void> {
  await using model = await loadOnnxEmbedding(load)
  for (let from = 0; from < texts.length; from += USUAL_BATCH)
    await model.vectors(texts.slice(from, from + USUAL_BATCH))
}
