import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '../../contract/answer.ts'

export type LoggedAnswer = {
  readonly key: string
  readonly questionId: string
  readonly way: string
  readonly answer: Answer
}

/** Answers of earlier runs by hash of question, way and model; a long run goes on where it stopped. */
export interface AnswerLog {
  find(questionId: string, way: string): Answer | null
  add(questionId: string, way: string, answer: Answer): Promise<void>
}

export async function openAnswerLog(folder: string | null, resume: boolean, settings: object): Promise<AnswerLog> {
  const file = folder === null ? null : join(folder, 'answers.jsonl')
  if (folder !== null) await mkdir(folder, { recursive: true })
  const known = new Map<string, Answer>()
  const text = file !== null && resume ? await readFile(file, 'utf8').catch(() => '') : ''
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const { key, answer } = JSON.parse(line) as LoggedAnswer
    known.set(key, answer)
  }
  const keyOf = (questionId: string, way: string) =>
    createHash('sha256')
      .update(JSON.stringify([questionId, way, settings]))
      .digest('hex')
  return {
    find: (questionId, way) => known.get(keyOf(questionId, way)) ?? null,
    async add(questionId, way, answer) {
      const line: LoggedAnswer = { key: keyOf(questionId, way), questionId, way, answer }
      if (file !== null) await appendFile(file, `${JSON.stringify(line)}\n`)
    },
  }
}
