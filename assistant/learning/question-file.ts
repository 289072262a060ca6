import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { AssistantError } from '../home/assistant-error.ts'
import type { Expected } from './is-right.ts'

const Line = z.object({ question: z.string().min(1), answer: z.string().nullish() })

/** `line`: from 1. */
export type FileQuestion = Expected & { readonly line: number }

/** Questions with their answers, a line of JSON each; those without an answer say nothing of right and wrong. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function readQuestionFile(path: string): Promise<readonly FileQuestion[]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new AssistantError('NOT_FOUND', `${path} is no file that can be read.`, { cause })
  })
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const read = Line.safeParse(parsed(line))
    if (!read.success)
      throw new AssistantError('WRONG_USE', `${path}, line ${index + 1}, is not {"question","answer"} in JSON.`)
    const { question, answer } = read.data
    return answer ? [{ question, expected: answer, line: index + 1 }] : []
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
