import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CompareEvent } from '../../contract/drafts/comparison.ts'
import { whyNotRead } from './read-draft.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import { readWhole } from '../../library/read/read-source.ts'
import { createRemoteReader, type RemoteReader } from '../../library/remote-reader.ts'
import type { StartProcess } from '../../processes/child.ts'
import { supervise } from '../../processes/supervise.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { createWordLists, lexiconOf } from '../home/word-lists.ts'
import { ocrRequest } from '../reading/reading-options.ts'
import { type ComparedReading, compareReadings } from './compare-readings.ts'

export type ReadFilesOptions = {
  readonly startProcess: StartProcess
  /** Where the data for text recognition lies; null: nothing is recognised. */
  readonly ocrDataFolder: string | null
  readonly wordListsFile: string
}

const READ_BYTES = 2 ** 20

/**
 * Two files of this computer, read by a reader process that ends with the comparison; no matter is opened and nothing is kept. Throws `NOT_FOUND`
 * for a file that is not there, and `WRONG_USE` for one that cannot be read.
 */
export async function* compareFiles(
  files: { readonly before: string; readonly after: string },
  { startProcess, ocrDataFolder, wordListsFile }: ReadFilesOptions,
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, void, void> {
  await using supervised = supervise('reader', () => startProcess('reader', { name: 'reader' }))
  const reader = createRemoteReader(supervised)
  const before = await readComparedFile(files.before, reader, ocrDataFolder, signal)
  const after = await readComparedFile(files.after, reader, ocrDataFolder, signal)
  const { isKnown } = lexiconOf(await createWordLists(wordListsFile)())
  yield* compareReadings(before, after, { isWord: isKnown, signal })
}

/** Throws `NOT_FOUND` for a file that is not there, and `WRONG_USE` for one that cannot be read. */
export async function readComparedFile(
  file: string,
  reader: RemoteReader,
  ocrDataFolder: string | null,
  signal: AbortSignal,
): Promise<ComparedReading & { readonly mediaType: string }> {
  const name = basename(file)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Failure('NOT_FOUND', message('failures.comparison.noFile', { document: file }))
  const ocr = ocrRequest({ ocr: 'auto', languages: [] }, ocrDataFolder)
  const chunks = () => createReadStream(file, { highWaterMark: READ_BYTES, signal }) as AsyncIterable<Uint8Array>
  try {
    const { pages, result } = await readWhole(reader.read({ name, sizeBytes: found.size, ocr, chunks }, signal))
    const sound = pages.map((page) => ({ ...page, text: page.text.toWellFormed() }))
    return { name, textVersion: 0, pages: sound, mediaType: result.mediaType }
  } catch (error) {
    if (!(error instanceof ReadFailedError)) throw error
    throw new Failure('WRONG_USE', message('failures.comparison.notRead', { document: name, why: whyNotRead(error) }))
  }
}
