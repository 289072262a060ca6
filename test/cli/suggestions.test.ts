import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { realModel } from '../model/real-models.ts'
import { type Ended, runCommand } from './run-command.ts'

const MATTER = 'Mill Lane'
const MODEL = 'smollm2-135m-instruct-q4_1'
const life = new AsyncDisposableStack()
let folder = ''
let models = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  const { installed } = await realModel(MODEL)
  models = installed ? dirname(dirname(installed.path)) : join(folder, 'models')
  await writeFile(join(folder, 'lease.txt'), 'The rent is 24000 pounds a year.\n\nBrightwater is the agent.\n')
  await run('matter', 'create', MATTER)
  await run('add', MATTER, join(folder, 'lease.txt'))
})
afterAll(() => life[Symbol.asyncDispose]())

const run = (...words: readonly string[]): Promise<Ended> =>
  runCommand(words, { home: join(folder, 'home'), env: { CONSILIUM_MODELS: models } })
const PROVIDER = ['providers', 'set', 'House', '--kind', 'openai-compatible', '--model', 'large']
const ADDRESS = ['--address', 'https://models.example.org/v1']

describe('suggestions on the command line', () => {
  test('the price of a provider is entered in one line, and what is no price is refused', async () => {
    const set = await run(...PROVIDER, ...ADDRESS, '--price', '3 15 EUR', '--json')
    expect(set.lines).toMatchObject([{ provider: 'House', price: { prompt: 3, reply: 15, currency: 'EUR' } }])
    const wrong = await run(...PROVIDER, ...ADDRESS, '--price', 'cheap')
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Give two prices and the currency')])
  })

  test('ask ends with the suggestion, its reasons and its cost, and JSON carries it; nothing is sent', async ({
    skip,
  }) => {
    if (models.startsWith(folder)) skip('the smallest model could not be had')
    expect((await run('suggest')).out).toContain('that something speaks against')
    expect((await run('suggest', 'always', '--json')).lines).toMatchObject([{ when: 'always', redFlagWords: [] }])
    const asked = ['ask', MATTER, 'What is the rent?', '--model', MODEL, '--max-tokens', '24']
    const { out } = await run(...asked)
    expect(out).toMatch(/A second opinion may help: .+\.\n/)
    expect(out).toMatch(/to House: about 1 passage, \d+ characters, \d+ terms? replaced; identifiers may remain/)
    expect(out).toMatch(/less than 0\.01 EUR for the request and the reply/)
    expect(out).toContain('time not known: no earlier reply from this provider')
    const { lines } = await run(...asked, '--json')
    expect(lines.at(-1)).toMatchObject({ type: 'answer-end', routing: { suggested: true, outcome: 'none' } })
  })

  test('eval --agreement counts pairs over all matters, and goes with nothing that would run', async () => {
    const none = await run('eval', '--agreement')
    expect([none.code, none.out]).toEqual([
      0,
      expect.stringMatching(/^0 pairs of a blind second opinion .* in 1 matter\.\n/),
    ])
    expect((await run('eval', '--agreement', '--json')).lines).toEqual([
      { matters: 1, pairs: 0, notCompared: 0, decided: 0, secondRight: null, series: [] },
    ])
    const mixed = await run('eval', folder, '--agreement', '--gold')
    expect([mixed.code, mixed.err]).toEqual([2, expect.stringContaining('does not go with a folder, --gold')])
  })

  test('eval routing wants a run, and not both a second one and a share', async () => {
    expect(await run('eval', 'routing', '1', '2', '--rate', '0.8')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Say either which run stands for the second opinion'),
    })
    expect((await run('eval', 'routing', '1', '--rate', 'often')).code).toBe(2)
    expect(await run('eval', 'routing', '1', '--rate', '0.8')).toMatchObject({
      code: 3,
      err: expect.stringContaining('There is no run 1'),
    })
  })
})
