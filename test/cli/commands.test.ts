import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTinyGguf } from '../../scripts/make-tiny-gguf.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { expectOneError } from './expect-one-error.ts'
import { runAlone, runCommand, startCommand } from './run-command.ts'
import { answerSteps } from '../answer-steps.ts'
import { PATIENCE_MS } from '../patience.ts'

const MATTER = 'Hollis v Marlowe'
const TEXT = 'The tenant gave notice on 3 March 2026.\r\n\r\nThe rent is 1,250 pounds a month.\n'
const life = new AsyncDisposableStack()
let folder = ''
let home = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  home = join(folder, 'home')
  await mkdir(join(folder, 'case', 'letters'), { recursive: true })
  await writeFile(join(folder, 'case', 'letters', 'notice.txt'), TEXT)
  await writeFile(join(folder, 'case', 'note.md'), '# Call\n\nThe agent called on 4 March.\n')
  await writeFile(
    join(folder, 'questions.jsonl'),
    '{"id":"q1","question":"What is the rent?"}\n{"id":"q2","question":"Who called?"}\n',
  )
  await makeTinyGguf(join(folder, 'tiny.gguf'))
})

afterAll(() => life[Symbol.asyncDispose]())

const MODELS = () => ({ CONSILIUM_MODELS: join(folder, 'models') })
const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runAlone([...words, '--json'], { home, env: { ...MODELS(), ...env } })
const keys = (line: object | undefined) => Object.keys(line ?? {}).toSorted()

