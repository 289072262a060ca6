import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { runCommand } from './run-command.ts'

const MATTER = 'Mill Lane'
const QUESTIONS = [
  'id,question,answer',
  'rent,What is the rent?,24000 pounds',
  // The lease says another one, so that it is answered wrong whatever the model says.
  'who,Who is the agent?,Pemberton',
].join('\n')

const life = new AsyncDisposableStack()
let folder = ''
let models = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  const { installed } = await realModel('smollm2-135m-instruct-q4_1')
  models = installed ? dirname(dirname(installed.path)) : join(folder, 'models')
})
afterAll(() => life[Symbol.asyncDispose]())

const run = (...words: readonly string[]) =>
  runCommand([...words, '--json'], { home: join(folder, 'home'), env: { CONSILIUM_MODELS: models } })

describe('question sets on the command line', () => {
  test('are imported, run, compared and kept', async ({ skip }) => {
    if (models.startsWith(folder)) skip('the smallest model could not be had')
    await writeFile(join(folder, 'lease.txt'), 'The rent is 24000 pounds a year.\n\nBrightwater is the agent.\n')
    await writeFile(join(folder, 'own.csv'), QUESTIONS)
    await run('matter', 'create', MATTER)
    await run('add', MATTER, join(folder, 'lease.txt'))
    const taken = await run('eval', 'import', join(folder, 'own.csv'), '--matter', MATTER)
    expect([taken.code, taken.lines]).toMatchObject([0, [{ name: 'own', questions: 2, documents: 'matter' }]])
    const asked = ['--set', 'own', '--matter', MATTER, '--model', 'smollm2-135m-instruct-q4_1']
    for (const number of [1, 2]) {
      const ran = await run('eval', ...asked)
      expect([ran.code, ran.lines]).toMatchObject([0, [{ number, state: 'done', done: 2, summary: { quotes: {} } }]])
    }
    const runs = await run('eval', 'runs', '--matter', MATTER)
    expect(runs.lines.map(({ number }) => number)).toEqual([2, 1])
    // The same seed gives the same answers.
    const compared = await run('eval', 'compare', '1', '2', '--matter', MATTER)
    expect(compared.lines).toMatchObject([{ questions: 2, difference: 0, p: 1 }])
    const few = await run('eval', ...asked, '--calibrate')
    expect([few.code, few.lines.at(-1)]).toMatchObject([2, { error: { code: 'WRONG_USE' } }])
    expect((await run('eval', 'calibrations')).lines).toEqual([])
    const create = ['cards', 'create', '--matter', MATTER, '--run', '1']
    const which = await run(...create)
    expect([which.code, which.err]).toEqual([2, expect.stringMatching(/Wrong in run 1: .*who/)])
    const made = await run(...create, '--question', 'who', '--mistake', 'missing-fact')
    expect([made.code, made.lines]).toMatchObject([
      0,
      [{ status: 'draft', mistake: 'missing-fact', trigger: 'Who is the agent?', origin: { kind: 'evaluation' } }],
    ])
    expect((await run(...create, '--question', 'nope')).code).toBe(3)
    expect((await run('cards', 'create', '--run', '1', '--question', 'who')).code).toBe(2)
  })

  test('each question is answered by every strategy, each kept as a run; gone on with, none is asked again', async ({
    skip,
  }) => {
    if (models.startsWith(folder)) skip('the smallest model could not be had')
    const set = join(folder, 'set')
    await mkdir(join(set, 'docs'), { recursive: true })
    await writeFile(join(set, 'docs', 'lease.txt'), 'The rent is 24000 pounds a year.\n')
    await writeFile(join(set, 'questions.csv'), 'id,question,answer\nrent,What is the rent?,24000 pounds\n')
    const home = join(folder, 'choosing')
    const choose = (...words: readonly string[]) =>
      runCommand(['eval', set, '--what', 'answers', '--model', 'smollm2-135m-instruct-q4_1', ...words, '--json'], {
        home,
        env: { CONSILIUM_MODELS: models },
      })
    const report = join(folder, 'report')
    const first = await choose('--choose-strategy', '--report', report)
    const runs = { quotes: 1, direct: 2, extract: 3, 'recall-then-answer': 4, 'few-shot': 5 }
    // One question is too few to choose by.
    expect([first.code, first.lines]).toMatchObject([
      0,
      [{ runs, strategies: [{ kind: 'fact', questions: 1, best: null }] }],
    ])
    const lines = async () => (await readFile(join(report, 'answers.jsonl'), 'utf8')).trim().split('\n').length
    expect(await lines()).toBe(5)
    const again = await choose('--choose-strategy', '--report', report, '--resume')
    expect(again.lines[0]?.strategies).toEqual(first.lines[0]?.strategies)
    expect(await lines()).toBe(5)
  })

  test('without a model a run fails in one line, and is kept as failed', async () => {
    const home = join(folder, 'other')
    const bare = (...words: readonly string[]) =>
      runCommand([...words, '--json'], { home, env: { CONSILIUM_MODELS: join(folder, 'none') } })
    await writeFile(join(folder, 'own.csv'), QUESTIONS)
    await bare('matter', 'create', MATTER)
    await bare('eval', 'import', join(folder, 'own.csv'), '--matter', MATTER)
    const ran = await bare('eval', '--set', 'own', '--matter', MATTER)
    expect([ran.code, ran.lines]).toMatchObject([1, [{ state: 'failed', failure: expect.stringContaining('model') }]])
  })

  test('what is not there is said with the command that shows what is', async () => {
    const home = join(folder, 'empty')
    const bare = (...words: readonly string[]) =>
      runCommand(words, { home, env: { CONSILIUM_MODELS: join(folder, 'none') } })
    await bare('matter', 'create', MATTER)
    expect(await bare('eval', 'runs')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Nothing was run yet.*\n$/),
    })
    expect((await bare('eval', 'runs', '--matter', MATTER)).err).toBe('Nothing was run in Mill Lane yet.\n')
    const compared = await bare('eval', 'compare', '1', '9', '--matter', MATTER)
    expect([compared.code, compared.err]).toEqual([
      3,
      expect.stringContaining('consilium eval runs --matter "Mill Lane"\n'),
    ])
    const ran = await bare('eval', '--set', 'nope', '--matter', MATTER)
    expect([ran.code, ran.err]).toEqual([3, expect.stringContaining('consilium eval sets --matter "Mill Lane"\n')])
  })
})
