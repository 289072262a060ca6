import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evaluationPlace } from '../../assistant/questions/evaluation-place.ts'
import { runFacts } from '../../assistant/evaluation/run-report.ts'
import { addEvalCommand } from '../../cli/evaluation/eval.ts'
import { evaluateFolder, evaluateSet, type SetOptions } from '../../cli/evaluation/evaluate-set.ts'
import { createOutput } from '../../cli/output.ts'
import {
  type CompleteEvaluationInput,
  EvaluationInput,
  type EvaluationRun,
  RunSettings,
} from '../../contract/evaluation/evaluation.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { createScriptedModel } from '../../models/stand-ins.ts'
import { codeOf, wholeAssistant, type WholeAssistant } from '../assistant/whole-assistant.ts'
import { until } from '../patience.ts'

const NEVER = new AbortController().signal
const QUESTIONS = ['rent', 'deposit', 'roof'].map((word) => `${word},What is the ${word} of the house?,24000 pounds`)

let use: WholeAssistant
let folder = ''

const client = (wordMs?: number): AssistantClient =>
  use.withModel(createScriptedModel({ wordMs, says: () => 'The rent of the house is 24000 pounds a year [S1].' }))

function output() {
  const written = { out: '', err: '' }
  const stream = (to: 'out' | 'err') => ({ write: (text: string) => (written[to] += text) })
  return { ...createOutput(true, stream('out'), stream('err')), written }
}

beforeAll(async () => {
  use = await wholeAssistant()
  await use.client.home.create({ passphrase: null })
  folder = join(use.folder, 'set')
  await mkdir(join(folder, 'docs'), { recursive: true })
  await writeFile(join(folder, 'docs', 'lease.txt'), 'The rent of the house is 24000 pounds a year.')
  await writeFile(join(folder, 'questions.csv'), ['id,question,answer', ...QUESTIONS].join('\n'))
  await use.client.evaluation.importSet({ matter: null, path: folder })
})
afterAll(() => use[Symbol.asyncDispose]())

describe('a folder that is measured', () => {
  const measure = async (more: Partial<CompleteEvaluationInput>, wordMs?: number, signal = NEVER, to = output()) => {
    const input = EvaluationInput.parse({ folder, what: 'answers', ...more })
    const code = await evaluateFolder(input, client(wordMs), to, signal)
    return { code, ...to.written, metrics: JSON.parse(to.written.out) as Record<string, unknown> }
  }

  test('says when it is interrupted what is kept, which is nothing without a report', async () => {
    const report = join(use.folder, 'report')
    await expect(measure({}, 500, AbortSignal.timeout(500))).rejects.toMatchObject({
      code: 'INTERRUPTED',
      message: expect.stringMatching(/Nothing was kept.*--report.*--resume/),
    })
    await expect(measure({ report }, 500, AbortSignal.timeout(500))).rejects.toMatchObject({
      message: expect.stringContaining(`kept in ${report}`),
    })
  })

  test('tells in its report of the sample that was drawn', async () => {
    const html = join(use.folder, 'sample.html')
    await measure({ html, sample: 1, answerableOnly: true })
    const text = await readFile(html, 'utf8')
    expect(text).toContain('1 drawn of 3, seed 0')
    expect(text).toContain('only questions that have an answer')
    const [run] = await use.client.evaluation.runs({ matter: null })
    await use.client.evaluation.deleteRun({ matter: null, run: run?.run ?? '' })
  })

  test('ends with 1 where the model could not be calibrated, and says why; what was measured is told all the same', async () => {
    const few = await measure({ calibrate: true })
    expect(few).toMatchObject({ code: 1, metrics: { answers: { questions: 3 } } })
    expect(few.err).toContain('Calibrating takes at least 20 answers')
    const [run] = await use.client.evaluation.runs({ matter: null })
    await use.client.evaluation.deleteRun({ matter: null, run: run?.run ?? '' })
  })

  test('does not begin for a report that cannot be written, and loses no metrics when it cannot be in the end', async () => {
    expect(await codeOf(() => measure({ html: join(use.folder, 'nowhere', 'r.html') }))).toBe('WRONG_USE')
    expect(await codeOf(() => measure({ html: folder }))).toBe('WRONG_USE')
    const [before] = await use.client.evaluation.runs({ matter: null })
    expect(before).toBeUndefined()
    const place = join(use.folder, 'going')
    await mkdir(place)
    const to = output()
    const going = measure({ html: join(place, 'r.html') }, 30, NEVER, to)
    // It says what it lacks when it begins.
    await until(() => to.written.err !== '')
    await rm(place, { recursive: true })
    expect(await going).toMatchObject({ code: 1, err: expect.stringContaining('was not written'), metrics: { run: 1 } })
  })
})

