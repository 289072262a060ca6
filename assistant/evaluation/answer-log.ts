import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../../contract/answers/answer.ts'
import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { ANSWERS_VERSION } from '../answers/answer-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { CONTEXTS } from './evaluation-sources.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** One question as it is put to a model: everything that another answer could come from. */
export type Asked = {
  readonly questionId: string
  readonly way: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** Answers of earlier runs by hash of what they came from; a long run goes on where it stopped. */
export interface AnswerLog {
  find(asked: Asked): Answer | null
  add(asked: Asked, answer: Answer): Promise<void>
}

type LoggedAnswer = {
  readonly key: string
  readonly questionId: string
  readonly way: string
  readonly answer: Answer
}

export async function openAnswerLog(folder: string, resume: boolean): Promise<AnswerLog> {
  const file = join(folder, 'answers.jsonl')
  await mkdir(folder, { recursive: true })
  const text = await wholeLines(file)
  const known = resume ? answersIn(text, file) : new Map<string, Answer>()
  return {
    find: (asked) => known.get(keyOf(asked)) ?? null,
    async add(asked, answer) {
      const { questionId, way } = asked
      const line: LoggedAnswer = { key: keyOf(asked), questionId, way, answer }
      // An optimisation writes answers of a matter there.
      await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 })
    },
  }
}

/** A run that was killed leaves a torn last line: it is cut off, so that the next one does not grow on to it. */
async function wholeLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole !== text) await truncate(file, Buffer.byteLength(whole))
  return whole
}

function answersIn(text: string, file: string): Map<string, Answer> {
  const lines = text.split('\n').entries()
  return new Map(
    [...lines].filter(([, line]) => line.trim() !== '').map(([index, line]) => readLine(line, file, index + 1)),
  )
}

function readLine(line: string, file: string, number: number): readonly [key: string, answer: Answer] {
  try {
    const { key, answer } = JSON.parse(line) as LoggedAnswer
    return [key, answer]
  } catch (cause) {
    throw new Failure(
      'DAMAGED',
      message('failures.evaluation.damagedLog', { line: number, file, option: '--resume' }),
      { cause },
    )
  }
}

function keyOf({ questionId, way, settings }: Asked): string {
  return sha256(JSON.stringify([questionId, way, settings]))
}

/**
 * What an answer comes from that its settings do not say, as a hash: how this program answers, the documents, and the passages of
 * the question. Those of other questions are left out: how many there are depends on the sample.
 */
export function answeredFrom({ store }: OpenMatter, { context, goldSpans }: SetQuestion): string {
  const documents = store.documents
    .list(null)
    .filter(({ root }) => root !== CONTEXTS)
    .map((one) => [one.document, one.sha256, one.characters])
  return sha256(JSON.stringify([ANSWERS_VERSION, documents.toSorted(), context, goldSpans]))
}