describe('the commands, one after the other on one home', () => {
  test('matter create and list print the matter', async () => {
    const { code, lines } = await run(['matter', 'create', MATTER, '--subtitle', 'a lease'])
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      { matter: MATTER, id: expect.any(String), documents: 0, bytes: 0, subtitle: 'a lease' },
    ])
    expect((await run(['matter', 'list'])).lines).toEqual(lines)
  })

  test('matter rename gives it another name, by which it is found from then on', async () => {
    const renamed = await run(['matter', 'rename', MATTER, 'Hollis, appeal'])
    expect(renamed.code).toBe(0)
    expect(renamed.lines).toMatchObject([{ matter: 'Hollis, appeal', subtitle: 'a lease' }])
    const gone = await run(['matter', 'rename', MATTER, 'Another'])
    expect(gone.code).toBe(3)
    expectOneError(gone, 'NOT_FOUND')
    expect((await run(['matter', 'rename', 'Hollis, appeal', MATTER])).code).toBe(0)
  })

  test('add prints every document as it begins and ends, then totals; what is unchanged is skipped', async () => {
    const { code, lines } = await run(['add', MATTER, join(folder, 'case')])
    expect(code).toBe(0)
    expect(lines.filter(({ type }) => type !== 'progress').map(({ type }) => type)).toEqual([
      'document-start',
      'document-end',
      'document-start',
      'document-end',
      'add-end',
    ])
    const end = lines.find(({ type, document }) => type === 'document-end' && document === 'letters/notice.txt')
    expect(end).toMatchObject({
      state: 'ready',
      pages: 1,
      pagesWithText: 1,
      pagesByOcr: 0,
      pagesEmpty: 0,
      pagesFailed: 0,
      characters: TEXT.length,
      passages: 1,
      error: null,
    })
    expect(lines.at(-1)).toMatchObject({
      type: 'add-end',
      documents: 2,
      ready: 2,
      partial: 0,
      failed: 0,
      unchanged: 0,
      needsPassword: 0,
      unsupported: 0,
      pages: 2,
      seconds: expect.any(Number),
    })
    expect((await run(['add', MATTER, join(folder, 'case')])).lines.at(-1)).toMatchObject({ ready: 0, unchanged: 2 })
  })

  test('add says with its exit code that a document could not be read', async () => {
    await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7 nothing')
    const { code, lines } = await run(['add', MATTER, join(folder, 'broken.pdf')])
    expect(code).toBe(1)
    expect(lines.find(({ type }) => type === 'document-end')).toMatchObject({
      state: 'failed',
      error: { code: 'damaged', message: expect.any(String), retry: false },
    })
  })

  test('documents, jobs and text print one line each', async () => {
    const { lines } = await run(['documents', MATTER])
    expect(lines.map(({ document, state }) => [document, state])).toEqual(
      expect.arrayContaining([
        ['letters/notice.txt', 'ready'],
        ['broken.pdf', 'failed'],
      ]),
    )
    const jobs = (await run(['jobs', MATTER])).lines
    expect(jobs[0]).toMatchObject({
      job: expect.any(String),
      document: expect.any(String),
      state: expect.any(String),
      stage: expect.any(String),
      attempts: expect.any(Number),
    })
    expect((await run(['text', MATTER, 'letters/notice.txt'])).lines).toEqual([{ page: null, text: TEXT }])
  })

  test('search prints hits with the offsets of the file itself', async () => {
    const { code, lines } = await run(['search', MATTER, 'How much is the rent?', '-k', '1'])
    expect(code).toBe(0)
    const [hit] = (lines[0]?.hits ?? []) as { start: number; end: number; text: string }[]
    expect(hit).toMatchObject({
      rank: 1,
      score: expect.any(Number),
      document: 'letters/notice.txt',
      page: null,
      section: expect.any(String),
    })
    expect(TEXT.slice(hit?.start, hit?.end)).toBe(hit?.text)
    const many = await run(['search', MATTER, '--questions', join(folder, 'questions.jsonl')])
    expect(many.lines.map(({ id }) => id)).toEqual(['q1', 'q2'])
  })

  test('ask prints evidence and its end; with a model in between the words; with questions one line each', async () => {
    const without = (await run(['ask', MATTER, 'What is the rent?'])).lines
    expect(answerSteps(without as { type: string }[])).toEqual(['answer-start', 'evidence', 'answer-end'])
    expect(without.at(-1)).toMatchObject({ state: 'extractive', model: null })
    const imported = await run(['models', 'import', join(folder, 'tiny.gguf')])
    expect(imported.lines.at(-1)).toMatchObject({ type: 'model-end', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const many = await run(['ask', MATTER, '--questions', join(folder, 'questions.jsonl'), '--max-tokens', '8'])
    expect(many.code).toBe(0)
    expect(many.lines.map(({ id }) => id)).toEqual(['q1', 'q2'])
    const shape = [
      'id',
      'answerId',
      'state',
      'answer',
      'claims',
      'confidence',
      'knowledge',
      'passages',
      'timing',
      'tokens',
      'model',
    ]
    expect(keys(many.lines[0])).toEqual(expect.arrayContaining(shape))
    expect(many.lines[0]).toMatchObject({
      // What a page says in the words of the question needs no model, not even this one of random weights.
      state: 'answered',
      claims: [{ verdict: 'verbatim' }],
      confidence: { score: null },
      knowledge: { gate: 'off' },
      timing: { evidenceMs: expect.any(Number) },
    })
  })

  test('answers are listed, exported and deleted', async () => {
    const { lines } = await run(['answers', MATTER])
    expect(lines.length).toBe(3)
    const answerId = String(lines[0]?.answerId)
    const file = join(folder, 'answer.md')
    expect((await run(['answer', answerId, 'export', file])).code).toBe(0)
    expect(await readFile(file, 'utf8')).toContain('# Who called?')
    expectOneError(await run(['answer', answerId, 'export', join(folder, 'answer.odt')]), 'WRONG_USE')
    expect((await run(['answer', answerId, 'export', join(folder, 'answer.docx')])).code).toBe(0)
    expect((await run(['ledger', MATTER])).lines.at(-1)).toMatchObject({ kind: 'answers-exported' })
    expect((await run(['answer', answerId, 'delete'])).code).toBe(0)
    expect((await run(['answers', MATTER])).lines.length).toBe(2)
    expectOneError(await run(['answer', answerId, 'export', file]), 'NOT_FOUND')
  })

  test('remove leaves nothing of a document', async () => {
    expect((await run(['remove', MATTER, 'note.md'])).lines).toEqual([
      { removed: 'note.md', inside: 0, left: 0, leftOut: true },
    ])
    expect((await run(['documents', MATTER])).lines.map(({ document }) => document)).not.toContain('note.md')
  })

  test('models lists the catalogue and refuses to fetch while the network is off', async () => {
    const { lines } = await run(['models'])
    expect(lines[0]).toMatchObject({
      id: expect.any(String),
      licence: expect.any(String),
      installed: false,
      fit: { verdict: expect.any(String), why: expect.any(String) },
    })
    expect((await run(['network', 'off'])).lines).toEqual([{ network: false }])
    const id = String(lines.find(({ kind, installed }) => kind === 'language' && !installed)?.id)
    const refused = await run(['models', 'get', id])
    expect(refused.code).toBe(6)
    expectOneError(refused, 'OFFLINE')
    const lacking = await run(['ask', MATTER, 'x', '--model', id])
    expect(lacking.code).toBe(5)
  })

  test('the ledger is printed, verified, exported, and a changed copy is found', async () => {
    const kinds = (await run(['ledger', MATTER])).lines.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['document-added', 'question-asked', 'answer-deleted']))
    const found = (await run(['ledger', MATTER, '--find', 'QUESTION extractive'])).lines
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['question-asked']))
    expect((await run(['ledger', MATTER, '--since', '2999-01-01'])).lines).toEqual([])
    const check = await run(['ledger', 'verify'])
    expect(check.code).toBe(0)
    expect(check.lines).toMatchObject([{ valid: true, firstBad: null }, { valid: true }])
    const file = join(folder, 'ledger.jsonl')
    expect((await run(['ledger', MATTER, '--export', file])).code).toBe(0)
    expect((await run(['ledger', 'verify', file])).code).toBe(0)
    await writeFile(file, (await readFile(file, 'utf8')).replace('extractive', 'answered'))
    const broken = await run(['ledger', 'verify', file])
    expect(broken.code).toBe(1)
    expect(broken.lines).toMatchObject([{ valid: false, firstBad: expect.any(Number) }])
  })

  test('a matter travels by export and import, and is deleted only when that was said', async () => {
    const file = join(folder, 'matter.consilium')
    const key = { CONSILIUM_FILE_PASSPHRASE: 'for the file' }
    expect((await run(['matter', 'export', MATTER, file], key)).code).toBe(0)
    const kept = await run(['matter', 'delete', MATTER])
    expect(kept.code).toBe(2)
    expectOneError(kept, 'WRONG_USE')
    expect((await run(['matter', 'delete', MATTER, '--yes'])).code).toBe(0)
    const wrong = await run(['matter', 'import', file], { CONSILIUM_FILE_PASSPHRASE: 'another' })
    expect(wrong.code).toBe(4)
    expectOneError(wrong, 'WRONG_KEY')
    expect((await run(['matter', 'import', file], key)).lines).toMatchObject([{ matter: MATTER, documents: 2 }])
    expect((await run(['search', MATTER, 'rent'])).lines[0]?.hits).toHaveLength(1)
  })

  test('a backup is restored into an empty home only', async () => {
    const key = { CONSILIUM_FILE_PASSPHRASE: 'for the backup' }
    const backup = join(folder, 'backup')
    expect((await run(['backup', backup], key)).lines).toMatchObject([
      { files: expect.any(Number), bytes: expect.any(Number) },
    ])
    const full = await run(['restore', backup], key)
    expectOneError(full, 'ALREADY_EXISTS')
    const restored = await runCommand(['restore', backup, '--json'], {
      home: join(folder, 'restored'),
      env: { ...MODELS(), ...key },
    })
    expect(restored.code).toBe(0)
    const read = await runCommand(['matter', 'list', '--json'], {
      home: join(folder, 'restored'),
      env: { ...MODELS(), CONSILIUM_PASSPHRASE: 'for the backup' },
    })
    expect(read.lines).toMatchObject([{ matter: MATTER }])
  })

  test('doctor prints one line a check and says with its exit code that something is lacking', async () => {
    const { code, lines } = await runCommand(['doctor', '--json'], {
      home: join(folder, 'other'),
      env: { CONSILIUM_MODELS: folder },
    })
    expect(lines.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['home', 'memory', 'disk', 'answers', 'meaning', 'reader', 'window']),
    )
    expect(lines.find(({ check }) => check === 'reader')).toMatchObject({ ok: true })
    expect(lines.find(({ check }) => check === 'answers')).toMatchObject({ ok: false, todo: expect.any(String) })
    expect(code).toBe(1)
  })
})

