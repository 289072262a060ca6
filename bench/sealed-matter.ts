import type { Embedder } from '../models/embedder.ts'
import { openKeyring } from '../store/keys/keyring.ts'
import type { MatterStore } from '../store/matter/matter-store.ts'
import { openHome } from '../store/open-home.ts'
import { openStore } from '../store/store.ts'
import { createRandomText } from './random-text.ts'
import { temporaryFolder } from './temporary-home.ts'

const DIMENSIONS = 384
const WORDS_PER_PASSAGE = 120
export const PASSAGES_PER_DOCUMENT = 20

/** A matter in an encrypted store of its own, whose documents have made-up texts and vectors, the same for the same seed. */
export type SealedMatter = AsyncDisposable & {
  /** Gives any text a made-up vector. */
  readonly embedder: Embedder
  readonly words: (count: number) => string
  unlock(): Promise<MatterStore>
  lock(): Promise<void>
  /** Puts a document in, or another text in place of what was there at this path; gives its id. */
  put(matter: MatterStore, path: string): Promise<string>
}

export async function makeSealedMatter(seed: number): Promise<SealedMatter> {
  const life = new AsyncDisposableStack()
  const folder = life.use(await temporaryFolder())
  const home = life.use(await openHome(folder.path))
  const keyring = life.use(await openKeyring(home, { N: 1024, r: 8, p: 1 }))
  await keyring.create({ by: 'key-file' })
  const store = life.use(await openStore({ home, masterKey: () => keyring.masterKey(), now: () => new Date() }))
  const { id } = await store.createMatter({ matter: 'Bench', subtitle: '', sample: false, createdAt: '' })
  const text = createRandomText(seed)
  return {
    embedder: {
      info: { id: 'synthetic', revision: 'synthetic', dimensions: DIMENSIONS },
      embed: async (texts) => texts.map(() => text.vector(DIMENSIONS)),
    },
    words: text.words,
    unlock: () => store.matter(id),
    lock: () => store.closeMatter(id),
    put: (matter, path) => put(matter, path, text),
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

async function put(
  matter: MatterStore,
  path: string,
  { words, vector }: ReturnType<typeof createRandomText>,
): Promise<string> {
  const parts = Array.from({ length: PASSAGES_PER_DOCUMENT }, () => words(WORDS_PER_PASSAGE))
  const whole = parts.join('\n')
  const bytes = new TextEncoder().encode(whole)
  const { sha256 } = await matter.originals.write(once(bytes), 'text/plain')
  const documentId = matter.documents.add({
    root: 'bench',
    path,
    state: 'ready',
    mediaType: 'text/plain',
    bytes: bytes.length,
    addedAt: '',
  })
  matter.documents.setContent(documentId, sha256)
  const version = matter.textVersions.begin({ sha256, reader: 'bench', options: '{}' })
  const page = { page: null, label: null, state: 'text', reason: null, width: null, height: null, words: null } as const
  matter.pages.write(version.id, 1, { ...page, text: whole, blocks: [] })
  let start = 0
  matter.passages.complete(
    version.id,
    parts.map((part) => {
      const passage = { start, end: start + part.length, page: null, section: '', indexText: `${path}\n${part}` }
      start += part.length + 1
      return passage
    }),
  )
  const vectors = matter.passages.list(version.id).map(({ id }) => ({ passageId: id, vector: vector(DIMENSIONS) }))
  matter.vectors.write('synthetic', vectors)
  matter.documents.publish(documentId, version.id)
  return documentId
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
