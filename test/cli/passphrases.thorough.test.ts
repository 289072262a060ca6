import { mkdir } from 'node:fs/promises'
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
})

afterAll(() => life[Symbol.asyncDispose]())

const run = (words: readonly string[], input?: string, home = 'home') =>
  startCommand([...words, '--json'], {
    home: join(folder, home),
    env: { CONSILIUM_MODELS: join(folder, 'models') },
    ...(input === undefined ? {} : { input }),
  }).ended

describe('passphrases that are asked for', () => {
  test('are refused in one line where nobody can type them', async () => {
    for (const words of [
      ['matter', 'list', '--passphrase'],
      ['passphrase', 'set'],
      ['backup', 'b'],
    ]) {
      const { code, err, lines } = await run(words)
      expect([words, code, err]).toEqual([
        words,
        2,
        expect.stringMatching(/error WRONG_USE: .*standard input has ended.*CONSILIUM_\w*PASSPHRASE\.\n$/),
      ])
      expect(lines.at(-1)).toMatchObject({ error: { code: 'WRONG_USE' } })
    }
  })

  test('come from a pipe, one line for each question', async () => {
    expect((await run(['passphrase', 'set'], 'first\nfirst\n')).lines).toEqual([{ mode: 'passphrase' }])
    expect((await run(['passphrase', 'change', '--passphrase'], 'first\nsecond\nsecond\n')).code).toBe(0)
    expect((await run(['matter', 'list', '--passphrase'], 'first\n')).code).toBe(4)
    expect((await run(['matter', 'list', '--passphrase'], 'second\n')).code).toBe(0)
  })

  test('that are new are refused when the second differs from the first', async () => {
    const other = join(folder, 'backup')
    for (const [words, input, home] of [
      [['matter', 'list', '--passphrase'], 'one\nanother\n', 'new'],
      [['backup', other, '--passphrase'], 'second\none\nanother\n', 'home'],
      [['passphrase', 'change', '--passphrase'], 'second\none\nanother\n', 'home'],
    ] as const)
      expect(await run(words, input, home)).toMatchObject({ code: 2, err: expect.stringContaining('differ') })
  })

  test('that are forgotten are replaced by the recovery key, which is typed and no word of the command', async () => {
    const made = await run(['passphrase', 'recovery-key', '--passphrase'], 'second\n')
    expect(made.lines).toMatchObject([{ mode: 'passphrase', recoveryKey: expect.any(String) }])
    const key = String(made.lines[0]?.recoveryKey)
    expect((await run(['passphrase', 'change', '--recovery-key', key])).code).toBe(2)
    const changed = await run(['passphrase', 'change', '--recovery-key'], `${key}\nthird\nthird\n`)
    expect(changed.lines).toEqual([{ mode: 'passphrase' }])
    expect((await run(['matter', 'list', '--passphrase'], 'third\n')).code).toBe(0)
  })
})

describe('a home that is locked by a passphrase', () => {
  const locked = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runCommand([...words, '--json'], {
      home: join(folder, 'locked'),
      env: { CONSILIUM_MODELS: join(folder, 'models'), ...env },
    })

  test('ends a command with 4 without it and with a wrong one; the right one and the recovery key open it', async () => {
    const set = await locked(['passphrase', 'set'], { CONSILIUM_NEW_PASSPHRASE: 'first one' })
    expect(set.lines).toEqual([{ mode: 'passphrase' }])
    const right = { CONSILIUM_PASSPHRASE: 'first one' }
    for (const [env, code] of [
      [{}, 'LOCKED'],
      [{ CONSILIUM_PASSPHRASE: 'wrong one' }, 'WRONG_KEY'],
    ] as const) {
      const refused = await locked(['matter', 'list'], env)
      expect([refused.code, refused.lines]).toMatchObject([4, [{ error: { code } }]])
      expect(refused.err).toMatch(new RegExp(`^error ${code}: .{10,}\\n$`))
    }
    expect((await locked(['matter', 'create', 'M'], right)).lines).toMatchObject([{ matter: 'M' }])
    const recoveryKey = String((await locked(['passphrase', 'recovery-key'], right)).lines[0]?.recoveryKey)
    const changed = await locked(['passphrase', 'change'], {
      CONSILIUM_RECOVERY_KEY: recoveryKey,
      CONSILIUM_NEW_PASSPHRASE: 'second one',
    })
    expect(changed.code).toBe(0)
    expect((await locked(['matter', 'list'], right)).code).toBe(4)
    const read = await locked(['matter', 'list'], { CONSILIUM_PASSPHRASE: 'second one' })
    expect(read.lines).toMatchObject([{ matter: 'M' }])
  })
})