test('a report says of what the questions were drawn, and how they were asked', async () => {
  const [run] = await use.client.evaluation.runs({ matter: null })
  if (!run) throw new Error('Expected a run.')
  const told = (more: Partial<EvaluationRun>) => runFacts({ ...run, ...more }).map((fact) => fact.join(': '))
  expect(told({})).toContain('Asked: as in Ask')
  expect(told({}).join()).not.toContain('Sample')
  const settings = { ...run.settings, sample: 3, answerableOnly: true, cards: 'always' as const }
  expect(told({ settings, drawnFrom: 150 })).toEqual(
    expect.arrayContaining([
      'Sample: 3 drawn of 150, seed 0',
      'Asked: lessons also where the model is sure, only questions that have an answer',
    ]),
  )
  const off = { ...settings, answerableOnly: false, cards: 'off' as const }
  expect(told({ settings: off })).toContain('Asked: without lessons')
})

describe('a kept set', () => {
  const settings = [RunSettings.parse({})]
  const run = async (more: Partial<SetOptions>, wordMs?: number, signal = NEVER) =>
    evaluateSet(
      { set: 'set', matter: null, settings, calibrate: false, resume: false, html: null, ...more },
      client(wordMs),
      output(),
      signal,
    )
  const runs = async () =>
    (await use.client.evaluation.runs({ matter: null })).map(({ number, state, done }) => [number, state, done])

  test('that was interrupted goes on where it stopped, and begins no other run', async () => {
    expect(await codeOf(() => run({ resume: true }))).toBe('NOT_FOUND')
    await expect(run({}, 200, AbortSignal.timeout(1000))).rejects.toMatchObject({
      message: expect.stringMatching(/Run 2 is kept.*--resume/),
    })
    expect(await runs()).toMatchObject([
      [2, 'stopped', expect.any(Number)],
      [1, 'done', 3],
    ])
    expect(await codeOf(() => run({ resume: true, settings: [RunSettings.parse({ seed: 1 })] }))).toBe('NOT_FOUND')
    expect(await run({ resume: true })).toBe(0)
    expect(await runs()).toEqual([
      [2, 'done', 3],
      [1, 'done', 3],
    ])
  })

  test('gets its report too, if that can be written', async () => {
    const html = join(use.folder, 'set.html')
    expect(await codeOf(() => run({ html: join(html, 'r.html') }))).toBe('WRONG_USE')
    expect(await run({ html })).toBe(0)
    expect(await readFile(html, 'utf8')).toContain('Run 3, set')
    // It may hold words of a matter, and is plain.
    expect((await stat(html)).mode & 0o777).toBe(0o600)
  })
})

test('a run without a judged answer is named when it is to be compared', async () => {
  const { evaluation } = use.client
  const place = await evaluationPlace(use.assistant, null)
  const [judged] = await evaluation.runs({ matter: null })
  if (!judged) throw new Error('Expected a run.')
  const empty = { ...judged, run: 'empty', number: 99 }
  place.runs.save(empty)
  const compared = evaluation.compare({ matter: null, before: judged.run, after: empty.run })
  await expect(compared).rejects.toThrow('Run 99 has no judged answer')
  const report = evaluation.export({ matter: null, run: judged.run, against: empty.run, format: 'html' })
  await expect(report).rejects.toThrow('Run 99 has no judged answer')
  await evaluation.deleteRun({ matter: null, run: empty.run })
})

describe('options of eval', () => {
  const message = async (...words: readonly string[]) => {
    const program = new Command().exitOverride()
    let thrown: unknown = null
    addEvalCommand(program, async (work) => {
      const withAssistant = () => Promise.reject(new Error('It went on.'))
      const session = { output: output(), signal: NEVER, withAssistant } as unknown as Parameters<typeof work>[0]
      await (async () => work(session))().catch((error: unknown) => (thrown = error))
    })
    await program.parseAsync(['eval', ...words], { from: 'user' })
    return (thrown as Error).message
  }

  test('that would be dropped are refused by name', async () => {
    const dropped = ['--what', 'all', '--baseline', '--gold', '--closed-book', '--answerable', '--report', 'r']
    expect(await message('folder', '--set', 'x', ...dropped)).toBe(
      '--set does not go with a folder, --what, --baseline, --gold, --closed-book, --answerable, --report: those are for a folder.',
    )
    expect(await message('folder', '--matter', 'M', '--ablate')).toBe('--matter, --ablate goes only with --set.')
    expect(await message('--set', 'x', '--ablate', '--html', 'r.html')).toContain('--html does not go with --ablate')
    expect(await message('--set', 'x', '--ablate', '--calibrate')).toContain('--calibrate does not go with --ablate')
    expect(await message('folder', '--resume')).toContain('--resume goes only with --report')
    for (const words of [
      ['folder', '--gold'],
      ['--set', 'x', '--matter', 'M', '--ablate', '--resume'],
    ])
      expect(await message(...words)).toBe('It went on.')
  })
})
