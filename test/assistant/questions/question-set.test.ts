import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Assistant } from '../../../assistant/assembly/assistant.ts'
import { evaluate } from '../../../assistant/evaluation/evaluate.ts'
import type { OpenMatter } from '../../../assistant/home/open-matters.ts'
import { calibrate } from '../../../assistant/confidence/calibrate.ts'
import { knownAnswers } from '../../../assistant/evaluation/metrics/summarise-run.ts'
import { openAnswerLog } from '../../../assistant/evaluation/answer-log.ts'
import { readEvaluationSet } from '../../../assistant/questions/question-set.ts'
import { processMemory } from '../../../assistant/home/processes.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { PATIENCE_MS } from '../../patience.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'
import { wholeAssistant } from '../whole-assistant.ts'
import { inventRows } from '../evaluation/invented-rows.ts'

async function folderWith(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder()
  await mkdir(join(folder.path, 'docs'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder.path, name), text)
  return folder
}

describe('an evaluation set', () => {
  test('has a question a line, and says which line is wrong', async () => {
    await using folder = await folderWith({
      'questions.jsonl':
        '{"id":1,"question":"One?","answer":"A","gold_spans":[{"doc":"a.txt","start":0,"end":4}]}\n\n{"id":"2","question":"Two?","answerable":false}\n',
    })
    const { questions, documents } = await readEvaluationSet(folder.path)
    expect(documents).toBe(join(folder.path, 'docs'))
    expect(questions).toMatchObject([
      { id: '1', answer: 'A', answerable: true, goldSpans: [{ doc: 'a.txt', start: 0, end: 4 }], context: [] },
      { id: '2', answer: null, answerable: false, goldSpans: [] },
    ])
    await using broken = await folderWith({ 'questions.jsonl': '{"id":1,"question":"One?"}\nnot json\n' })
    await expect(readEvaluationSet(broken.path)).rejects.toMatchObject({
      code: 'WRONG_USE',
      message: expect.stringContaining('line 2'),
    })
  })

  test('that is none is said so', async () => {
    await using folder = await folderWith({})
    await expect(readEvaluationSet(folder.path)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the log of answers', () => {
  const asked = (settings: object = {}) => ({
    questionId: 'q',
    way: 'ours',
    settings: { model: 'm', seed: 0, ...settings },
  })
  const answer = { answerId: '1' } as Answer

  test('gives back what the same settings answered before, only when it is to resume', async () => {
    await using folder = await temporaryFolder()
    await (await openAnswerLog(folder.path, false)).add(asked(), answer)
    const find = async (resume: boolean, settings: object) =>
      (await openAnswerLog(folder.path, resume)).find(asked(settings))
    expect([await find(true, {}), await find(false, {})]).toEqual([answer, null])
    expect([await find(true, { model: 'other' }), await find(true, { seed: 1 })]).toEqual([null, null])
  })

  test('goes on behind a last line that was torn, and says which other line is none', async () => {
    await using folder = await temporaryFolder()
    const file = join(folder.path, 'answers.jsonl')
    await (await openAnswerLog(folder.path, false)).add(asked(), answer)
    await appendFile(file, '{"key":"abc","answer":{"answ')
    const resumed = await openAnswerLog(folder.path, true)
    expect(resumed.find(asked())).toEqual(answer)
    await resumed.add(asked({ seed: 1 }), answer)
    expect((await openAnswerLog(folder.path, true)).find(asked({ seed: 1 }))).toEqual(answer)
    await appendFile(file, 'nonsense\n')
    await expect(openAnswerLog(folder.path, true)).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining('line 3'),
    })
  })
})

describe('the memory of a process', () => {
  test('is a number where the system tells it, else null', async () => {
    expect(await processMemory(undefined)).toBeNull()
    expect(await processMemory(2 ** 30)).toBeNull()
    const own = await processMemory(process.pid)
    const isTold = own !== null && own.residentBytes > 20e6 && own.peakBytes >= own.residentBytes
    expect(isTold).toBe(process.platform === 'linux')
  })
})

describe('an evaluation', () => {
  test('measures retrieval and answers on a set, and leaves no matter behind', async () => {
    await using folder = await folderWith({
      'docs/lease.txt': 'The rent is 24,000 pounds a year. It is paid in four instalments.',
      'docs/letter.txt': 'The notice came too late, says the agent of the landlord.',
      'questions.jsonl': [
        '{"id":"1","question":"What is the rent?","answer":"24,000 pounds a year","gold_spans":[{"doc":"lease.txt","start":0,"end":33}]}',
        '{"id":"2","question":"Who vaccinated the xylophone?","answerable":false}',
      ].join('\n'),
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const client = use.withModel(createScriptedModel({ says: ['The rent is 24,000 pounds a year [S1].'] }))
    const events = await Array.fromAsync(await client.evaluation.run({ folder: folder.path }))
    const end = events.at(-1)
    expect(end).toMatchObject({
      type: 'evaluation-end',
      metrics: {
        retrieval: { questions: 1, hit1: 1, document1: 1 },
        answers: { questions: 2, right: 1, wrong: 0, refused: 0, accuracy: null, closedBookGoldRecall: null },
        citations: { quotesAtOffsets: 1 },
      },
    })
    expect(await use.client.matter.list()).toEqual([])
  })

  test('measures retrieval on the questions that were drawn, and on all where none were', async () => {
    const line = (id: number) =>
      `{"id":"${id}","question":"What is the rent of flat ${id}?","gold_spans":[{"doc":"lease.txt","start":0,"end":33}]}`
    await using folder = await folderWith({
      'docs/lease.txt': 'The rent is 24,000 pounds a year. It is paid in four instalments.',
      'questions.jsonl': [1, 2, 3, 4, 5].map(line).join('\n'),
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const measured = async (sample: number | null) => {
      const events = await use.client.evaluation.run({ folder: folder.path, what: 'retrieval', sample })
      return (await Array.fromAsync(events)).at(-1)
    }
    expect(await measured(2)).toMatchObject({ metrics: { retrieval: { questions: 2 } } })
    expect(await measured(null)).toMatchObject({ metrics: { retrieval: { questions: 5 } } })
  })

  test('asks with the packs and facts of the set, or without them, and keeps the two apart', async () => {
    await using folder = await folderWith({
      'docs/letter.txt': 'The claim was sent in May.',
      'questions.jsonl': '{"id":"1","question":"When does the limitation period end?","answer":"2026-06-20"}',
      'rules.json': JSON.stringify({
        packs: ['limitation-demo'],
        facts: [
          'claim_type(hollis, personal_injury)',
          'accrued(hollis, 2023-06-20)',
          'claimant(hollis, tom)',
          'date_of_birth(tom, 1980-01-01)',
        ],
      }),
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const client = use.withModel(createScriptedModel({ says: ['\nThe claim was sent in May [S1].'] }))
    const measured = async (rules: 'on' | 'off') => {
      const input = { folder: folder.path, what: 'answers', rules, report: folder.path, resume: true } as const
      const end = (await Array.fromAsync(await client.evaluation.run(input))).at(-1)
      if (end?.type !== 'evaluation-end') throw new Error('Expected the metrics.')
      return end.metrics
    }
    expect(await measured('on')).toMatchObject({ rules: 'on', answers: { right: 1, wrong: 0 } })
    expect(await measured('off')).toMatchObject({ rules: 'off', answers: { right: 0 } })
  })

  test('that is aborted leaves no matter behind either', async () => {
    await using folder = await folderWith({
      'docs/a.txt': 'text',
      'questions.jsonl': '{"id":"1","question":"What?","answer":"text"}',
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const client = use.withModel(createScriptedModel({ says: ['word '.repeat(200)], wordMs: 5 }))
    const abort = new AbortController()
    const run = async () => {
      for await (const event of await client.evaluation.run(
        { folder: folder.path, what: 'answers' },
        { signal: abort.signal },
      ))
        if (event.type === 'evaluation-progress') abort.abort(new Error('enough'))
    }
    await run().catch(() => {})
    expect(await use.client.matter.list()).toEqual([])
  })

  test('that nobody listens to any more while its documents are read leaves no matter behind, open or kept', async () => {
    await using folder = await folderWith({
      'docs/a.txt': 'text',
      'questions.jsonl': '{"id":"1","question":"What?","answer":"text"}',
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const opened: string[] = []
    const matters = {
      ...use.assistant.matters,
      open: async (id: string) => (opened.push(id), use.assistant.matters.open(id)),
    }
    const watched = Object.assign(Object.create(use.assistant) as typeof use.assistant, { matters })
    for await (const event of evaluate({ folder: folder.path }, watched, new AbortController().signal))
      if (event.type === 'evaluation-progress' && event.stage.key === 'evaluation.stages.reading') break
    expect(opened).toHaveLength(1)
    expect(await use.client.matter.list()).toEqual([])
    expect(use.assistant.session.store().app.matters.list()).toEqual([])
    expect(use.assistant.session.store().app.settings.get('temporaryMatters')).toEqual([])
  })

  test('goes on where it stopped, but not with the answers of another seed', async () => {
    await using folder = await folderWith({
      'docs/lease.txt': 'The rent is 24,000 pounds a year.',
      'questions.jsonl': '{"id":"1","question":"What is the rent?","answer":"24,000 pounds a year"}',
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const client = use.withModel(createScriptedModel({ says: ['The rent is 24,000 pounds a year [S1].'] }))
    const report = join(folder.path, 'report')
    const input = { folder: folder.path, what: 'answers' as const, report, resume: true }
    const answers = async () => (await readFile(join(report, 'answers.jsonl'), 'utf8')).trim().split('\n').length
    const run = async (seed: number) =>
      Array.fromAsync(await client.evaluation.run({ ...input, seed, closedBook: true }))
    const metrics = { answers: { closedBookGoldRecall: expect.any(Number) } }
    expect((await run(0)).at(-1)).toMatchObject({ metrics })
    expect(await answers()).toBe(2)
    await run(0)
    expect(await answers()).toBe(2)
    await run(1)
    expect(await answers()).toBe(4)
  })

  test('does not go on with answers from other documents, and scores those it goes on with by the calibration of now', async () => {
    await using folder = await folderWith({
      'docs/lease.txt': 'The rent is 24,000 pounds a year.',
      'questions.jsonl': '{"id":"1","question":"What is the rent?","answer":"24,000 pounds a year"}',
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const model = createScriptedModel({ says: ['The rent is 24,000 pounds a year [S1].'] })
    const client = use.withModel(model)
    const report = join(folder.path, 'report')
    const input = { folder: folder.path, what: 'answers' as const, report, resume: true }
    const scored = async () => {
      await Array.fromAsync(await client.evaluation.run(input))
      const [run] = await client.evaluation.runs({ matter: null })
      const [row] = await client.evaluation.rows({ matter: null, run: run?.run ?? '' })
      return row
    }
    expect(await scored()).toMatchObject({ score: null, heldOut: false })
    const asked = model.asked.length
    const of = { model: { id: 'scripted', sha256: 'scripted' }, set: 'another', at: '2026-01-01' }
    const calibration = calibrate(knownAnswers(inventRows(60, { heldOut: true })), of)
    if (!calibration) throw new Error('Expected a calibration.')
    use.assistant.calibrations.keep(calibration)
    expect(await scored()).toMatchObject({ score: expect.any(Number), heldOut: true })
    expect(model.asked).toHaveLength(asked)
    await writeFile(join(folder.path, 'docs', 'lease.txt'), 'The rent is 25,000 pounds a year.')
    await scored()
    expect(model.asked.length).toBeGreaterThan(asked)
  })

  test('finds the passages that a question carries, also beside documents and below an id that looks like a pattern', async () => {
    await using folder = await folderWith({
      'docs/lease.txt': 'The rent is 24,000 pounds a year.',
      'questions.jsonl': JSON.stringify({
        id: '2023[1]',
        question: 'What is the deposit?',
        answer: '3,000 pounds',
        context: ['The deposit is 3,000 pounds.'],
      }),
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const client = use.withModel(createScriptedModel({ says: ['The deposit is 3,000 pounds [S1].'] }))
    const events = await Array.fromAsync(
      await client.evaluation.run({ folder: folder.path, what: 'answers', gold: true }),
    )
    const right = { answers: { questions: 1, right: 1, refused: 0 } }
    expect(events.at(-1)).toMatchObject({ metrics: { ...right, gold: right } })
  })

  test('ends in one sentence when reading is paused', async () => {
    await using folder = await folderWith({
      'docs/a.txt': 'text',
      'questions.jsonl': '{"id":"1","question":"What?","answer":"text"}',
    })
    await using use = await wholeAssistant()
    await use.client.home.create({ passphrase: null })
    const { assistant } = use
    const reading = Object.assign(Object.create(assistant.reading) as typeof assistant.reading, {
      queue(matter: OpenMatter) {
        const queue = assistant.reading.queue(matter)
        queue.pause()
        return queue
      },
    })
    const paused: Assistant = Object.assign(Object.create(assistant) as Assistant, { reading })
    const run = Array.fromAsync(evaluate({ folder: folder.path }, paused, AbortSignal.timeout(PATIENCE_MS)))
    await expect(run).rejects.toMatchObject({ code: 'PROCESS_LOST', message: expect.stringContaining('0 of 1') })
    expect(await use.client.matter.list()).toEqual([])
  })
})
