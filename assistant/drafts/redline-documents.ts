import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { createRemoteReader, type RemoteWriter } from '../../library/remote-reader.ts'
import type { RedlineAuthor } from '../../library/write/redline-part.ts'
import { supervise } from '../../processes/supervise.ts'
import type { CompareInput, RedlineFormat } from '../../contract/drafts/comparison.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { originalContent } from '../reading/read-text-version.ts'
import { type ReadFilesOptions, readComparedFile } from './compare-files.ts'
import { comparedReadings } from './compared-readings.ts'
import { type MadeRedline, makeRedline } from './make-redline.ts'

type Made = { readonly author: RedlineAuthor; readonly format: RedlineFormat; readonly fontsFolder: string }

/** Two documents of a matter, or two versions of one. Throws as `comparedReadings` does. */
export async function redlineDocuments(
  { before, after }: Omit<CompareInput, 'matter'>,
  {
    matter,
    writer,
    author,
    format,
    fontsFolder,
  }: Made & { readonly matter: OpenMatter; readonly writer: RemoteWriter },
  signal: AbortSignal,
): Promise<MadeRedline> {
  const [first, second] = comparedReadings(matter, { before, after })
  const { sha256 } = matter.store.textVersions.get(first.textVersion)
  const bytes = Buffer.concat([...originalContent(matter.store, sha256, first.name).chunks()])
  return makeRedline({ before: { ...first, bytes }, after: second, author, format }, { writer, fontsFolder }, signal)
}

/** Two files of this computer; nothing is kept. Throws as `readComparedFile` does. */
export async function redlineFiles(
  { before, after }: { readonly before: string; readonly after: string },
  { startProcess, ocrDataFolder, author, format, fontsFolder }: Made & ReadFilesOptions,
  signal: AbortSignal,
): Promise<MadeRedline> {
  await using supervised = supervise('reader', () => startProcess('reader', { name: 'reader' }))
  const reader = createRemoteReader(supervised)
  const first = await readComparedFile(before, reader, ocrDataFolder, signal)
  const second = await readComparedFile(after, reader, ocrDataFolder, signal)
  const bytes = await buffer(createReadStream(before, { signal }))
  // Awaited here, for the reader ends with this call.
  return await makeRedline(
    { before: { ...first, bytes }, after: second, author, format },
    { writer: reader, fontsFolder },
    signal,
  )
}
