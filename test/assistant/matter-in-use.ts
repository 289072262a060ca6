import { cpSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createForeground, type Foreground } from '../../assistant/home/foreground.ts'
import type { OpenMatter } from '../../assistant/home/open-matters.ts'
import { createReadingQueue, type ReadingQueue } from '../../assistant/reading/queue/reading-queue.ts'
import { createLibreOffice, type LibreOffice } from '../../assistant/reading/libreoffice/create-libreoffice.ts'
import type { Answer } from '../../contract/answers/answer.ts'
import { openMatterLibrary } from '../../library/matter-library.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import { MATTER, openTestStore, temporaryFolder } from '../store/temporary-home.ts'
import { createTextReader } from './text-reader.ts'

export type MatterInUse = AsyncDisposable & {
  readonly matter: OpenMatter
  readonly queue: ReadingQueue
  readonly foreground: Foreground
  readonly folder: string
  /** Writes a file below the folder of this test; gives its path. */
  write(name: string, text: string | Uint8Array): Promise<string>
  /** Closes everything of the matter and opens it again, as after a start. */
  reopen(): Promise<void>
  /** Goes on with what is on the disk at this moment, as after a kill: whatever is still written is lost. */
  kill(): Promise<void>
}

/** A computer without LibreOffice. */
export const noOffice = createLibreOffice({ home: '/nowhere', environment: { CONSILIUM_LIBREOFFICE: '/nowhere' } })

export type MatterOptions = {
  readonly reader?: RemoteReader
  readonly embedder?: Embedder | null
  readonly now?: () => Date
  /** Else there is none on the computer. */
  readonly office?: LibreOffice
  /** Else nothing is recognised. */
  readonly ocrDataFolder?: string | null
}

/** A matter in a real, encrypted store with its real index and queue. */
export async function matterInUse({
  reader = createTextReader(),
  embedder = null,
  now = () => new Date(),
  office = noOffice,
  ocrDataFolder = null,
}: MatterOptions = {}): Promise<MatterInUse> {
  const life = new AsyncDisposableStack()
  const { path: folder } = life.use(await temporaryFolder())
  let home = join(folder, 'home')
  let testStore = await openTestStore(home)
  life.defer(() => testStore[Symbol.asyncDispose]())
  const { id } = await testStore.store.createMatter(MATTER)
  const foreground = createForeground()
  const open = async () => {
    const matterStore = (await testStore.store.matter(id)) as MatterStore<Answer>
    const library = await openMatterLibrary(matterStore, embedder)
    const matter: OpenMatter = {
      id,
      name: MATTER.matter,
      isSample: MATTER.sample,
      store: matterStore,
      library,
      closing: new AbortController().signal,
      users: createForeground(),
    }
    const queue = createReadingQueue({
      matter,
      reader,
      embedder: async () => embedder,
      foreground,
      ocrDataFolder,
      office,
      now,
    })
    return { matter, queue }
  }
  const close = async ({ matter, queue }: Awaited<ReturnType<typeof open>>) => {
    await queue[Symbol.asyncDispose]()
    await matter.library[Symbol.asyncDispose]()
  }
  let opened = await open()
  life.defer(() => close(opened))
  return {
    get matter() {
      return opened.matter
    },
    get queue() {
      return opened.queue
    },
    foreground,
    folder,
    async write(name, text) {
      const path = join(folder, 'files', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
      return path
    },
    async reopen() {
      await close(opened)
      await testStore.store.closeMatter(id)
      opened = await open()
    },
    async kill() {
      const left = home
      home = `${left}-on`
      // Reading the lock would give it up.
      cpSync(left, home, { recursive: true, filter: (path) => !basename(path).startsWith('lock.db') })
      await close(opened)
      await testStore[Symbol.asyncDispose]()
      testStore = await openTestStore(home)
      opened = await open()
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

/** Adds a document of a file to the matter as `addPaths` does, and queues it. */
export function enqueue({ matter, queue }: MatterInUse, file: string, path: string): string {
  const documentId = matter.store.documents.add({
    root: 'files',
    path,
    state: 'queued',
    mediaType: '',
    bytes: 10,
    addedAt: '2026-01-01T00:00:00.000Z',
  })
  queue.add(documentId, file)
  return documentId
}

/** For `until`: nothing waits to be read, and nothing is being read. */
export const isIdle =
  ({ queue }: MatterInUse) =>
  () => {
    const { documents, documentsDone, running } = queue.progress()
    return documents === documentsDone && !running
  }

export async function textsFound({ matter }: MatterInUse, question: string): Promise<readonly string[]> {
  return (await matter.library.search({ question, limit: 5 })).hits.map(({ text }) => text)
}
