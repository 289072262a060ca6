import { once } from 'node:events'
import { createServer } from 'node:net'
import { notReadWords } from '../../../contract/document.ts'
import { verbatim } from '../../../wording/message.ts'
import { access, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createForeground } from '../../../assistant/home/foreground.ts'
import { createReferences, type References } from '../../../assistant/references/references.ts'
import type { ReferenceEvent } from '../../../contract/reference.ts'
import type { Embedder } from '../../../models/embedder.ts'
import { createHashEmbedder } from '../../../models/stand-ins.ts'
import type { AppStore } from '../../../store/app/app-store.ts'
import { type ObjectStore, startObjectStore } from '../../../scripts/object-store.ts'
import { openTestStore, temporaryFolder } from '../../store/temporary-home.ts'
import { createTextReader, type TextReader } from '../text-reader.ts'
import { codeOf } from '../whole-assistant.ts'

type Use = AsyncDisposable & {
  readonly references: References
  readonly app: AppStore
  readonly folder: string
  readonly reader: TextReader
  readonly state: { network: boolean; embedder: Embedder | null; nowMs: number }
  write(name: string, text: string): Promise<string>
}

async function referencesInUse(): Promise<Use> {
  const life = new AsyncDisposableStack()
  const { path: folder } = life.use(await temporaryFolder())
  const { store } = life.use(await openTestStore(join(folder, 'home')))
  const state = { network: true, embedder: createHashEmbedder() as Embedder | null, nowMs: 1_700_000_000_000 }
  const reader = createTextReader({
    fails: (name) =>
      name.includes('broken') ? { code: 'damaged', message: verbatim('The file is damaged.'), retry: false } : null,
  })
  const references = createReferences({
    app: () => store.app,
    folder: join(folder, 'references'),
    environment: {},
    isNetworkOn: () => state.network,
    embedder: async () => state.embedder,
    reader,
    foreground: createForeground(),
    ocrDataFolder: null,
    now: () => new Date(state.nowMs),
    onChange: () => {},
  })
  life.defer(() => references.close())
  return {
    references,
    app: store.app,
    folder,
    reader,
    state,
    async write(name, text) {
      const path = join(folder, name)
      await writeFile(path, text)
      return path
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

const NEVER = new AbortController().signal
const HERE = { address: null, access: null }

async function build(use: Use, paths: readonly string[], place: object = HERE, signal = NEVER) {
  const input = { ...HERE, ...place, reference: 'Law', paths }
  const events: ReferenceEvent[] = await Array.fromAsync(use.references.build(input, signal))
  const end = events.at(-1)
  if (end?.type !== 'reference-end') throw new Error('Expected the end of a build.')
  return { events, end }
}

async function found(use: Use, question: string, matter = 'm1'): Promise<readonly string[]> {
  const { hits } = await (await use.references.of(matter)).search(question, 5)
  return hits.map(({ text }) => text)
}

describe('building', () => {
  test('reads what is new or changed, drops what is gone, and tells what could not be read', async () => {
    await using use = await referencesInUse()
    const a = await use.write('a.txt', 'Guardians are appointed by the court.')
    const b = await use.write('b.txt', 'Fees are ten pounds.')
    const first = await build(use, [a, b])
    expect(first.end).toMatchObject({ reference: 'Law', documents: 2, passages: 2, added: 2, own: true, fits: true })
    expect(use.reader.pagesRead).toEqual(['a.txt 1', 'b.txt 1'])
    await use.write('a.txt', 'Guardians are appointed by the registrar.')
    const broken = await use.write('broken.txt', 'x')
    const second = await build(use, [a, broken])
    expect(second.end).toMatchObject({ documents: 1, added: 1, unchanged: 0, removed: 1, failed: 1 })
    expect(second.events).toContainEqual(
      expect.objectContaining({ document: 'broken.txt', state: 'failed', error: expect.anything() as unknown }),
    )
    expect(await found(use, 'Who appoints guardians?')).toEqual(['Guardians are appointed by the registrar.'])
    const third = await build(use, [a])
    expect(third.end).toMatchObject({ added: 0, unchanged: 1, removed: 0, documents: 1 })
    expect(use.reader.pagesRead).toEqual(['a.txt 1', 'b.txt 1', 'a.txt 1'])
  })

  test('changes nothing when a path is missing, and needs an embedding model', async () => {
    await using use = await referencesInUse()
    const a = await use.write('a.txt', 'Guardians.')
    await build(use, [a])
    expect(await codeOf(() => build(use, [a, join(use.folder, 'missing')]))).toBe('NOT_FOUND')
    expect(await found(use, 'guardians')).toEqual(['Guardians.'])
    use.state.embedder = null
    expect(await codeOf(() => build(use, [a]))).toBe('NO_MODEL')
  })

  test('goes on where it was stopped', async () => {
    await using use = await referencesInUse()
    const paths: string[] = []
    for (let number = 1; number <= 5; number += 1)
      paths.push(await use.write(`${number}.txt`, `Rule ${number} on guardians.`))
    const stop = new AbortController()
    const events = use.references.build({ ...HERE, reference: 'Law', paths }, stop.signal)
    for await (const event of events) {
      if (event.type === 'reference-document' && event.document === '3.txt') break
    }
    expect(await found(use, 'guardians')).toEqual([])
    expect(await use.references.list()).toEqual([])
    const { end } = await build(use, paths)
    expect(end).toMatchObject({ documents: 5, added: 2, unchanged: 3 })
    expect(use.reader.pagesRead).toHaveLength(5)
  })

  test('keeps apart files of the same name in two folders', async () => {
    await using use = await referencesInUse()
    await using other = await temporaryFolder()
    const a = await use.write('a.txt', 'Guardians here.')
    await writeFile(join(other.path, 'a.txt'), 'Guardians there.')
    await build(use, [a, join(other.path, 'a.txt')])
    expect((await found(use, 'guardians')).toSorted()).toEqual(['Guardians here.', 'Guardians there.'])
  })
})

describe('a reference library that another built', () => {
  let store: ObjectStore
  beforeAll(async () => {
    store = await startObjectStore()
  })
  afterAll(() => store[Symbol.asyncDispose]())

  async function shared(address: string): Promise<void> {
    await using use = await referencesInUse()
    const a = await use.write('a.txt', 'Guardians are appointed by the court.')
    await build(use, [a], { address, access: store.access })
  }

  test('is attached, searched and opened with rights to read only, and recorded once', async () => {
    await shared('s3://law/attached')
    await using use = await referencesInUse()
    const input = { reference: 'Team law', address: 's3://law/attached/', access: store.readerAccess, wordsOnly: false }
    const attached = await use.references.attach(input)
    const { host } = new URL(store.access.endpoint ?? '')
    expect(attached).toMatchObject({ address: 's3://law/attached', host, documents: 1, own: false, fits: true })
    const { hits, searched } = await (await use.references.of('m1')).search('Who appoints guardians?', 5)
    expect(searched).toEqual(['Team law'])
    expect(hits[0]).toMatchObject({ reference: 'Team law', text: 'Guardians are appointed by the court.' })
    const text = await use.references.text('team law', hits[0]?.passage.sha256 ?? '')
    expect(text).toMatchObject({
      document: 'a.txt',
      mediaType: 'text/plain',
      pages: [{ text: 'Guardians are appointed by the court.' }],
    })
    const recorded = use.app.ledger.list().filter(({ kind }) => kind.startsWith('reference'))
    expect(recorded).toMatchObject([{ kind: 'reference-attached', data: { address: 's3://law/attached', host } }])
    expect(await codeOf(() => use.references.attach(input))).toBe('ALREADY_EXISTS')
  })

  test('is not asked while the network is off: the answer goes on and says so', async () => {
    await shared('s3://law/offline')
    await using use = await referencesInUse()
    const input = { reference: 'Law', address: 's3://law/offline', access: store.readerAccess, wordsOnly: false }
    use.state.network = false
    const before = store.requests.length
    expect(await codeOf(() => use.references.attach(input))).toBe('OFFLINE')
    const a = await use.write('a.txt', 'x')
    expect(await codeOf(() => build(use, [a], { address: 's3://law/new', access: store.access }))).toBe('OFFLINE')
    use.state.network = true
    await use.references.attach(input)
    use.state.network = false
    const attached = store.requests.length
    const { hits, searched, notSearched } = await (await use.references.of('m1')).search('guardians', 5)
    expect([hits, searched]).toEqual([[], []])
    expect(notSearched.map(notReadWords)).toEqual([
      { document: 'Reference library Law', reason: expect.stringMatching(/switched off/) },
    ])
    await use.references.list()
    expect(store.requests.length).toBe(attached)
    expect(attached).toBeGreaterThan(before)
    use.state.network = true
    expect(await found(use, 'guardians')).toHaveLength(1)
  })

  test('that cannot be reached is left out with a reason, and left alone for a while', async () => {
    const lost = await startObjectStore()
    await using use = await referencesInUse()
    const a = await use.write('a.txt', 'Guardians are appointed by the court.')
    await build(use, [a], { address: 's3://law/lost', access: lost.access })
    await lost[Symbol.asyncDispose]()
    const ask = async () => (await use.references.of('m1')).search('guardians', 5)
    const { hits, notSearched } = await ask()
    expect(hits).toEqual([])
    expect(notSearched.map(notReadWords)[0]?.reason).toMatch(/does not answer|did not answer/)
    let calls = 0
    const listening = createServer((socket) => {
      calls += 1
      socket.destroy()
    }).listen(Number(new URL(lost.access.endpoint).port), '127.0.0.1')
    await once(listening, 'listening')
    expect((await ask()).notSearched).toEqual(notSearched)
    expect(calls).toBe(0)
    listening.close()
  })

  test('with another embedding model is refused, or searched by words when that is wanted', async () => {
    await shared('s3://law/other')
    await using use = await referencesInUse()
    use.state.embedder = createHashEmbedder(32)
    const input = { reference: 'Law', address: 's3://law/other', access: store.readerAccess, wordsOnly: false }
    await expect(use.references.attach(input)).rejects.toThrow(/built with the search model hash .*words alone/)
    expect(await use.references.list()).toEqual([])
    expect(await use.references.attach({ ...input, wordsOnly: true })).toMatchObject({ fits: false })
    const { hits } = await (await use.references.of('m1')).search('guardian', 5)
    expect(hits[0]).toMatchObject({ text: 'Guardians are appointed by the court.', similarity: null })
  })

  test('built anew by another is seen within a minute', async () => {
    await using use = await referencesInUse()
    const place = { address: 's3://law/news', access: store.access }
    await using builder = await referencesInUse()
    await build(builder, [await builder.write('a.txt', 'The old rule.')], place)
    await use.references.attach({ reference: 'Law', ...place, access: store.readerAccess, wordsOnly: false })
    expect(await found(use, 'rule')).toEqual(['The old rule.'])
    await build(builder, [await builder.write('a.txt', 'The new rule.')])
    expect(await found(use, 'rule')).toEqual(['The old rule.'])
    use.state.nowMs += 61_000
    expect(await found(use, 'rule')).toEqual(['The new rule.'])
  })
})

describe('what is remembered', () => {
  test('a matter is searched with every library that is not switched off for it', async () => {
    await using use = await referencesInUse()
    await build(use, [await use.write('a.txt', 'Guardians.')])
    use.references.use('law', 'm1', false)
    expect([await found(use, 'guardians', 'm1'), await found(use, 'guardians', 'm2')]).toEqual([[], ['Guardians.']])
    expect(await use.references.list()).toMatchObject([{ switchedOffIn: ['m1'] }])
    use.references.use('Law', 'm1', true)
    expect(await found(use, 'guardians', 'm1')).toEqual(['Guardians.'])
  })

  test('removing forgets; files go only when asked, and never those of others', async () => {
    await using use = await referencesInUse()
    const a = await use.write('a.txt', 'Guardians.')
    const { end } = await build(use, [a])
    await use.references.remove('Law', false)
    await access(join(end.address, 'editions.lance'))
    expect([await use.references.list(), await found(use, 'guardians')]).toEqual([[], []])
    await use.references.attach({ reference: 'Team', address: end.address, access: null, wordsOnly: false })
    expect(await codeOf(() => use.references.remove('Team', true))).toBe('WRONG_USE')
    expect(await found(use, 'guardians')).toEqual(['Guardians.'])
    await build(use, [a])
    await use.references.remove('Law', true)
    expect(await codeOf(() => access(end.address))).toBe('ENOENT')
  })

  test('the secret of an object store lies in no file as it is', async () => {
    await using use = await referencesInUse()
    await using store = await startObjectStore()
    const secret = 'Zx81SecretOfTheStore'
    const a = await use.write('a.txt', 'Guardians.')
    await build(use, [a], { address: 's3://law/secret', access: { ...store.access, secret } })
    expect(JSON.stringify(use.app.settings.all())).toContain(secret)
    expect(JSON.stringify(await use.references.list())).not.toContain(secret)
    expect(JSON.stringify(use.app.ledger.list())).not.toContain(secret)
    for (const file of ['app.db', 'app.db-wal']) {
      const bytes = await readFile(join(use.folder, 'home', file)).catch(() => Buffer.of())
      expect(bytes.includes(secret)).toBe(false)
    }
    expect(store.sent.join('\n')).not.toContain(secret)
  })

  test('a folder that is gone is told, and nothing is made in its place', async () => {
    await using use = await referencesInUse()
    const { end } = await build(use, [await use.write('a.txt', 'Guardians.')])
    await use.references.close()
    await rm(end.address, { recursive: true })
    const { notSearched } = await (await use.references.of('m1')).search('guardians', 5)
    expect(notSearched.map(notReadWords)[0]?.reason).toMatch(/is not there/)
    expect(await codeOf(() => access(end.address))).toBe('ENOENT')
  })
})
