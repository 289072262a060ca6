import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOptimiseCommand, type OptimiseOptions, optimiseSet, showChoice } from '../../cli/evaluation/optimise.ts'
import { createOutput } from '../../cli/output.ts'
import { settingWords, USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { AnswerSettings } from '../../contract/evaluation/optimisation.ts'
import { createScriptedModel } from '../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../assistant/whole-assistant.ts'

const NEVER = new AbortController().signal
const WORDS = ['rent', 'deposit', 'roof', 'garden']

let use: WholeAssistant
let folder = ''

const client = (wordMs?: number): AssistantClient =>
  use.withModel(createScriptedModel({ wordMs, says: () => 'The rent of the house is 24000 pounds a year [S1].' }))

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  folder = join(use.folder, 'set')
  await mkdir(join(folder, 'docs'), { recursive: true })
  await writeFile(join(folder, 'docs', 'lease.txt'), 'The rent of the house is 24000 pounds a year.')
  const questions = WORDS.map((word) => `${word},What is the ${word} of the house?,24000 pounds`)
  await writeFile(join(folder, 'questions.csv'), ['id,question,answer', ...questions].join('\n'))
})
afterAll(() => use[Symbol.asyncDispose]())

async function optimise(isJson: boolean, more: Partial<OptimiseOptions> = {}, wordMs?: number, signal = NEVER) {
  const written = { out: '', err: '' }
  const stream = (to: 'out' | 'err') => ({ write: (text: string) => (written[to] += text) })
  const output = createOutput(isJson, stream('out'), stream('err'))
  const settings = { evaluations: 3, sample: 4, seed: 0, model: null }
  const options = { folder, set: null, matter: null, settings, report: null, resume: false, keep: false, ...more }
  const code = await optimiseSet(options, client(wordMs), output, signal)
  return { code, ...written }
}

describe('optimise', () => {
  test('that is interrupted says what is kept, and the same command goes on', async () => {
    await expect(optimise(false, {}, 60, AbortSignal.timeout(2500))).rejects.toMatchObject({
      code: 'INTERRUPTED',
      message: expect.stringMatching(
        /^Interrupted\. \d+ answers with \d settings are kept; the same command goes on\.$/,
      ),
    })
    const { code, out } = await optimise(true)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(code).toBe(0)
    expect(lines.slice(0, 3)).toMatchObject([
      { number: 1, settings: { instructions: 'full' } },
      { number: 2 },
      { number: 3 },
    ])
    expect(lines.at(-1)).toMatchObject({
      state: 'done',
      tried: { length: 3 },
      result: { questions: 2 },
      inUse: expect.any(Boolean),
    })
  })

  test('ends with the best settings against the usual ones, and uses better ones only', async () => {
    const { out } = await optimise(false)
    expect(out).toMatch(
      /Best of 3: .*\nOn 2 other questions: score .*, as usual .*\n {2}difference .*, interval .* to /,
    )
    expect(out).toMatch(/^ 1 {2}score .* answers of usual length, 320 tokens at most$/m)
    expect(out).toContain('Nothing better than the usual settings was found.')
  })

  test('says of better settings how they are undone, and of others how they are used all the same', async () => {
    const [found] = await client().optimisation.list({ matter: null })
    const [usual, other] = found?.tried ?? []
    if (!found?.result || !usual || !other) throw new Error('Expected an optimisation.')
    const said = (isBetter: boolean, inUse: boolean, against = USUAL_SETTINGS) => {
      const written = { out: '' }
      const to = { write: (text: string) => (written.out += text) }
      const result = { ...found.result, best: other.settings, against, isBetter } as typeof found.result
      const isAgainstUsual = against === USUAL_SETTINGS
      const isOther = against !== other.settings
      showChoice({ ...found, isOther, isAgainstUsual, inUse, result }, createOutput(false, to, to))
      return written.out
    }
    expect(said(true, true)).toContain(', as usual ')
    const inUse: AnswerSettings = { ...other.settings, maxTokens: 120, sentences: 2 }
    expect(said(true, true, inUse)).toContain(`as in use before (${settingWords(inUse)})`)
    expect(said(false, true, other.settings)).toContain('Nothing better than the settings in use was found.')
    expect(said(true, true)).toMatch(/The whole interval is above 0.*To undo: --reset/)
    expect(said(false, false)).toContain('made as before. To use them all the same: --keep')
    expect(said(true, false)).toMatch(/The whole interval is above 0, but .* other settings\. To use them: --keep/)
    expect(said(false, true)).toMatch(/Not shown to be better. Answers of scripted are made so/)
  })

  test('that is begun again and interrupted says that what was found before stands, and shows it as of before', async () => {
    const evaluations = { settings: { evaluations: 6, sample: 4, seed: 0, model: null } }
    await expect(optimise(false, evaluations, 60, AbortSignal.timeout(700))).rejects.toMatchObject({
      code: 'INTERRUPTED',
      message: expect.stringMatching(
        /^Interrupted\. \d+ answers are kept; the same command goes on, and what was found before stands until then\.$/,
      ),
    })
    const [stopped] = await client().optimisation.list({ matter: null })
    expect(stopped).toMatchObject({ state: 'stopped', result: { questions: 2 }, tried: { length: 3 } })
    if (!stopped) throw new Error('Expected an optimisation.')
    const written = { out: '' }
    const to = { write: (text: string) => (written.out += text) }
    showChoice(stopped, createOutput(false, to, to))
    expect(written.out).toMatch(/^stopped after \d+ of \d+ answers\nWhat was found before stands:\nBest of 3: /)
  })

  test('of a set that is not there says how to see them', async () => {
    expect(await codeOf(() => optimise(false, { folder: null, set: 'nope' }))).toBe('NOT_FOUND')
  })

  test('is refused with words that do not go together', async () => {
    const words = async (...given: readonly string[]) => {
      const program = new Command('consilium').exitOverride()
      addOptimiseCommand(program, async (work) => void (await work({ withAssistant: async () => 0 } as never)))
      return codeOf(() => program.parseAsync(['optimise', ...given], { from: 'user' }))
    }
    for (const given of [
      [],
      ['set', '--set', 'own'],
      ['set', '--matter', 'M'],
      ['set', '--resume'],
      ['set', '--evaluations', '41'],
      ['set', '--sample', '3'],
      ['set', '--reset'],
    ])
      expect([given, await words(...given)]).toEqual([given, 'WRONG_USE'])
    expect(await words('set')).toBe('nothing was thrown')
  })
})
