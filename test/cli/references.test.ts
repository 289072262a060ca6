import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { build, document } from '../library/index/build-library.ts'
import { startObjectStore } from '../../scripts/object-store.ts'
import { runCommand } from './run-command.ts'

const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await mkdir(join(folder, 'case'))
  await writeFile(join(folder, 'case', 'lease.txt'), 'The tenant has a guardian.\n')
})
afterAll(() => life.disposeAsync())

const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}, input?: string) =>
  runCommand([...words, '--json'], {
    home: join(folder, 'home'),
    env: { CONSILIUM_MODELS: join(folder, 'models'), ...env },
    ...(input === undefined ? {} : { input }),
  })

describe('consilium reference', () => {
  test('attaches what another built, searches it with a matter, and forgets it', async () => {
    const address = join(folder, 'library')
    await build({ address, access: null }, [await document('Capacity Act.txt', 'The court appoints a guardian.')])
    await run(['matter', 'create', 'M'])
    await run(['add', 'M', join(folder, 'case')])
    expect(await run(['reference', 'list'])).toMatchObject({ code: 0, lines: [] })
    const refused = await run(['reference', 'attach', 'Statutes', address])
    expect([refused.code, refused.err]).toEqual([
      2,
      expect.stringMatching(/built with the search model hash.* --words-only$/m),
    ])
    const attached = await run(['reference', 'attach', 'Statutes', address, '--words-only'])
    expect(attached).toMatchObject({
      code: 0,
      lines: [{ reference: 'Statutes', documents: 1, passages: 1, address, fits: false }],
    })
    const [found] = (await run(['search', 'M', 'Who appoints a guardian?'])).lines
    expect(found?.hits).toContainEqual(expect.objectContaining({ reference: 'Statutes', document: 'Capacity Act.txt' }))
    const text = await runCommand(['ask', 'M', 'Who appoints a guardian?', '--model', 'none'], {
      home: join(folder, 'home'),
      env: { CONSILIUM_MODELS: join(folder, 'models') },
    })
    expect(text.out).toContain('Reference Statutes: Capacity Act.txt')
    expect((await run(['reference', 'use', 'M', 'Statutes', '--off'])).lines).toMatchObject([{ on: false }])
    const [without] = (await run(['search', 'M', 'Who appoints a guardian?'])).lines
    expect(without?.hits).toEqual([expect.objectContaining({ reference: null })])
    expect(await run(['reference', 'remove', 'Statutes', '--delete'])).toMatchObject({ code: 2 })
    expect(await run(['reference', 'remove', 'Statutes'])).toMatchObject({ code: 0 })
    expect(await run(['reference', 'remove', 'Statutes'])).toMatchObject({ code: 3 })
  })

  test('asks for the secret of an object store, and asks nothing of it while the network is off', async () => {
    await using store = await startObjectStore()
    const address = 's3://law/cli'
    await build({ address, access: store.access }, [await document('Act.txt', 'The court appoints a guardian.')])
    const { endpoint, keyId } = store.readerAccess
    const words = ['reference', 'attach', 'Shared', address, '--words-only', '--endpoint', `${endpoint}`]
    await run(['network', 'off'])
    const before = store.requests.length
    expect(await run([...words, '--key-id', `${keyId}`], { CONSILIUM_S3_SECRET: 'x' })).toMatchObject({ code: 6 })
    expect(store.requests.length).toBe(before)
    await run(['network', 'on'])
    const attached = await run([...words, '--key-id', `${keyId}`], {}, 'typed secret\n')
    expect(attached).toMatchObject({ code: 0, lines: [{ reference: 'Shared', address }] })
    expect(attached.out + attached.err).not.toContain('typed secret')
    expect(store.requests.slice(before).every((line) => /^(GET|HEAD) /.test(line))).toBe(true)
  })

  test('says what is missing: an embedding model to build with, a library to attach', async () => {
    expect(await run(['reference', 'build', 'Law', join(folder, 'case')])).toMatchObject({ code: 5 })
    expect(await run(['reference', 'attach', 'Law', join(folder, 'nothing')])).toMatchObject({ code: 3 })
    expect(await run(['reference', 'attach', 'Law', 's3://law/x', '--endpoint', 'minio'])).toMatchObject({ code: 2 })
  })
})
