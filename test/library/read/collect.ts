import { readDocument } from '../../../library/read/read-document.ts'
import { READ_LIMITS, type ReadLimits } from '../../../library/read/read-limits.ts'
import type { ReadPage, ReadRequest, ReadResult } from '../../../library/read/read-page.ts'
import type { NoticeKind } from '../../../contract/document.ts'
import { messageText } from '../../../wording/message-text.ts'
import { isAttached } from '../../../library/read/read-source.ts'

/** With what is said of it in words. */
export type CollectedPage = Omit<ReadPage, 'reason'> & { readonly reason: string | null }

export type Collected = {
  readonly pages: readonly CollectedPage[]
  /** The files inside the document, by their names. */
  readonly attached: ReadonlyMap<string, Buffer>
  /** Its warnings as their sentences. */
  readonly result: Omit<ReadResult, 'warnings'> & { readonly warnings: readonly string[] }
  /** What the warnings are about, in their order. */
  readonly kinds: readonly NoticeKind[]
}

/** Reads in this process: for sound files only. Throws what the reader throws. */
export async function collect(
  name: string,
  bytes: Buffer,
  { limits = READ_LIMITS, ...more }: Partial<ReadRequest> & { readonly limits?: ReadLimits } = {},
): Promise<Collected> {
  const reading = readDocument(bytes, { ...more, name }, limits, new AbortController().signal)
  const pages: CollectedPage[] = []
  const attached = new Map<string, Buffer>()
  for (;;) {
    const next = await reading.next()
    if (next.done) {
      const { warnings } = next.value
      const result = { ...next.value, warnings: warnings.map(({ text }) => messageText(text)) }
      return { pages, attached, result, kinds: warnings.map(({ kind }) => kind) }
    }
    if (isAttached(next.value)) {
      const { attached: inside, piece } = next.value
      attached.set(inside, Buffer.concat([attached.get(inside) ?? Buffer.alloc(0), piece]))
    } else pages.push(inWords(next.value))
  }
}

export function inWords({ reason, ...page }: ReadPage): CollectedPage {
  return { ...page, reason: reason && messageText(reason) }
}

/** Kind, level and text of the blocks of a page. */
export function blocksOf({
  text,
  blocks,
}: Pick<ReadPage, 'text' | 'blocks'>): readonly (readonly [string, number, string])[] {
  return blocks.map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)])
}
