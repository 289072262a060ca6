import type { Assistant } from '../assistant/assembly/assistant.ts'
import { completeTextVersion, originalContent, readTextVersion } from '../assistant/reading/read-text-version.ts'
import { createParser } from '../library/read/pdf/pdf-parser.ts'
import { parsedBatches } from '../library/read/pdf/parse-pages.ts'
import { PAGES_PER_CALL } from '../library/read/pdf/read-pdf.ts'
import { emptyFound } from '../library/read/pdf/pdf-warnings.ts'
import { readDocument } from '../library/read/read-document.ts'
import { READ_LIMITS } from '../library/read/read-limits.ts'
import type { ReadResult } from '../library/read/read-page.ts'
import type { ReadItem } from '../library/read/read-source.ts'
import { processorSeconds } from './processor-time.ts'

/** Processor seconds; `layout` is all that reading does beside the parser. */
export type PageParts = Readonly<Record<'parser' | 'layout' | 'store' | 'split' | 'index', number>>

const NAME = 'pages.pdf'

/** What each part of adding a PDF costs, one after the other in this process: nothing runs beside them, and nothing is sent. */
export async function pageParts(bytes: Buffer, assistant: Assistant): Promise<PageParts> {
  // The first time the parser is loaded as well, and its results are converted by code that is still cold.
  await parse(bytes)
  const parser = await costOf(() => parse(bytes))
  const items: ReadItem[] = []
  const { signal } = new AbortController()
  let result: ReadResult | undefined
  const reading = await costOf(async () => {
    const found = readDocument(bytes, { name: NAME }, READ_LIMITS, signal)
    for (let next = await found.next(); ; next = await found.next()) {
      if (!next.done) items.push(next.value)
      else result = next.value
      if (next.done) return
    }
  })
  return { parser, layout: reading - parser, ...(await keepParts(bytes, items, result!, assistant)) }
}

async function parse(bytes: Buffer): Promise<void> {
  await using parser = createParser(bytes, { name: NAME }, READ_LIMITS, emptyFound())
  const none = new Set<number>()
  const options = {
    perCall: PAGES_PER_CALL,
    done: none,
    untouched: none,
    checkPages: () => {},
    ahead: 0,
    hasMetadata: false,
  }
  for await (const _batch of parsedBatches(parser, options));
}

async function keepParts(
  bytes: Buffer,
  items: readonly ReadItem[],
  result: ReadResult,
  assistant: Assistant,
): Promise<Pick<PageParts, 'store' | 'split' | 'index'>> {
  const { store, library } = await assistant.matters.open('Parts')
  const { signal } = new AbortController()
  const addedAt = assistant.now().toISOString()
  const mediaType = 'application/pdf'
  const documentId = store.documents.add({ root: '/', path: NAME, state: 'queued', mediaType, bytes: 0, addedAt })
  let textVersionId = 0
  const storing = await costOf(async () => {
    const { sha256 } = await store.originals.write(inOnePiece(bytes), mediaType)
    store.documents.setContent(documentId, sha256)
    textVersionId = store.textVersions.begin({ sha256, reader: 'bench', options: '{}' }).id
    const reader = {
      async *read() {
        yield* items
        return result
      },
    }
    const { foreground } = assistant
    const content = originalContent(store, sha256, NAME)
    const source = { store, reader, foreground, textVersionId, documentId, content }
    await readTextVersion({ ...source, ocr: undefined, passwords: [], limitMs: null, onPage: () => {} }, signal)
  })
  const split = await costOf(() => completeTextVersion(store, textVersionId, NAME))
  const index = await costOf(async () => {
    store.documents.publish(documentId, textVersionId)
    await library.take(documentId)
  })
  return { store: storing, split, index }
}

async function* inOnePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function costOf(work: () => Promise<void> | void): Promise<number> {
  const before = await processorSeconds()
  await work()
  return (await processorSeconds()) - before
}
