import { type Message, message } from '../../wording/message.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { NewDocument } from '../../library/index/reference-writer.ts'
import type { ReadPage, ReadResult } from '../../library/read/read-page.ts'
import { isAttached } from '../../library/read/read-source.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import { documentTitle } from '../../library/search/document-title.ts'
import { documentHead, indexText, PAGE_BREAK } from '../../library/split/passage.ts'
import { splitPassages } from '../../library/split/split-passages.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { Foreground } from '../home/foreground.ts'
import type { FoundFile } from '../reading/intake/find-files.ts'
import { ocrRequest } from '../reading/reading-options.ts'

export type ReadForReference = {
  readonly reader: RemoteReader
  readonly embedder: Embedder
  readonly foreground: Foreground
  /** Where the data for text recognition lies; null: nothing is recognised. */
  readonly ocrDataFolder: string | null
}

const READ_BYTES = 2 ** 20
/** As for a matter: an answer waits for at most one batch (`embed-passages.ts`). */
const EMBEDDED_AT_ONCE = 4

/**
 * Reads, splits and embeds one file as a document of a matter would be, for a reference library: its text is kept, its file
 * is not. Throws `ReadFailedError`, or what is no fault of the document.
 */
export async function readForReference(
  { file, path, bytes }: FoundFile,
  { reader, embedder, foreground, ocrDataFolder }: ReadForReference,
  signal: AbortSignal,
): Promise<NewDocument> {
  const { pages, result, attached, sha256 } = await readPages(reader, { file, path, bytes }, ocrDataFolder, signal)
  const text = pages.map((page) => page.text).join(PAGE_BREAK)
  const title = documentTitle(path)
  const split = splitPassages(pages)
  const texts = split.map((passage) => indexText(passage, { title, head: documentHead(text) }))
  const vectors = await embed(texts, embedder, foreground, signal)
  const byOcr = new Set(pages.flatMap(({ page, state }) => (state === 'ocr' ? [page] : [])))
  return {
    document: {
      path,
      sha256,
      title,
      mediaType: result.mediaType,
      pages: JSON.stringify(placed(pages)),
      pageCount: pages.length,
      warnings: JSON.stringify([...result.warnings.map((one) => one.text), ...leftOut(pages, attached)]),
      indexText: `${title}\n${text}`,
    },
    passages: split.map(({ start, end, page, section }, at) => ({
      start,
      end,
      page,
      section,
      byOcr: byOcr.has(page),
      indexText: texts[at] ?? '',
      vector: vectors[at] ?? new Float32Array(embedder.info.dimensions),
    })),
  }
}

type Read = {
  readonly pages: readonly ReadPage[]
  readonly result: ReadResult
  readonly attached: number
  readonly sha256: string
}

/** The hash is that of the bytes which were read, whatever happens to the file meanwhile. */
async function readPages(
  reader: RemoteReader,
  { file, path: name, bytes: sizeBytes }: Pick<FoundFile, 'file' | 'path' | 'bytes'>,
  ocrDataFolder: string | null,
  signal: AbortSignal,
): Promise<Read> {
  let sha256 = ''
  const reading = reader.read(
    {
      name,
      sizeBytes,
      ocr: ocrRequest({ ocr: 'auto', languages: [] }, ocrDataFolder),
      async *chunks() {
        const hash = createHash('sha256')
        for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES, signal })) {
          hash.update(chunk as Buffer)
          yield chunk as Buffer
        }
        sha256 = hash.digest('hex')
      },
    },
    signal,
  )
  const pages: ReadPage[] = []
  let attached = 0
  for (;;) {
    const next = await reading.next()
    if (next.done) return { pages, result: next.value, attached, sha256 }
    if (isAttached(next.value)) attached += next.value.isLast ? 1 : 0
    else pages.push({ ...next.value, text: next.value.text.toWellFormed() })
  }
}

/** What nobody will find in the library, beside what the reader has warned of. */
function leftOut(pages: readonly ReadPage[], attached: number): readonly Message[] {
  const failed = pages.filter(({ state }) => state === 'failed').length
  return [
    ...(failed > 0 ? [message('reading.reference.failedPages', { count: failed, of: pages.length })] : []),
    ...(attached > 0 ? [message('reading.reference.filesInside', { count: attached })] : []),
  ]
}

function placed(pages: readonly ReadPage[]) {
  let next = 0
  return pages.map(({ page, label, state, reason, text, blocks }) => {
    const start = next
    next += text.length + PAGE_BREAK.length
    return { page, label, state, reason, start, characters: text.length, blocks }
  })
}

async function embed(
  texts: readonly string[],
  embedder: Embedder,
  foreground: Foreground,
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const vectors: Float32Array[] = []
  for (let from = 0; from < texts.length; from += EMBEDDED_AT_ONCE) {
    await foreground.idle(signal)
    vectors.push(...(await embedder.embed(texts.slice(from, from + EMBEDDED_AT_ONCE), 'passage', signal)))
  }
  return vectors
}

/** Whether nothing, or not all, of a document could be read. */
export function stateOf({ document, passages }: NewDocument): 'ready' | 'partial' | 'failed' {
  const pages = JSON.parse(document.pages) as readonly { readonly state: string }[]
  if (!pages.some(({ state }) => state === 'failed')) return 'ready'
  return passages.length > 0 ? 'partial' : 'failed'
}
