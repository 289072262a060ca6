import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeBatch } from '../faults/kill-batch.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { type Line, runCommand, startCommand } from './run-command.ts'
import { waitFor } from '../patience.ts'

const BATCHES = 12
const life = new AsyncDisposableStack()
let folder = ''
let files = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  files = join(folder, 'case')
  await mkdir(join(folder, 'models'))
  for (let batch = 0; batch < BATCHES; batch += 1) await writeBatch(files, `batch${batch}`)
})

afterAll(() => life[Symbol.asyncDispose]())

const env = () => ({ CONSILIUM_MODELS: join(folder, 'models') })
const isEnd = ({ type }: Line) => type === 'document-end'

/** What is in the matter, after the same command has been run again. */
async function goOn(home: string) {
  const again = await runCommand(['add', 'M', files, '--json'], { home, env: env() })
  const { lines } = await runCommand(['documents', 'M', '--json'], { home, env: env() })
  const verified = await runCommand(['ledger', 'verify', '--json'], { home, env: env() })
  return { code: again.code, end: again.lines.at(-1), documents: lines, verified: verified.code }
}

describe('a command that is cut off', () => {
  test.for(['SIGINT', 'SIGTERM'] as const)(
    'by %s while it adds ends with 130, and run again goes on where it was',
    async (signal) => {
      const home = join(folder, signal)
      await runCommand(['matter', 'create', 'M'], { home, env: env() })
      const adding = startCommand(['add', 'M', files, '--json'], { home, env: env() })
      await adding.line(isEnd)
      adding.process.kill(signal)
      const { code, err, lines } = await adding.ended
      expect([code, err]).toEqual([130, 'Interrupted. What was done is kept; run the command again to go on.\n'])
      const done = lines.filter(isEnd).length
      expect(done).toBeLessThan(3 * BATCHES)
      const { code: second, end, documents, verified } = await goOn(home)
      expect([second, verified]).toEqual([0, 0])
      expect(end).toMatchObject({ documents: 3 * BATCHES, failed: 0 })
      expect(Number(end?.unchanged)).toBeGreaterThanOrEqual(done)
      expect(documents.length).toBe(3 * BATCHES)
      expect(documents.filter(({ state }) => state !== 'ready')).toEqual([])
    },
  )

  test('by kill -9 while it adds has lost nothing that was said to be ready, and run again goes on where it was', async () => {
    const home = join(folder, 'killed')
    await runCommand(['matter', 'create', 'M'], { home, env: env() })
    const adding = startCommand(['add', 'M', files, '--json'], { home, env: env() })
    await adding.line((line) => isEnd(line) && String(line.path).includes('batch1-'))
    adding.process.kill('SIGKILL')
    const { lines } = await adding.ended
    const done = lines.filter(isEnd)
    const { end, documents, verified } = await goOn(home)
    expect(verified).toBe(0)
    expect(end).toMatchObject({ documents: 3 * BATCHES, failed: 0 })
    expect(Number(end?.unchanged)).toBeGreaterThanOrEqual(done.length)
    expect(documents.filter(({ state }) => state !== 'ready')).toEqual([])
    const passages = new Map(documents.map(({ document, passages: count }) => [document, count]))
    for (const line of done)
      expect([line.document, passages.get(String(line.document))]).toEqual([line.document, line.passages])
  })

  test('by kill -9 while it evaluates leaves a matter that the next command removes, and no other', async () => {
    const home = join(folder, 'evaluated')
    const set = join(folder, 'set')
    for (let batch = 0; batch < BATCHES; batch += 1) await writeBatch(join(set, 'docs'), `set${batch}`)
    const question = { id: 'q', question: 'What is due?', answer: 'rent', answerable: true, gold_spans: [] }
    await writeFile(join(set, 'questions.jsonl'), `${JSON.stringify(question)}\n`)
    await runCommand(['matter', 'create', 'Evaluation set'], { home, env: env() })
    await runCommand(['matter', 'archive', 'Evaluation set'], { home, env: env() })
    const matterFiles = async () => (await readdir(join(home, 'matters'))).filter((name) => name.endsWith('.db')).length
    expect(await matterFiles()).toBe(1)
    const evaluating = startCommand(['eval', set, '--what', 'retrieval'], { home, env: env() })
    await waitFor(async () => expect(await matterFiles()).toBe(2))
    evaluating.process.kill('SIGKILL')
    await evaluating.ended
    expect(await matterFiles()).toBe(2)
    const { lines } = await runCommand(['matter', 'list', '--json'], { home, env: env() })
    expect(lines.map(({ matter, archived }) => [matter, archived])).toEqual([['Evaluation set', true]])
    expect(await matterFiles()).toBe(1)
  })

  test('by Ctrl-C while it answers ends with 130 and keeps what was written', async ({ skip }) => {
    const language = await realModel('smollm2-135m-instruct-q4_1')
    if (!language.installed) return skip(language.whyNot)
    const home = join(folder, 'asked')
    const withModel = { CONSILIUM_MODELS: dirname(dirname(language.installed.path)) }
    const options = ['--json', '--strategy', 'direct', '--model', 'smollm2-135m-instruct-q4_1']
    const words = (question: string) => ['ask', 'M', question, ...options]
    await runCommand(['matter', 'create', 'M'], { home, env: env() })
    await runCommand(['add', 'M', join(files, 'batch0'), '--json'], { home, env: env() })
    const asking = startCommand(words('Which rent is due on which day under which clause?'), { home, env: withModel })
    await asking.line(({ type }) => type === 'answer-delta')
    asking.process.kill('SIGINT')
    const { code, lines } = await asking.ended
    expect(code).toBe(130)
    const kept = await runCommand(['answers', 'M', '--json'], { home, env: env() })
    expect(kept.lines).toMatchObject([{ answerId: lines[0]?.answerId, state: 'stopped' }])
    expect(String(kept.lines[0]?.answer).length).toBeGreaterThan(0)
  })

  test('by the end of the app that it was attached to says so, and run again goes on where it was', async () => {
    const home = join(folder, 'attached')
    await runCommand(['matter', 'create', 'M'], { home, env: env() })
    const serving = startCommand(['serve', '--json'], { home, env: env() })
    await serving.line(({ type }) => type === 'ready')
    const adding = startCommand(['add', 'M', files, '--json'], { home, env: env() })
    await adding.line(isEnd)
    serving.process.kill('SIGINT')
    const { code, err, lines } = await adding.ended
    expect([code, err]).toEqual([1, expect.stringMatching(/^error PROCESS_LOST: .*Run the command again.*\n$/)])
    expect(lines.at(-1)).toMatchObject({ error: { code: 'PROCESS_LOST' } })
    await serving.ended
    const { code: second, documents } = await goOn(home)
    expect([second, documents.length]).toEqual([0, 3 * BATCHES])
  })
})
