import { expect, test } from 'vitest'
import { modelRows } from '../../../assistant/models/model-rows.ts'
import { readCatalogue } from '../../../models/catalogue.ts'
import type { InstalledModel } from '../../../models/installed.ts'
import { message } from '../../../wording/message.ts'

const COMPUTER = {
  cores: 8,
  threads: 7,
  memoryBytes: 32e9,
  freeBytes: 24e9,
  diskFreeBytes: 100e9,
  graphics: null,
  graphicsFault: null,
  graphicsOffers: [],
}
const KNOWN_ABOUT = readCatalogue().find(({ files }) => files[0]?.sha256 === null)

/** The same model as it came: the publisher has another size than the catalogue. */
function installed(bytes: number): InstalledModel {
  if (!KNOWN_ABOUT) throw new Error('Expected a model whose size is known only about.')
  const files = KNOWN_ABOUT.files.map((file) => ({ ...file, bytes, sha256: 'a'.repeat(64) }))
  const model = { ...KNOWN_ABOUT, files }
  return { model, path: '', sha256: 'a'.repeat(64), installedAt: '', lora: null, damage: null }
}

function rowsOf(there: readonly InstalledModel[]) {
  return modelRows({
    catalogue: readCatalogue(),
    installed: there,
    computer: COMPUTER,
    contextTokens: 8192,
    inUse: new Set(),
    modelsFolder: '/nowhere',
    mirror: null,
  })
}

async function rowOf(there: readonly InstalledModel[]) {
  const row = (await rowsOf(there)).find(({ id }) => id === KNOWN_ABOUT?.id)
  if (!row) throw new Error('Expected a row of the model.')
  return row
}

test('a model has one size everywhere: as it lies on the disk, and before that about', async () => {
  const before = await rowOf([])
  const after = await rowOf([installed(before.bytes + 5e8)])
  const about = message('models.sizeApproximate')
  expect(before.notes).toContainEqual(about)
  expect(after.notes).not.toContainEqual(about)
  expect(after.bytes - before.bytes).toBe(5e8)
  expect(after.fit.needBytes - before.fit.needBytes).toBe(5e8)
})

test('two files of one model have two names in the list, and a single one keeps the plain name', async () => {
  const own = (id: string, title: string): InstalledModel => {
    const { model, ...rest } = installed(2e9)
    return { ...rest, model: { ...model, id, title } }
  }
  const rows = await rowsOf([
    own('house-3b-q4_k_m', 'House 3B'),
    own('house-3b-q8_0', 'House 3B'),
    own('other-1b-q8_0', 'Other 1B'),
  ])
  expect(rows.slice(-3).map(({ title }) => title)).toEqual([
    'House 3B, house-3b-q4_k_m',
    'House 3B, house-3b-q8_0',
    'Other 1B',
  ])
})
