import type { ReadPage } from '../../library/read/read-page.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import { readWhole } from '../../library/read/read-source.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import type { DraftPage } from './draft-text.ts'

type DraftFile = { readonly name: string; readonly bytes: Uint8Array }

export type ReadDraft = { readonly mediaType: string; readonly pages: readonly DraftPage[] }

type ReadDraftOptions = {
  readonly reader: RemoteReader
  readonly passwords: readonly string[]
}

/**
 * Reads a draft in the reader process, as documents are read. Throws `WRONG_USE`, saying why, for what cannot be read and for what has no
 * text; nothing of it is kept then.
 */
export async function readDraft(file: DraftFile, options: ReadDraftOptions, signal: AbortSignal): Promise<ReadDraft> {
  try {
    const read = await readUnlocked(file, options, signal)
    if (read.pages.every(({ text }) => text.trim() === ''))
      throw new Failure('WRONG_USE', message('failures.drafts.noText', { draft: file.name }))
    return read
  } catch (error) {
    if (!(error instanceof ReadFailedError)) throw error
    throw new Failure('WRONG_USE', message('failures.drafts.notRead', { draft: file.name, why: whyNotRead(error) }))
  }
}

/** Of a file that is no document of a matter: no password can be given for it. */
export function whyNotRead({ failure }: ReadFailedError): ReadFailedError['failure']['message'] {
  return failure.code === 'password' && failure.retry ? message('unread.lockedHere') : failure.message
}

/** With the passwords of the matter, one after the other. */
async function readUnlocked(file: DraftFile, options: ReadDraftOptions, signal: AbortSignal): Promise<ReadDraft> {
  let locked: unknown
  for (const password of [undefined, ...options.passwords])
    try {
      return await readWith(password, file, options, signal)
    } catch (error) {
      if (!(error instanceof ReadFailedError && error.failure.code === 'password')) throw error
      locked = error
    }
  throw locked
}

async function readWith(
  password: string | undefined,
  { name, bytes }: DraftFile,
  { reader }: ReadDraftOptions,
  signal: AbortSignal,
): Promise<ReadDraft> {
  const source = { name, sizeBytes: bytes.length, chunks: () => [bytes], password }
  const { pages, result } = await readWhole(reader.read(source, signal))
  return { mediaType: result.mediaType, pages: pages.map(keptPage) }
}

function keptPage({ page, label, text, blocks }: ReadPage): DraftPage {
  return { page, label, text, blocks: [...blocks] }
}
