import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openAnswerLog } from '../../../assistant/evaluation/answer-log.ts'
import { readEvaluationSet } from '../../../assistant/evaluation/evaluation-set.ts'
import { peakMemoryMb } from '../../../assistant/evaluation/process-memory.ts'
import type { Answer } from '../../../contract/answer.ts'
import { createScriptedModel } from '../../../models/scripted-model.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'
import { wholeAssistant } from '../whole-assistant.ts'

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
  test('gives back what the same settings answered before, only when it is to resume', async () => {
    await using folder = await temporaryFolder()
    const answer = { answerId: '1' } as Answer
    const first = await openAnswerLog(folder.path, false, { model: 'm' })
    await first.add('q', 'ours', answer)
    const find = async (resume: boolean, model: string) =>
      (await openAnswerLog(folder.path, resume, { model })).find('q', 'ours')
    expect([await find(true, 'm'), await find(false, 'm'), await find(true, 'other')]).toEqual([answer, null, null])
  })
})

describe('the memory of a process', () => {
  test('is a number where the system tells it, else null', async () => {
    expect(await peakMemoryMb(undefined)).toBeNull()
    expect(await peakMemoryMb(2 ** 30)).toBeNull()
    const own = await peakMemoryMb(process.pid)
    expect(process.platform === 'linux' ? (own ?? 0) > 20 : own === null).toBe(true)
  })
})

describe('an evaluation', { timeout: 60_000 }, () => {
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
        answers: { questions: 2, right: 1, wrong: 0, refused: 0 },
        citations: { quotesAtOffsets: 1 },
      },
    })
    expect(await use.client.matter.list()).toEqual([])
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
})
