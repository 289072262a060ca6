import type { NewPage } from '../../../store/matter/pages.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import { MATTER, once, openTestStore, temporaryFolder, type TestStore } from '../temporary-home.ts'

export type NewMatter = AsyncDisposable & {
  readonly opened: TestStore
  readonly id: string
  readonly matter: MatterStore
  /** Closes the matter and opens it again, as after a start. */
  reopen(): Promise<MatterStore>
}

export async function newMatter(): Promise<NewMatter> {
  const folder = await temporaryFolder()
  const opened = await openTestStore(folder.path)
  const { id } = await opened.store.createMatter(MATTER)
  return {
    opened,
    id,
    matter: await opened.store.matter(id),
    async reopen() {
      await opened.store.closeMatter(id)
      return opened.store.matter(id)
    },
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}

export function textPage(page: number | null, text: string): NewPage {
  return { page, label: null, state: 'text', reason: null, text, width: null, height: null, words: null, blocks: [] }
}

export type AddedDocument = {
  readonly documentId: string
  readonly sha256: string
  readonly textVersionId: number
  readonly passageIds: readonly number[]
}

/** A document of one page without number, with a passage a word, each with the vector [1, place]; published. */
export async function addDocument(
  matter: MatterStore,
  path: string,
  text: string,
  root = 'docs',
): Promise<AddedDocument> {
  const { sha256, bytes } = await matter.originals.write(once(Buffer.from(text)), 'text/plain')
  const added = {
    root,
    path,
    state: 'ready',
    mediaType: 'text/plain',
    bytes,
    addedAt: '2026-01-01T00:00:00.000Z',
  } as const
  const documentId = matter.documents.add(added)
  matter.documents.setContent(documentId, sha256)
  const { id: textVersionId } = matter.textVersions.begin({ sha256, reader: 'text 1', options: '{}' })
  matter.pages.write(textVersionId, 1, textPage(null, text))
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    page: null,
    section: '',
    indexText: `${path}\n${word}`,
  }))
  matter.passages.complete(textVersionId, words)
  const passageIds = matter.passages.list(textVersionId).map(({ id }) => id)
  matter.vectors.write(
    'revision',
    passageIds.map((passageId, place) => ({ passageId, vector: new Float32Array([1, place]) })),
  )
  matter.documents.publish(documentId, textVersionId)
  return { documentId, sha256, textVersionId, passageIds }
}

/** The passages that each document shows, in its order. */
export function shownPassages({
  documents,
  passages,
}: MatterStore): readonly (readonly [text: string, document: string])[] {
  return documents
    .list(null)
    .flatMap(({ documentId, textVersionId }) =>
      passages.list(textVersionId ?? 0).map(({ text }) => [text, documentId] as const),
    )
}

/** Rows of every table but the fixed ones, for "nothing is left". */
export function rowCounts(matter: MatterStore): Readonly<Record<string, number>> {
  const tables = matter.database
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
  const count = (table: string) =>
    matter.database.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows ?? 0
  return Object.fromEntries(tables.map(({ name }) => [name, count(name)]).filter(([, rows]) => rows !== 0))
}
