import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Answer } from '../contract/answers/answer.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import { outcomeOf } from '../assistant/evaluation/scoring/judge-answer.ts'
import { answeredOf } from '../assistant/evaluation/run-questions.ts'
import { sha256 } from '../assistant/home/sha256.ts'
import type { Measurement } from './measurement.ts'
import { type Compared, LabelledAnswer, scoreLabels } from './score-labels.ts'

const EVALUATION = new URL('../../shared/eval/', import.meta.url)

type Logged = { readonly questionId: string; readonly answer: Answer }

/**
 * Whether the scorer of `eval` judges as a careful reader does, on answers that were labelled by hand before there was a scorer to
 * look at. CONSILIUM_SCORING_REPORTS names the folders, with a comma between, that `eval --report` wrote the answers to; an answer
 * that is in none of them is not counted, and said. With CONSILIUM_SCORING_ERRORS=first the answers of the first half that it
 * judges otherwise are named.
 */
export async function* measureScoring(): AsyncGenerator<Measurement> {
  const { CONSILIUM_SCORING_REPORTS: folders = '', CONSILIUM_SCORING_ERRORS: errors } = process.env
  const labels = z
    .array(LabelledAnswer)
    .parse(JSON.parse(await readFile(new URL('scoring/labels.json', import.meta.url), 'utf8')))
  const answers = await answersIn(folders.split(',').filter(Boolean))
  const questions = await questionsOf([...new Set(labels.map(({ set }) => set))])
  const compared: Compared[] = []
  for (const one of labels) {
    const answer = answers.get(`${one.question} ${one.sha256}`)
    const question = questions.get(`${one.set} ${one.question}`)
    if (!answer || !question) continue
    const outcome = outcomeOf(answeredOf(question, answer))
    compared.push({ ...one, outcome })
    if (errors === one.half && !agrees(one.label, outcome))
      yield { bench: 'scoring', question: one.question, model: one.model, label: one.label, outcome }
  }
  const why = compared.length === 0 ? { why: 'CONSILIUM_SCORING_REPORTS names no folder with a labelled answer' } : {}
  yield { bench: 'scoring', labelled: labels.length, found: compared.length, ...why }
  for (const line of scoreLabels(compared)) yield { bench: 'scoring', ...line }
}

function agrees(label: LabelledAnswer['label'], outcome: string): boolean {
  return label === outcome || (label === 'refused' && outcome === 'wrong-refusal')
}

/** Each answer by its question and the hash of its text. */
async function answersIn(folders: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  const texts = await Promise.all(folders.map((folder) => readFile(join(folder, 'answers.jsonl'), 'utf8')))
  const logged = texts.flatMap((text) =>
    text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Logged])),
  )
  return new Map(logged.map(({ questionId, answer }) => [`${questionId} ${sha256(answer.answer)}`, answer]))
}

async function questionsOf(sets: readonly string[]): Promise<ReadonlyMap<string, SetQuestion>> {
  const read = sets.map(async (set) => {
    const { questions } = await readEvaluationSet(fileURLToPath(new URL(set, EVALUATION)))
    return questions.map((question) => [`${set} ${question.id}`, question] as const)
  })
  return new Map((await Promise.all(read)).flat())
}
