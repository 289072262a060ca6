import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { writeBatch } from '../faults/kill-batch.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { startCommand } from './run-command.ts'

const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await mkdir(join(folder, 'models'))
})

afterAll(() => life[Symbol.asyncDispose]())

const start = (...words: readonly string[]) =>
  startCommand([...words, '--json'], { home: join(folder, 'home'), env: { CONSILIUM_MODELS: join(folder, 'models') } })
const run = (...words: readonly string[]) => start(...words).ended

describe('jobs without the app', () => {
  test('resume stays until what an interrupted add left has been read', async () => {
    const files = join(folder, 'case')
    for (let batch = 0; batch < 8; batch += 1) await writeBatch(files, `batch${batch}`)
    await run('matter', 'create', 'M')
    const adding = start('add', 'M', files)
    await adding.line(({ type }) => type === 'document-end')
    adding.process.kill('SIGINT')
    expect((await adding.ended).code).toBe(130)
    const paused = await run('jobs', 'M', 'pause')
    expect(paused.lines.map(({ state }) => state)).toContain('paused')
    const resumed = await run('jobs', 'M', 'resume')
    expect([resumed.code, resumed.err]).toEqual([0, ''])
    expect(resumed.lines.length).toBeGreaterThan(0)
    expect(resumed.lines.filter(({ state }) => state !== 'done')).toEqual([])
  })

  test('retry reads again what failed, and says with its exit code that it failed again', async () => {
    const file = join(folder, 'broken.pdf')
    await writeFile(file, '%PDF-1.7 nothing')
    expect((await run('add', 'M', file)).code).toBe(1)
    const again = await run('jobs', 'M', 'retry', 'broken.pdf')
    expect(again.code).toBe(1)
    expect(again.lines.find(({ document }) => document === 'broken.pdf')).toMatchObject({
      state: 'failed',
      attempts: 2,
    })
    const failure = (again.lines.at(-1)?.error as { readonly message?: string } | null)?.message
    const listed = startCommand(['jobs', 'M'], { home: join(folder, 'home'), env: { CONSILIUM_MODELS: folder } })
    expect((await listed.ended).out.split('\n')).toContain(`failed     broken.pdf  ${failure}`)
  })
})
