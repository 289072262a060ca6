import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../assistant/home/settings.ts'
import { createModelShelf, type ModelShelf } from '../../../assistant/models/model-shelf.ts'
import type { GraphicsLibrary } from '../../../models/graphics-libraries.ts'
import { forkChild } from '../../../processes/fork-child.ts'
import { sendFile, serveFiles } from '../../models/acquire/file-server.ts'
import { wholeAssistant, type WholeAssistant } from '../whole-assistant.ts'

const DRIVER = fileURLToPath(new URL('../../models/children/crashing-driver.ts', import.meta.url))
const ARCHIVE = gzipSync(
  await packTar([{ header: { name: 'package/index.js', size: 18 }, body: 'export const a = 1' }]),
)
const LIBRARY: GraphicsLibrary = {
  kind: 'vulkan',
  system: 'test-x64',
  version: '1.2.3',
  packages: [
    { name: 'test-x64-vulkan', bytes: ARCHIVE.length, sha256: createHash('sha256').update(ARCHIVE).digest('hex') },
  ],
}

/** One of two packages. */
const TWO: GraphicsLibrary = {
  ...LIBRARY,
  packages: LIBRARY.packages.flatMap((one) => [one, { ...one, name: `${one.name}-ext` }]),
}

type Here = { readonly registry: string | null; readonly hasDevice?: boolean; readonly library?: GraphicsLibrary }

/** The models of a computer whose program brings no library for its graphics processor, as a packed app for Linux. */
function shelfWith(whole: WholeAssistant, { registry, hasDevice = true, library = LIBRARY }: Here): ModelShelf {
  return createModelShelf({
    modelsFolder: whole.folder,
    settings: () => ({ ...DEFAULT_SETTINGS, network: false }),
    environment: {},
    processes: whole.assistant.processes,
    startProcess: () => forkChild(DRIVER, { env: { DRIVER: 'late' } }),
    graphicsHere: { hasDevice: async () => hasDevice, hasOwnLibrary: false, fetchable: [library], registry },
    threads: 1,
    paceOf: () => ({ read: () => null, keep: () => {} }),
    onChange: () => {},
  })
}

async function graphicsOf(shelf: ModelShelf) {
  const { graphics, graphicsOffers } = (await shelf.list({ isWhole: true })).computer
  return [graphics, ...graphicsOffers.map(({ id, installed }) => [id, installed])]
}

const ONCE = { fromPackageIndex: false, networkForThis: true }

test('what a graphics processor needs is fetched when it is asked for, used from then on, and can be removed', async () => {
  await using whole = await wholeAssistant()
  await using server = await serveFiles((request, response) => sendFile(ARCHIVE, request, response))
  const shelf = shelfWith(whole, { registry: new URL(server.address).origin })
  expect(await graphicsOf(shelf)).toEqual([null, ['graphics-vulkan', false]])
  expect(server.ranges).toEqual([])
  await Array.fromAsync(shelf.fetch('graphics-vulkan', ONCE))
  expect(await graphicsOf(shelf)).toEqual(['vulkan', ['graphics-vulkan', true]])
  await shelf.remove('graphics-vulkan')
  expect(await graphicsOf(shelf)).toEqual([null, ['graphics-vulkan', false]])
  await expect(shelf.remove('graphics-vulkan')).rejects.toMatchObject({ code: 'NO_MODEL' })
})

test('nothing is fetched while the network is off, unless the user agreed to this one download', async () => {
  await using whole = await wholeAssistant()
  await using server = await serveFiles((request, response) => sendFile(ARCHIVE, request, response))
  const shelf = shelfWith(whole, { registry: new URL(server.address).origin })
  const fetching = Array.fromAsync(shelf.fetch('graphics-vulkan', { ...ONCE, networkForThis: false }))
  await expect(fetching).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(server.ranges).toEqual([])
})

test('a computer without a graphics processor is offered nothing', async () => {
  await using whole = await wholeAssistant()
  const shelf = shelfWith(whole, { registry: 'https://packages.example', hasDevice: false })
  expect(await graphicsOf(shelf)).toEqual([null])
})

test('a copy that was built without an address says so, and changes nothing', async () => {
  await using whole = await wholeAssistant()
  const shelf = shelfWith(whole, { registry: null })
  await expect(Array.fromAsync(shelf.fetch('graphics-vulkan', ONCE))).rejects.toMatchObject({
    code: 'FETCH_FAILED',
    message: expect.stringContaining('models run on the processor'),
  })
})

test('what an earlier version fetched for the graphics processor is removed when the models are first looked for', async () => {
  await using whole = await wholeAssistant()
  for (const name of ['graphics-vulkan-1.0.0', 'graphics-vulkan-1.2.3', 'some-model'])
    await mkdir(join(whole.folder, name, 'node_modules'), { recursive: true })
  shelfWith(whole, { registry: null })
  const left = async () => (await readdir(whole.folder)).filter((name) => /^graphics|^some/.test(name)).toSorted()
  await vi.waitFor(async () => expect(await left()).toEqual(['graphics-vulkan-1.2.3', 'some-model']))
})

test('what is already there counts archives that are whole and those that were begun', async () => {
  await using whole = await wholeAssistant()
  const shelf = shelfWith(whole, { registry: 'https://packages.example', library: TWO })
  const folder = join(whole.folder, 'graphics-vulkan-1.2.3')
  await mkdir(folder)
  await writeFile(join(folder, 'test-x64-vulkan.tgz'), ARCHIVE)
  await writeFile(join(folder, 'test-x64-vulkan-ext.tgz.part'), ARCHIVE.subarray(0, 10))
  const { graphicsOffers } = (await shelf.list()).computer
  expect(graphicsOffers).toMatchObject([{ installed: false, partialBytes: ARCHIVE.length + 10 }])
})