test('help is printed, and nothing else', async () => {
  const { code, out, err } = await runCommand(['ledger', '--help'], { home })
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^Usage: consilium ledger /)
})

describe('another process', () => {
  test('that holds the home makes a command end with 7', async () => {
    const held = join(folder, 'held')
    const holder = spawn(process.execPath, [fileURLToPath(new URL('../store/hold-home.ts', import.meta.url)), held], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await new Promise((resolve) => holder.once('message', resolve))
    const ended = await runCommand(['matter', 'list', '--json'], { home: held })
    holder.kill('SIGKILL')
    expectOneError(ended, 'IN_USE')
    expect(ended.code).toBe(7)
  })

  test('that is a browser without a screen does not end the app: its address is told', async () => {
    const browser = join(folder, 'browser')
    await writeFile(browser, '#!/bin/sh\nexit 1\n', { mode: 0o700 })
    const env = { ...MODELS(), CONSILIUM_BROWSER: browser }
    const started = startCommand(['start', '--json'], { home: join(folder, 'screenless'), env })
    life.defer(() => void started.process.kill('SIGKILL'))
    const { url } = await started.line(({ type }) => type === 'ready')
    const told = await new Promise((resolve) => started.process.stderr?.once('data', resolve))
    expect(told).toContain(`shows no window (it ended with 1). Consilium goes on: open ${String(url)} in a browser`)
    expect((await fetch(String(url))).status).toBe(200)
    started.process.kill('SIGINT')
    expect((await started.ended).code).toBe(0)
  })

  test('that serves it takes commands in, a second server is refused, and Ctrl-C ends it', async () => {
    const served = join(folder, 'served')
    const env = MODELS()
    await runCommand(['matter', 'list'], { home: served, env })
    const serving = startCommand(['serve', '--json'], { home: served, env })
    life.defer(() => void serving.process.kill('SIGKILL'))
    const ready = await serving.line(({ type }) => type === 'ready')
    expect(ready.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/)
    const made = await runCommand(['matter', 'create', 'attached', '--json'], { home: served, env })
    expect([made.code, made.err]).toEqual([0, ''])
    const added = await runCommand(['add', 'attached', join(folder, 'case'), '--json'], { home: served, env })
    expect(added.lines.at(-1)).toMatchObject({ type: 'add-end', ready: 2 })
    const lost = await runCommand(['ask', 'Nobody', 'x', '--json'], { home: served, env })
    expectOneError(lost, 'NOT_FOUND')
    const second = startCommand(['serve', '--json'], { home: served, env })
    const giveUp = setTimeout(() => second.process.kill('SIGKILL'), PATIENCE_MS)
    expect((await second.ended).code).toBe(7)
    clearTimeout(giveUp)
    serving.process.kill('SIGINT')
    const ended = await serving.ended
    expect([ended.code, ended.err]).toEqual([0, ''])
  })
})
