import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { startCommand } from './run-command.ts'

const life = new AsyncDisposableStack()
let folder = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  await mkdir(join(folder, 'models'))
  await mkdir(join(folder, 'here'))
  await writeFile(join(folder, 'note.txt'), 'The rent is 1,250 pounds a month.')
})

afterAll(() => life[Symbol.asyncDispose]())

type Given = { readonly env?: Readonly<Record<string, string>>; readonly input?: string; readonly in?: string }

const start = (words: readonly string[], { env = {}, ...given }: Given = {}) =>
  startCommand([...words, '--json'], {
    home: join(folder, 'home'),
    env: { CONSILIUM_MODELS: join(folder, 'models'), ...env },
    ...(given.input === undefined ? {} : { input: given.input }),
    ...(given.in === undefined ? {} : { folder: given.in }),
  })
const run = (words: readonly string[], given: Given = {}) => start(words, given).ended

describe('what a command writes about a matter', () => {
  test('states and times are written in the words of the window', async () => {
    const told = (words: readonly string[]) =>
      startCommand(words, { home: join(folder, 'told'), env: { CONSILIUM_MODELS: join(folder, 'models') } }).ended
    await told(['matter', 'create', 'M'])
    await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7 and nothing')
    const added = await told(['add', 'M', join(folder, 'note.txt'), join(folder, 'broken.pdf')])
    expect(added.out).toMatch(/^ready +note\.txt /mu)
    expect((await told(['coverage', 'M'])).out).toMatch(/^1 ready, 1 failed$/mu)
    await told(['ask', 'M', 'What is the rent?'])
    expect((await told(['answers', 'M'])).out).toMatch(
      /^\S+ {2}today, \d\d:\d\d +(?:Passages only|Possible answer) +What is the rent\?$/mu,
    )
  })

  const env = { CONSILIUM_FILE_PASSPHRASE: 'for the file' }

  test('a file named without a folder lies where the command was run, though the app writes it', async () => {
    await run(['matter', 'create', 'M'])
    await run(['add', 'M', join(folder, 'note.txt')])
    const serving = start(['serve'])
    await serving.line(({ type }) => type === 'ready')
    const here = join(folder, 'here')
    const exported = await run(['matter', 'export', 'M', 'm.consilium'], { env, in: here })
    expect(exported.lines).toMatchObject([
      { matter: 'M', id: expect.any(String), documents: 1, file: join(here, 'm.consilium') },
    ])
    await access(join(here, 'm.consilium'))
    const deleted = await run(['matter', 'delete', 'M', '--yes'])
    expect(deleted.lines).toEqual([{ matter: 'M', id: exported.lines[0]?.id, deleted: true }])
    expect((await run(['matter', 'import', 'm.consilium'], { env, in: here })).lines).toMatchObject([{ matter: 'M' }])
    serving.process.kill('SIGINT')
    await serving.ended
  })

  test('documents that a question may be limited to are there, or it is refused before it is asked', async () => {
    const none = await run(['ask', 'M', 'What is the rent?', '--documents', '*.docx'])
    expect([none.code, none.lines.at(-1)]).toMatchObject([3, { error: { code: 'NOT_FOUND' } }])
    expect((await run(['answers', 'M'])).lines).toEqual([])
    expect((await run(['search', 'M', 'What is the rent?', '--documents', '*.docx'])).code).toBe(3)
    expect((await run(['ask', 'M', 'What is the rent?', '--documents', '*.txt'])).code).toBe(0)
  })

  test('an unknown measurement is refused with the names of those there are', async () => {
    const { code, err, lines } = await run(['bench', 'nosuch'])
    expect([code, lines]).toMatchObject([2, [{ error: { code: 'WRONG_USE' } }]])
    expect(err).toMatch(/^error WRONG_USE: .*"nosuch".*generation.*memory.*\n$/)
  })
})
