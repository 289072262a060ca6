import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { runCommand, startCommand } from './run-command.ts'

const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await mkdir(join(folder, 'models'))
  await mkdir(join(folder, 'case'))
})

afterAll(() => life[Symbol.asyncDispose]())

const options = () => ({ home: join(folder, 'home'), env: { CONSILIUM_MODELS: join(folder, 'models') } })

describe('add --watch', () => {
  test('follows the folder until it is interrupted, and the folder stays watched', async () => {
    const file = join(folder, 'case/notice.txt')
    await writeFile(file, 'Notice was given in May.')
    await runCommand(['matter', 'create', 'M'], options())
    const following = startCommand(['add', 'M', join(folder, 'case'), '--watch', '--json'], options())
    expect(await following.line(({ type }) => type === 'watch')).toMatchObject({ kind: 'watching' })
    await writeFile(join(folder, 'case/late.txt'), 'This came later.')
    await following.line(({ type, document }) => type === 'document' && document === 'late.txt')
    await rename(file, join(folder, 'case/renamed.txt'))
    await following.line(({ type, document }) => type === 'document' && document === 'renamed.txt')
    await writeFile(join(folder, 'case/mistake.txt'), 'Put here by mistake.')
    await following.line(({ type, document }) => type === 'document' && document === 'mistake.txt')
    await rm(join(folder, 'case/mistake.txt'))
    expect(await following.line(({ type }) => type === 'document-removed')).toMatchObject({ document: 'mistake.txt' })
    following.process.kill('SIGINT')
    expect((await following.ended).code).toBe(0)
    const { lines } = await runCommand(['documents', 'M', '--json'], options())
    expect(lines.map(({ document, state }) => [document, state])).toEqual([
      ['late.txt', 'ready'],
      ['renamed.txt', 'ready'],
    ])
    const watched = await runCommand(['watch', 'M', '--json'], options())
    expect(watched.lines).toMatchObject([{ type: 'watch', folder: join(folder, 'case'), kind: 'watching' }])
    await runCommand(['watch', 'M', 'remove', join(folder, 'case')], options())
    expect((await runCommand(['watch', 'M', '--json'], options())).lines).toEqual([])
  })

  test('a reader of the output that leaves early, such as head, ends a command without an error', async () => {
    const documents = startCommand(['documents', 'M'], options())
    documents.process.stdout?.destroy()
    const { err } = await documents.ended
    expect(err).toBe('')
  })

  test('coverage accounts for every page', async () => {
    const { code, lines } = await runCommand(['coverage', 'M', '--json'], options())
    expect(code).toBe(0)
    expect(lines).toMatchObject([{ documents: 2, pages: 2, pagesWithText: 2, pagesUnaccounted: 0 }])
  })
})
