import { type Message, verbatim } from '../../wording/message.ts'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReadFailure } from '../../contract/document.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import { attachedPieces, type ReadItem } from '../../library/read/read-source.ts'
import { noWords, type ReadResult } from '../../library/read/read-page.ts'
import type { ReadSource, RemoteReader } from '../../library/remote-reader.ts'

export type TextReader = RemoteReader & {
  /** Pages that were really read, as "name 1". */
  readonly pagesRead: string[]
  /** What was read and taken, as often as it was; not what was under way when its file changed. */
  readonly textsRead: string[]
  /** The longer time that each reading was given, null for the usual one. */
  readonly limitsMs: (number | null)[]
}

export type TextReaderOptions = {
  readonly pageMs?: number
  /** A page is given when this resolves. */
  readonly until?: Promise<void>
  readonly fails?: (name: string, password: string | undefined) => ReadFailure | Error | null
  /** Stops at a page, after those before it were given. */
  readonly stopsAt?: (name: string, page: number, limitMs: number | null) => ReadFailure | null
  /** A page that comes as failed: why. */
  readonly spoils?: (name: string, page: number) => string | null
  /** The files inside a document, by their names. */
  readonly inside?: (name: string, text: string) => Readonly<Record<string, string>>
}

function reasonOf(why: string | null): Message | null {
  return why === null ? null : verbatim(why)
}

function refuse(failure: ReadFailure | Error | null): void {
  if (failure instanceof Error) throw failure
  if (failure) throw new ReadFailedError(failure)
}

/** Reads plain text in this process, a page for each form feed; fast, and as slow or faulty as a test wants it. */
export function createTextReader({
  pageMs = 0,
  until = Promise.resolve(),
  fails = () => null,
  stopsAt = () => null,
  spoils = () => null,
  inside = () => ({}),
}: TextReaderOptions = {}): TextReader {
  const pagesRead: string[] = []
  const textsRead: string[] = []
  const limitsMs: (number | null)[] = []
  async function* read(source: ReadSource, signal?: AbortSignal): AsyncGenerator<ReadItem, ReadResult, void> {
    const bytes: Uint8Array[] = []
    for await (const chunk of source.chunks()) bytes.push(chunk)
    const whole = Buffer.concat(bytes).toString('utf8')
    const pages = whole.split('\f')
    limitsMs.push(source.limitMs ?? null)
    refuse(fails(source.name, source.password))
    for (const [index, text] of pages.entries()) {
      const page = index + 1
      if (source.skipPages?.includes(page)) continue
      // oxlint-disable-next-line no-await-in-loop -- one page after the other, as a reader does
      await wait(pageMs)
      await until
      signal?.throwIfAborted()
      refuse(stopsAt(source.name, page, source.limitMs ?? null))
      pagesRead.push(`${source.name} ${page}`)
      const numbered = pages.length === 1 ? null : page
      const reason = reasonOf(spoils(source.name, page))
      yield {
        page: numbered,
        label: null,
        of: pages.length,
        state: reason === null ? 'text' : 'failed',
        reason,
        text: reason === null ? text : '',
        width: 0,
        height: 0,
        words: noWords(),
        blocks: [],
      }
      textsRead.push(text)
    }
    for (const [name, text] of Object.entries(inside(source.name, whole)))
      yield* attachedPieces(name, Buffer.from(text))
    return { pages: pages.length, mediaType: 'text/plain', warnings: [] } as unknown as ReadResult
  }
  return { read, pagesRead, textsRead, limitsMs }
}
