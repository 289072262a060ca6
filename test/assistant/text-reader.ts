import { setTimeout as wait } from 'node:timers/promises'
import { ReadFailedError, type ReadFailure } from '../../library/read/read-failure.ts'
import { noWords, type ReadPage, type ReadResult } from '../../library/read/read-page.ts'
import type { ReadSource, RemoteReader } from '../../library/remote-reader.ts'

export type TextReader = RemoteReader & {
  /** Pages that were really read, as "name 1". */
  readonly pagesRead: string[]
}

export type TextReaderOptions = {
  readonly pageMs?: number
  readonly fails?: (name: string) => ReadFailure | Error | null
}

/** Reads plain text in this process, a page for each form feed; fast, and as slow or faulty as a test wants it. */
export function createTextReader({ pageMs = 0, fails = () => null }: TextReaderOptions = {}): TextReader {
  const pagesRead: string[] = []
  async function* read(source: ReadSource, signal?: AbortSignal): AsyncGenerator<ReadPage, ReadResult, void> {
    const bytes: Uint8Array[] = []
    for await (const chunk of source.chunks()) bytes.push(chunk)
    const pages = Buffer.concat(bytes).toString('utf8').split('\f')
    const failure = fails(source.name)
    if (failure instanceof Error) throw failure
    if (failure) throw new ReadFailedError(failure)
    for (const [index, text] of pages.entries()) {
      const page = index + 1
      if (source.skipPages?.includes(page)) continue
      // oxlint-disable-next-line no-await-in-loop -- one page after the other, as a reader does
      await wait(pageMs)
      signal?.throwIfAborted()
      pagesRead.push(`${source.name} ${page}`)
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
    return { pages: pages.length, mediaType: 'text/plain', warnings: [] } as unknown as ReadResult
  }
  return { read, pagesRead }
}
