import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { AssistantError } from '../assistant-error.ts'

/** A span of a gold document: UTF-16 offsets into the file in `docs/`. */
export type GoldSpan = { readonly doc: string; readonly start: number; readonly end: number }

export type EvaluationQuestion = {
  readonly id: string
  readonly type: string
  readonly question: string
  /** Null where the set knows only the passage. */
  readonly answer: string | null
  readonly answerable: boolean
  readonly goldSpans: readonly GoldSpan[]
  /** Where the set has no documents: the passages that belong to this question alone. */
  readonly context: readonly { readonly title: string; readonly text: string; readonly gold: boolean }[]
}

export type EvaluationSet = {
  readonly name: string
  /** The folder with the documents, or null where every question carries its own context. */
  readonly documents: string | null
  readonly questions: readonly EvaluationQuestion[]
  readonly rules: SetRules
}

/** The packs of rules and the facts that a set is asked with, as `rules.json` holds them. */
export type SetRules = z.infer<typeof SetRules>
const SetRules = z.object({ packs: z.array(z.string()).default([]), facts: z.array(z.string()).default([]) })

const QuestionLine = z.object({
  id: z.coerce.string(),
  type: z.string().default('question'),
  question: z.string(),
  answer: z.string().nullish(),
  answerable: z.boolean().default(true),
  gold_spans: z.array(z.object({ doc: z.string(), start: z.number(), end: z.number() })).default([]),
  positive_chunks: z.array(z.object({ title: z.string().default(''), content: z.string() })).default([]),
  negative_chunks: z.array(z.object({ title: z.string().default(''), content: z.string() })).default([]),
})

const PubMedQuestions = z.record(
  z.string(),
  z.object({
    QUESTION: z.string(),
    CONTEXTS: z.array(z.string()),
    final_decision: z.string(),
    LONG_ANSWER: z.string(),
  }),
)

/** Reads a folder with `questions.jsonl` (and mostly `docs/`), or with PubMedQA's `dev.json` (`measure.md`, "Data"). */
export async function readEvaluationSet(folder: string): Promise<EvaluationSet> {
  const name = basename(folder)
  const documents = await stat(join(folder, 'docs')).then(
    (found) => (found.isDirectory() ? join(folder, 'docs') : null),
    () => null,
  )
  const lines = await readFile(join(folder, 'questions.jsonl'), 'utf8').catch(() => null)
  if (lines !== null)
    return {
      name,
      documents,
      questions: lines.split('\n').flatMap((line, index) => readLine(line, index)),
      rules: await readRules(folder),
    }
  const abstracts = await readFile(join(folder, 'dev.json'), 'utf8').catch(() => null)
  if (abstracts !== null)
    return { name, documents: null, questions: readAbstracts(abstracts), rules: await readRules(folder) }
  throw new AssistantError(
    'NOT_FOUND',
    `${folder} holds no questions.jsonl. Each line is {"id","question","answer","answerable","gold_spans"}; the documents stand in docs/.`,
  )
}

/** Sets without `rules.json` are asked without rules. */
async function readRules(folder: string): Promise<SetRules> {
  const text = await readFile(join(folder, 'rules.json'), 'utf8').catch(() => null)
  const parsed = SetRules.safeParse(text === null ? {} : parseJson(text))
  if (parsed.success) return parsed.data
  throw new AssistantError('WRONG_USE', `rules.json: ${z.prettifyError(parsed.error)}`)
}

function readLine(line: string, index: number): EvaluationQuestion[] {
  if (line.trim() === '') return []
  const parsed = QuestionLine.safeParse(parseJson(line))
  if (!parsed.success)
    throw new AssistantError('WRONG_USE', `questions.jsonl, line ${index + 1}: ${z.prettifyError(parsed.error)}`)
  const {
    gold_spans: goldSpans,
    positive_chunks: positive,
    negative_chunks: negative,
    answer,
    ...question
  } = parsed.data
  const chunk = (gold: boolean) => (one: { title: string; content: string }) => ({
    title: one.title,
    text: one.content,
    gold,
  })
  return [
    {
      ...question,
      answer: answer ?? null,
      goldSpans,
      context: [...positive.map(chunk(true)), ...negative.map(chunk(false))],
    },
  ]
}

function readAbstracts(text: string): readonly EvaluationQuestion[] {
  const parsed = PubMedQuestions.safeParse(parseJson(text))
  if (!parsed.success) throw new AssistantError('WRONG_USE', `dev.json: ${z.prettifyError(parsed.error)}`)
  return Object.entries(parsed.data).map(([id, { QUESTION, CONTEXTS, final_decision: label }]) => ({
    id,
    type: 'label',
    question: QUESTION,
    answer: label,
    answerable: true,
    goldSpans: [],
    context: CONTEXTS.map((context) => ({ title: 'abstract', text: context, gold: true })),
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
