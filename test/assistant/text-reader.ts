import { setTimeout as wait } from 'node:timers/promises'
import { ReadFailedError, type ReadFailure } from '../../library/read/read-failure.ts'
import { attachedPieces } from '../../library/read/attached-piece.ts'
import { noWords, type ReadResult } from '../../library/read/read-page.ts'
import type { ReadItem } from '../../library/read/read-source.ts'
import type { ReadSource, RemoteReader } from '../../library/remote-reader.ts'

export type TextReader = RemoteReader & {
  /** Pages that were really read, as "name 1". */
  readonly pagesRead: string[]
  /** What was read, as often as it was. */
  readonly textsRead: string[]
}

export type TextReaderOptions = {
  readonly pageMs?: number
  readonly fails?: (name: string, password: string | undefined) => ReadFailure | Error | null
  /** The files inside a document, by their names. */
  readonly inside?: (name: string, text: string) => Readonly<Record<string, string>>
}

/** Reads plain text in this process, a page for each form feed; fast, and as slow or faulty as a test wants it. */
export function createTextReader({
  pageMs = 0,
  fails = () => null,
  inside = () => ({}),
}: TextReaderOptions = {}): TextReader {
  const pagesRead: string[] = []
  const textsRead: string[] = []
  async function* read(source: ReadSource, signal?: AbortSignal): AsyncGenerator<ReadItem, ReadResult, void> {
    const bytes: Uint8Array[] = []
    for await (const chunk of source.chunks()) bytes.push(chunk)
    const whole = Buffer.concat(bytes).toString('utf8')
    const pages = whole.split('\f')
    const failure = fails(source.name, source.password)
    if (failure instanceof Error) throw failure
    if (failure) throw new ReadFailedError(failure)
    for (const [index, text] of pages.entries()) {
      const page = index + 1
      if (source.skipPages?.includes(page)) continue
      // oxlint-disable-next-line no-await-in-loop -- one page after the other, as a reader does
      await wait(pageMs)
      signal?.throwIfAborted()
      pagesRead.push(`${source.name} ${page}`)
      textsRead.push(text)
      const numbered = pages.length === 1 ? null : page
      yield {
        page: numbered,
        label: null,
        state: 'text',
        reason: null,
        text,
        width: 0,
        height: 0,
        words: noWords(),
        blocks: [],
      }
    }
    for (const [name, text] of Object.entries(inside(source.name, whole)))
      yield* attachedPieces(name, Buffer.from(text))
    return { pages: pages.length, mediaType: 'text/plain', warnings: [] } as unknown as ReadResult
  }
  return { read, pagesRead, textsRead }
}
