import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import type { SetQuestion } from '../../contract/evaluation.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { faultWords } from './fault-words.ts'
import { questionText } from './question-text.ts'
import { parseJson, readQuestions } from './read-questions.ts'

export type EvaluationSet = {
  readonly name: string
  /** The folder with the documents, or null where every question carries its own context. */
  readonly documents: string | null
  readonly questions: readonly SetQuestion[]
  readonly rules: SetRules
}

/** The packs of rules and the facts that a set is asked with, as `rules.json` holds them. */
export type SetRules = z.infer<typeof SetRules>
const SetRules = z.object({ packs: z.array(z.string()).default([]), facts: z.array(z.string()).default([]) })

const QUESTION_FILES = ['questions.jsonl', 'questions.csv', 'dev.json']

/** Reads a folder with `questions.jsonl` or `.csv` (and mostly `docs/`), or with PubMedQA's `dev.json` (`measure.md`, "Data"). */
export async function readEvaluationSet(folder: string): Promise<EvaluationSet> {
  const name = basename(folder)
  const documents = await stat(join(folder, 'docs')).then(
    (found) => (found.isDirectory() ? join(folder, 'docs') : null),
    () => null,
  )
  for (const file of QUESTION_FILES) {
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes === null) continue
    const questions = readQuestions(await questionText(bytes, file), file)
    return { name, documents, questions, rules: await readRules(folder) }
  }
  throw new AssistantError(
    'NOT_FOUND',
    `${folder} holds no questions.jsonl. Each line is {"id","question","answer","answerable","gold_spans"}; the documents stand in docs/.`,
  )
}

/** Sets without `rules.json` are asked without rules. */
async function readRules(folder: string): Promise<SetRules> {
  const text = await readFile(join(folder, 'rules.json'), 'utf8').catch(() => null)
  const parsed = SetRules.safeParse(text === null ? {} : parseJson(text, 'rules.json'))
  if (parsed.success) return parsed.data
  throw new AssistantError('WRONG_USE', `rules.json: ${faultWords(parsed.error)}`)
}
