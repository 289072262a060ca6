import { openMatterLibrary } from '../library/matter-library.ts'
import type { Embedder } from '../models/embedder.ts'
import { openHome } from '../store/open-home.ts'
import { openKeyring } from '../store/keys/keyring.ts'
import type { MatterStore } from '../store/matter/matter-store.ts'
import { openStore } from '../store/store.ts'
import type { Measurement } from './measurement.ts'
import { quantiles } from './quantiles.ts'
import { createRandomText } from './random-text.ts'
import { temporaryFolder } from './temporary-home.ts'

const DIMENSIONS = 384
const PASSAGES_PER_DOCUMENT = 20
const QUESTIONS = 60

/** Search in a sealed matter with synthetic texts and vectors: unlocking, first search, then p50 and p95, as it grows. */
export async function* measureSearch(): AsyncGenerator<Measurement> {
  for (const passages of [1000, 10_000, 100_000]) yield await measureAt(passages)
}

async function measureAt(passages: number): Promise<Measurement> {
  await using folder = await temporaryFolder()
  using home = await openHome(folder.path)
  using keyring = await openKeyring(home, { N: 1024, r: 8, p: 1 })
  await keyring.create({ by: 'key-file' })
  await using store = await openStore({ home, masterKey: () => keyring.masterKey(), now: () => new Date() })
  const { id } = await store.createMatter({ matter: 'Bench', subtitle: '', sample: false, createdAt: '' })
  const text = createRandomText(passages)
  const embedder: Embedder = {
    info: { id: 'synthetic', revision: 'synthetic', dimensions: DIMENSIONS },
    embed: async (texts) => texts.map(() => text.vector(DIMENSIONS)),
  }
  await fill(await store.matter(id), passages, text)
  await store.closeMatter(id)

  const unlockMs = performance.now()
  const matter = await store.matter(id)
  await using library = await openMatterLibrary(matter, embedder)
  const openedMs = performance.now() - unlockMs
  const ask = async () => {
    const startedMs = performance.now()
    await library.search({ question: text.words(8), limit: 10 })
    return performance.now() - startedMs
  }
  const firstMs = await ask()
  const before: number[] = []
  for (let question = 0; question < QUESTIONS; question += 1) before.push(await ask())
  await library.merge()
  const after: number[] = []
  for (let question = 0; question < QUESTIONS; question += 1) after.push(await ask())
  return {
    bench: 'search',
    passages,
    unlockToFirstSearchMs: Math.round(openedMs + firstMs),
    beforeIndexMs: quantiles(before),
    afterIndexMs: quantiles(after),
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
  }
}

async function fill(store: MatterStore, passages: number, text: ReturnType<typeof createRandomText>): Promise<void> {
  for (let document = 0; document < passages / PASSAGES_PER_DOCUMENT; document += 1) {
    const parts = Array.from({ length: PASSAGES_PER_DOCUMENT }, () => text.words(120))
    const whole = parts.join('\n')
    const bytes = new TextEncoder().encode(whole)
    const original = await store.originals.write(once(bytes), 'text/plain')
    const documentId = store.documents.add({
      root: 'bench',
      path: `${document}.txt`,
      state: 'ready',
      mediaType: 'text/plain',
      bytes: bytes.length,
      addedAt: '',
    })
    store.documents.setContent(documentId, original.sha256)
    const version = store.textVersions.begin({ sha256: original.sha256, reader: 'bench', options: '{}' })
    store.pages.write(version.id, 1, {
      page: null,
      label: null,
      state: 'text',
      reason: null,
      text: whole,
      blocks: [],
      width: null,
      height: null,
      words: null,
    })
    let start = 0
    store.passages.complete(
      version.id,
      parts.map((part) => {
        const passage = { start, end: start + part.length, page: null, section: '', indexText: `${document}\n${part}` }
        start += part.length + 1
        return passage
      }),
    )
    const rows = store.passages
      .list(version.id)
      .map(({ id: passageId }) => ({ passageId, vector: text.vector(DIMENSIONS) }))
    store.vectors.write('synthetic', rows)
    store.documents.publish(documentId, version.id)
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
