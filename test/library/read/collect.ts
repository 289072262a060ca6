import { readDocument } from '../../../library/read/read-document.ts'
import { READ_LIMITS, type ReadLimits } from '../../../library/read/read-limits.ts'
import type { ReadPage, ReadRequest, ReadResult } from '../../../library/read/read-page.ts'
import type { ReadWarningKind } from '../../../library/read/read-warning.ts'
import { isAttached } from '../../../library/read/read-source.ts'

export type Collected = {
  readonly pages: readonly ReadPage[]
  /** The files inside the document, by their names. */
  readonly attached: ReadonlyMap<string, Buffer>
  /** Its warnings as their sentences. */
  readonly result: Omit<ReadResult, 'warnings'> & { readonly warnings: readonly string[] }
  /** What the warnings are about, in their order. */
  readonly kinds: readonly ReadWarningKind[]
}

/** Reads in this process: for sound files only. Throws what the reader throws. */
export async function collect(
  name: string,
  bytes: Buffer,
  { limits = READ_LIMITS, ...more }: Partial<ReadRequest> & { readonly limits?: ReadLimits } = {},
): Promise<Collected> {
  const reading = readDocument(bytes, { ...more, name }, limits, new AbortController().signal)
  const pages: ReadPage[] = []
  const attached = new Map<string, Buffer>()
  for (;;) {
    const next = await reading.next()
    if (next.done) {
      const { warnings } = next.value
      const result = { ...next.value, warnings: warnings.map(({ text }) => text) }
      return { pages, attached, result, kinds: warnings.map(({ kind }) => kind) }
    }
    if (isAttached(next.value)) {
      const { attached: inside, piece } = next.value
      attached.set(inside, Buffer.concat([attached.get(inside) ?? Buffer.alloc(0), piece]))
    } else pages.push(next.value)
  }
}

/** Kind, level and text of the blocks of a page. */
export function blocksOf({ text, blocks }: ReadPage): readonly (readonly [string, number, string])[] {
  return blocks.map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)])
}
