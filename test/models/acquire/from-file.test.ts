import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { fromFile } from '../../../models/acquire/from-file.ts'
import type { ModelProgress } from '../../../models/acquire/install-model.ts'
import { listInstalled, removeModel } from '../../../models/installed.ts'
import { makeTinyGguf } from '../../../scripts/make-tiny-gguf.ts'

let folder: string
let path: string
let modelsFolder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  path = join(folder, 'My model (v2).gguf')
  modelsFolder = join(folder, 'models')
  await makeTinyGguf(path)
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function all(events: AsyncGenerator<ModelProgress>): Promise<readonly ModelProgress[]> {
  const list: ModelProgress[] = []
  for await (const event of events) list.push(event)
  return list
}

describe('a file of the user', () => {
  test('is copied, described by its header and ready for use; the original stays as it was', async () => {
    const before = await readFile(path)
    const events = await all(fromFile(path, [], modelsFolder))
    const sha256 = createHash('sha256').update(before).digest('hex')
    expect(events[0]).toMatchObject({ type: 'model-start', way: 'file', address: path, bytes: before.length })
    expect(events.at(-1)).toMatchObject({ type: 'model-end', sha256 })
    const [installed] = await listInstalled(modelsFolder)
    expect(installed).toMatchObject({
      sha256,
      damage: null,
      model: {
        id: 'my-model--v2-',
        kind: 'language',
        title: 'Consilium tiny random',
        language: { contextTokens: 8192 },
      },
    })
    expect(await readFile(installed?.path ?? '')).toEqual(before)
    expect(await readFile(path)).toEqual(before)
  })

  test('that was cut off is refused with what is there and what there should be', async () => {
    const bytes = await readFile(path)
    await writeFile(path, bytes.subarray(0, -1))
    const call = all(fromFile(path, [], modelsFolder))
    await expect(call).rejects.toMatchObject({ code: 'DAMAGED' })
    await expect(call).rejects.toThrow(
      `ends early: ${formatNumber(bytes.length - 1)} of ${formatNumber(bytes.length)} bytes`,
    )
    expect(await listInstalled(modelsFolder)).toEqual([])
  })

  test('of another kind is refused', async () => {
    await writeFile(path, 'PK a zip archive, for example')
    await expect(all(fromFile(path, [], modelsFolder))).rejects.toThrow('not a model file')
  })

  test('that carries the name and size of a model of the catalogue, and other content, is not taken for it', async () => {
    const { length } = await readFile(path)
    await all(fromFile(path, [], modelsFolder))
    const [own] = await listInstalled(modelsFolder)
    if (!own) throw new Error('nothing was installed')
    const known = {
      ...own.model,
      id: 'known',
      files: [{ name: 'My model (v2).gguf', bytes: length, sha256: '0'.repeat(64) }],
    }
    await expect(all(fromFile(path, [known], modelsFolder))).rejects.toThrow('not the file it should be')
  })
})

describe('an installed model', () => {
  test('whose file changed its size or is gone says so', async () => {
    await all(fromFile(path, [], modelsFolder))
    const [installed] = await listInstalled(modelsFolder)
    await writeFile(installed?.path ?? '', 'short')
    expect((await listInstalled(modelsFolder))[0]?.damage).toMatchObject({
      key: 'models.damage.size',
      values: { size: 5 },
    })
    await rm(installed?.path ?? '')
    expect((await listInstalled(modelsFolder))[0]?.damage?.key).toBe('models.damage.missing')
  })

  test('is gone after it was removed, and nothing outside can be removed by a sly name', async () => {
    await all(fromFile(path, [], modelsFolder))
    await removeModel(modelsFolder, 'my-model--v2-')
    expect(await listInstalled(modelsFolder)).toEqual([])
    await expect(removeModel(modelsFolder, '../import')).rejects.toThrow('no id')
    await expect(removeModel(modelsFolder, '..')).rejects.toThrow('no id')
  })
})
