import type { CompareEvent, CompareInput } from '../../contract/drafts/comparison.ts'
import { basename } from 'node:path'
import type { PageMark, ReadPage } from '../../library/read/read-page.ts'
import { readWhole } from '../../library/read/read-source.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import { originalContent } from '../reading/read-text-version.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import { lexiconOf } from '../home/word-lists.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { type ComparedReading, compareReadings } from './compare-readings.ts'
import { comparedReadings, type StoredReading } from './compared-readings.ts'

/** Two documents of a matter, or two versions of one. Throws as `comparedReadings` does. */
export async function* compareDocuments(
  input: Omit<CompareInput, 'matter'>,
  {
    matter,
    reader,
    words,
  }: { readonly matter: OpenMatter; readonly reader: RemoteReader; readonly words: () => Promise<WordLists> },
  signal: AbortSignal,
): AsyncGenerator<CompareEvent, void, void> {
  const [before, after] = comparedReadings(matter, input)
  yield { type: 'compare-progress', done: 0, of: 1 }
  yield* compareReadings(
    await withMarks(before, matter, reader, signal),
    await withMarks(after, matter, reader, signal),
    { isWord: lexiconOf(await words()).isKnown, signal },
  )
}

/** Of these the reader gives the places of their marks, which are not stored, so the file is read again for them. */
const MARKED: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
])

async function withMarks(
  reading: StoredReading,
  { store }: OpenMatter,
  reader: RemoteReader,
  signal: AbortSignal,
): Promise<ComparedReading> {
  const { mediaType, textVersion, name, password } = reading
  if (!MARKED.has(mediaType)) return reading
  const content = originalContent(store, store.textVersions.get(textVersion).sha256, basename(name))
  const { pages } = await readWhole(reader.read({ ...content, password: password ?? undefined }, signal))
  return withMarksOf(reading, pages)
}

/** A reading of an earlier version of the program may be another text: what is marked in it is then not known. */
export function withMarksOf(reading: ComparedReading, now: readonly ReadPage[]): ComparedReading {
  const isSame = reading.pages.every(({ text }, at) => text === now[at]?.text.toWellFormed())
  if (!isSame) return { ...reading, hasUnknownMarks: now.some(({ marks = [] }) => marks.some(isChange)) }
  return { ...reading, pages: reading.pages.map((page, at) => ({ ...page, marks: now[at]?.marks ?? [] })) }
}

function isChange({ kind }: PageMark): boolean {
  return kind !== 'comment' && kind !== 'number'
}
