import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { runCommand } from './run-command.ts'

const life = new AsyncDisposableStack()
let folder = ''
const run = (...words: readonly string[]) =>
  runCommand([...words, '--json'], { home: join(folder, 'home'), env: { CONSILIUM_MODELS: join(folder, 'models') } })

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
})
afterAll(() => life[Symbol.asyncDispose]())

describe('cards on the command line', () => {
  test('are made by hand, listed, and not approved before they were tested; testing needs a model', async () => {
    const made = await run(
      'cards',
      'create',
      '--title',
      'Deemed receipt',
      '--trigger',
      'when is a notice deemed received',
      '--summary',
      'Look for the deeming clause.',
      '--knowledge',
      'A deeming clause fixes the day. | Law of Property Act 1925, s. 196',
    )
    expect(made.lines).toMatchObject([
      {
        status: 'draft',
        knowledge: [{ text: 'A deeming clause fixes the day.', source: 'Law of Property Act 1925, s. 196' }],
      },
    ])
    const card = String(made.lines[0]?.card)
    expect((await run('cards')).lines).toMatchObject([{ card, title: 'Deemed receipt' }])
    const refused = await run('cards', 'approve', card.slice(0, 8), '--by', 'E. Vale')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('has not been tested')])
    expect((await run('cards', 'test', card)).code).toBe(5)
    expect((await run('cards', 'show', 'none')).code).toBe(3)
    expect((await run('cards', 'create', '--title', 'x')).code).toBe(2)
    expect((await run('cards', 'create', '--answer', 'a')).code).toBe(2)
  })

  test('go out as text, come back changed as a draft, and are retired', async () => {
    const out = join(folder, 'out')
    expect((await run('cards', 'export', out)).lines).toMatchObject([{ cards: 1, corrections: 0 }])
    const [{ card = '' } = {}] = (await run('cards')).lines
    const file = join(out, `${String(card)}.yaml`)
    await writeFile(file, (await readFile(file, 'utf8')).replace('the deeming clause', 'every deeming clause'))
    expect((await run('cards', 'import', file)).lines).toMatchObject([{ card, version: 3, status: 'draft' }])
    expect((await run('cards', 'retire', String(card))).lines).toMatchObject([{ status: 'retired' }])
    const training = join(folder, 'a.jsonl')
    const exported = await runCommand(['cards', 'export', training, '--format', 'alpaca'], {
      home: join(folder, 'home'),
      env: { CONSILIUM_MODELS: join(folder, 'models') },
    })
    expect([exported.code, exported.out]).toEqual([0, expect.stringContaining('0 cards written')])
    expect(exported.err).toContain('1 card left out, for it is not approved: “Deemed receipt” (retired)')
    expect(exported.err).toContain('plain text')
    expect(await readFile(training, 'utf8')).toBe('')
  })

  test('are kept from a matter by its domains', async () => {
    await run('matter', 'create', 'Ward 7')
    const narrowed = await run('cards', 'scope', 'Ward 7', '--domain', 'cardiology', 'renal')
    expect(narrowed.lines).toEqual([{ domains: ['cardiology', 'renal'], jurisdictions: null }])
    expect((await run('cards', 'scope', 'Ward 7', '--all')).lines).toEqual([{ domains: null, jurisdictions: null }])
  })
})
