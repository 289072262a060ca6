import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../models/catalogue.ts'
import { makeTinyGguf } from '../../../scripts/make-tiny-gguf.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

describe('the models of a computer', () => {
  const life = new AsyncDisposableStack()
  let use: WholeAssistant
  let id = ''
  const kinds = async () => (await use.client.ledger.list({ matter: null })).map(({ kind }) => kind)

  beforeAll(async () => {
    use = life.use(await wholeAssistant())
    await use.client.home.create({ passphrase: null })
    await makeTinyGguf(join(use.folder, 'tiny.gguf'))
  })
  afterAll(() => life.disposeAsync())

  test('are those of the catalogue, none of them there at first', async () => {
    const { models, computer } = await use.client.model.list()
    expect(new Set(models.map(({ kind }) => kind))).toEqual(new Set(['language', 'embedding', 'reranker']))
    expect(models.filter(({ installed, inUse }) => installed || inUse)).toEqual([])
    expect(computer.threads).toBeGreaterThan(0)
    expect(await use.assistant.shelf.language(null)).toBeNull()
    expect(await use.assistant.shelf.embedder()).toBeNull()
    expect(await use.assistant.shelf.reranker()).toBeNull()
    await use.client.model.prepare()
    expect(use.assistant.processes.language.state).toBe('idle')
  })

  test('are taken in from a file, told and recorded, and the first one is used without being chosen', async () => {
    const told: string[] = []
    const forget = use.assistant.events.add(({ type }) => told.push(type))
    const events = await Array.fromAsync(await use.client.model.importFile({ file: join(use.folder, 'tiny.gguf') }))
    forget()
    const end = events.at(-1)
    id = end?.id ?? ''
    expect(end).toMatchObject({ type: 'model-end', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(told).toContain('models-changed')
    expect((await use.client.model.list()).models.find((model) => model.id === id)).toMatchObject({
      installed: true,
      inUse: true,
      partialBytes: 0,
    })
    expect((await use.client.ledger.list({ matter: null })).at(-1)).toMatchObject({
      kind: 'model-installed',
      data: { model: id },
    })
  })

  test('are one model however many ask for it at the same time', async () => {
    const [one, two] = await Promise.all([use.assistant.shelf.language(null), use.assistant.shelf.language(id)])
    expect(one).not.toBeNull()
    expect(one).toBe(two)
  })

  test('are loaded ahead for whoever is about to ask', async () => {
    expect((await use.client.application.status()).languageModel).toMatchObject({ id, state: 'unloaded' })
    await use.client.model.prepare()
    expect((await use.client.application.status()).languageModel).toMatchObject({ id, state: 'ready' })
  })

  test('are chosen by id, which is recorded', async () => {
    await use.client.model.use({ id })
    expect(await use.client.application.settings()).toMatchObject({ languageModel: id })
    expect(await kinds()).toContain('model-chosen')
  })

  test('whose file has gone are named as missing, and the program can be looked at all the same', async () => {
    await use.client.application.changeSettings({ languageModel: 'gone-from-the-disk' })
    expect(await use.client.application.status()).toMatchObject({ lock: 'open', languageModel: null })
    await use.client.application.changeSettings({ languageModel: id })
  })

  test('that are not installed say how to get them', async () => {
    const { models } = await use.client.model.list()
    const absent = models.find((model) => !model.installed)?.id ?? ''
    expect(await codeOf(() => use.client.model.use({ id: absent }))).toBe('NO_MODEL')
    expect(await codeOf(() => use.client.model.remove({ id: 'never-heard-of' }))).toBe('NOT_FOUND')
    expect(await codeOf(async () => Array.fromAsync(await use.client.model.get({ id: 'never-heard-of' })))).toBe(
      'NOT_FOUND',
    )
  })

  test('are fetched from nowhere while the network is switched off', async () => {
    await use.client.application.changeSettings({ network: false })
    const absent = (await use.client.model.list()).models.find((model) => !model.installed && model.address)?.id ?? ''
    expect(await codeOf(async () => Array.fromAsync(await use.client.model.get({ id: absent })))).toBe('OFFLINE')
  })

  test('are fetched when the user agrees to that one fetch, and the switch stays off', async () => {
    let requests = 0
    const mirror = createServer((_, response) => {
      requests++
      response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await once(mirror, 'listening')
    const { port } = mirror.address() as AddressInfo
    await use.client.application.changeSettings({ network: false, mirror: `http://127.0.0.1:${port}` })
    const absent = (await use.client.model.list()).models.find((model) => !model.installed && model.address)?.id ?? ''
    const fetch = async () => Array.fromAsync(await use.client.model.get({ id: absent, networkForThis: true }))
    expect(await codeOf(fetch)).toBe('FETCH_FAILED')
    mirror.close()
    expect(requests).toBeGreaterThan(0)
    expect(await use.client.application.settings()).toMatchObject({ network: false })
    const begun = (await use.client.ledger.list({ matter: null })).findLast(({ kind }) => kind === 'model-fetch-begun')
    expect(begun).toMatchObject({ data: { model: absent, networkForThis: true } })
  })

  test('with two installed and none chosen the one that is fit for more answers, and a choice stays', async () => {
    const [tests, better] = ['qwen2.5-coder-0.5b-instruct-q4_k_m', 'qwen2.5-coder-1.5b-instruct-q4_k_m']
    await use.client.model.remove({ id })
    await use.client.application.changeSettings({ languageModel: null })
    const used = async () => (await use.assistant.shelf.language(null))?.info
    await putModel(join(use.folder, 'models'), tests)
    expect(await used()).toMatchObject({ id: tests, purpose: 'tests' })
    await putModel(join(use.folder, 'models'), better)
    expect(await used()).toMatchObject({ id: better, purpose: 'try' })
    const rows = (await use.client.model.list()).models.filter(({ kind, inUse }) => kind === 'language' && inUse)
    expect(rows).toMatchObject([{ id: better, purpose: 'try' }])
    await use.client.model.use({ id: tests })
    expect(await used()).toMatchObject({ id: tests, purpose: 'tests' })
    for (const one of [tests, better]) await use.client.model.remove({ id: one })
    await use.client.application.changeSettings({ languageModel: null })
    await Array.fromAsync(await use.client.model.importFile({ file: join(use.folder, 'tiny.gguf') }))
  })

  test('go away with their files, which is recorded', async () => {
    await use.client.model.remove({ id })
    expect((await use.client.model.list()).models.some((model) => model.id === id && model.installed)).toBe(false)
    expect(await use.assistant.shelf.language(null)).toBeNull()
    expect((await kinds()).at(-1)).toBe('model-removed')
  })
})

/** As a model of the catalogue lies in its folder once it is installed, but with a file of a few bytes. */
async function putModel(modelsFolder: string, id: string): Promise<void> {
  const model = readCatalogue().find((one) => one.id === id)
  if (!model) throw new Error(`no ${id}`)
  const files = model.files.map((file) => ({ ...file, bytes: 4 }))
  const record = { version: 1, way: 'file', address: '', installedAt: '', model: { ...model, files } }
  await mkdir(join(modelsFolder, id), { recursive: true })
  for (const { name } of files) await writeFile(join(modelsFolder, id, name), 'GGUF')
  await writeFile(join(modelsFolder, id, 'model.json'), JSON.stringify(record))
}
