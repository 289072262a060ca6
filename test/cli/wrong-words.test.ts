import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { expectOneError } from './expect-one-error.ts'
import { runCommand } from './run-command.ts'

const life = new AsyncDisposableStack()
let home = ''

beforeAll(async () => {
  await buildIfNeeded()
  home = join(life.use(await shortFolder()).path, 'home')
  await runCommand(['matter', 'create', 'M'], { home, env: { CONSILIUM_MODELS: join(home, 'models') } })
})

afterAll(() => life[Symbol.asyncDispose]())

describe('wrong words', () => {
  const wrong: readonly (readonly [words: readonly string[], code: string, exit: number])[] = [
    [['frobnicate'], 'WRONG_USE', 2],
    [['search'], 'WRONG_USE', 2],
    [['matter', 'list', '--loud'], 'WRONG_USE', 2],
    [['network', 'maybe'], 'WRONG_USE', 2],
    [['search', 'M', 'x', '-k', 'many'], 'WRONG_USE', 2],
    [['search', 'M', 'x', '-k', '0'], 'WRONG_USE', 2],
    [['search', 'M', 'x', '-k', '0'], 'WRONG_USE', 2],
    [['search', 'M', '   '], 'WRONG_USE', 2],
    [['ask', 'M'], 'WRONG_USE', 2],
    [['ask', 'M', 'x', '--strategy', 'options'], 'WRONG_USE', 2],
    [['ask', 'M', 'x', '--options', 'yes'], 'WRONG_USE', 2],
    [['ask', 'M', 'x', '--strategy', 'guess'], 'WRONG_USE', 2],
    [['ask', 'M', '--questions', '/nowhere.jsonl'], 'WRONG_USE', 2],
    [['ask', 'M', '--questions', import.meta.filename], 'WRONG_USE', 2],
    [['jobs', 'M', 'juggle'], 'WRONG_USE', 2],
    [['matter', 'create', '  '], 'WRONG_USE', 2],
    [['matter', 'create', 'x'.repeat(200)], 'WRONG_USE', 2],
    [['serve', '--port', '99999'], 'WRONG_USE', 2],
    [['serve', '--port', 'x'], 'WRONG_USE', 2],
    [['ledger', '--since', 'June'], 'WRONG_USE', 2],
    [['ledger', '--export', '/tmp/x', '--find', 'x'], 'WRONG_USE', 2],
    [['documents', 'Nobody'], 'NOT_FOUND', 3],
    [['text', 'Nobody', 'x'], 'NOT_FOUND', 3],
    [['ask', 'Nobody', 'x'], 'NOT_FOUND', 3],
    [['ask', 'Nobody', 'x', '--no-entailment', '--tally'], 'NOT_FOUND', 3],
    [['add', 'Nobody', '/etc/hostname'], 'NOT_FOUND', 3],
    [['add', 'M', '/nowhere/at/all'], 'NOT_FOUND', 3],
    [['text', 'M', 'nothing.txt'], 'NOT_FOUND', 3],
    [['remove', 'M', 'nothing.txt'], 'NOT_FOUND', 3],
    [['answer', 'no-such-answer', 'delete'], 'NOT_FOUND', 3],
    [['models', 'get', 'no-such-model'], 'NOT_FOUND', 3],
    [['models', 'use', '../../etc/passwd'], 'NOT_FOUND', 3],
    [['models', 'import', import.meta.filename], 'DAMAGED', 1],
    [['models', 'import', '/nowhere.gguf'], 'NOT_FOUND', 3],
    [['matter', 'import', import.meta.filename], 'DAMAGED', 1],
    [['ledger', 'verify', '/nowhere.jsonl'], 'NOT_FOUND', 3],
    [['eval', '/nowhere'], 'NOT_FOUND', 3],
    [['eval'], 'WRONG_USE', 2],
    [['eval', '/nowhere', '--strategy', 'guess'], 'WRONG_USE', 2],
    [['eval', '/nowhere', '--choose-strategy', '--gold'], 'WRONG_USE', 2],
    [['eval', '--set', 'Nothing', '--choose-strategy'], 'WRONG_USE', 2],
    [['eval', '--set', 'Nothing'], 'NOT_FOUND', 3],
    [['eval', '/tmp', '--what', 'retrieval', '--html', '/tmp/report.html'], 'WRONG_USE', 2],
    [['eval', '/tmp', '--what', 'retrieval', '--report', '/tmp/report'], 'WRONG_USE', 2],
    [['eval', '/tmp', '--what', 'retrieval', '--calibrate'], 'WRONG_USE', 2],
    [['eval', 'import', '/nowhere'], 'NOT_FOUND', 3],
    [['eval', 'compare', '1', '2'], 'NOT_FOUND', 3],
  ]

  test.for(['sheet', 'search', 'serch M x', 'matter list --loud'])(
    '"%s" is answered in whole sentences: what is wrong and where to look',
    async (words) => {
      const { err } = await runCommand(words.split(' '), { home, env: { CONSILIUM_MODELS: join(home, 'models') } })
      expect(err).toMatch(/[.?!)] Run it with --help to see how it is used\.\s*$/)
      expect(err).not.toMatch(/\.\. Run it/)
    },
  )

  test.for([
    ['serch M x', 'search'],
    ['matter crate M', 'create'],
    ['models gte some-model', 'get'],
    ['packs imprt folder', 'import'],
    ['ledger verfy file', 'verify'],
  ] as const)('"%s" is answered with the nearest command: %s', async ([words, nearest]) => {
    const { err, code } = await runCommand(words.split(' '), { home, env: { CONSILIUM_MODELS: join(home, 'models') } })
    expect(err).toContain('unknown command')
    expect(err).toContain(`Did you mean ${nearest}?`)
    expect(code).toBe(2)
  })

  test.for(wrong.map(([words, code, exit]) => ({ words, code, exit })))(
    '$words end with $exit and one line',
    async ({ words, code, exit }) => {
      const ended = await runCommand([...words, '--json'], {
        home,
        env: { CONSILIUM_MODELS: join(home, 'models'), CONSILIUM_FILE_PASSPHRASE: 'x' },
      })
      expectOneError(ended, code)
      expect(ended.code).toBe(exit)
    },
  )

  test('a home that cannot be one is refused in one line', async () => {
    const ended = await runCommand(['matter', 'list', '--json'], { home: import.meta.filename })
    expectOneError(ended, 'WRONG_USE')
    expect(ended.code).toBe(2)
  })
})
