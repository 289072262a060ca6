import { access, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { QuestionSet, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { readableRow, readableRows } from '../home/readable-rows.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { faultWords, parseJson, questionText, readQuestions } from './read-questions.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

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

/** Reads a folder with `questions.jsonl` or `.csv` (and mostly `docs/`), or with PubMedQA's `dev.json` (`docs/measuring.md`). */
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
  throw new Failure(
    'NOT_FOUND',
    message('failures.questions.noFile', { shape: '{"id","question","answer","answerable","gold_spans"}', folder }),
  )
}

/** Sets without `rules.json` are asked without rules. */
async function readRules(folder: string): Promise<SetRules> {
  const text = await readFile(join(folder, 'rules.json'), 'utf8').catch(() => null)
  const parsed = SetRules.safeParse(text === null ? {} : parseJson(text, 'rules.json'))
  if (parsed.success) return parsed.data
  throw new Failure(
    'WRONG_USE',
    message('failures.questions.faulty', { file: 'rules.json', faults: faultWords(parsed.error) }),
  )
}

/** The id of the set that comes with the program: questions on its own fictional documents, for calibrating. */
export const SHIPPED = 'shipped'
export const SHIPPED_FOLDER = 'calibration'
const SHIPPED_NAME = 'Shipped questions'

/** What is kept of a set; the counts are made anew, for the questions change. */
export const KeptSet = QuestionSet.omit({ questions: true, unanswerable: true, multipleChoice: true, proposed: true })
export type KeptSet = ReturnType<typeof KeptSet.parse>

/** The sets of a place, oldest first; with the application's the one that comes with the program. */
export async function listSets(place: EvaluationPlace, samplesFolder: string): Promise<readonly QuestionSet[]> {
  const kept = readableRows(KeptSet, place.sets.list())
  const shipped = place.matter === null ? await shippedSet(samplesFolder) : null
  const all = [...(shipped ? [shipped] : []), ...kept]
  // One whose folder is gone is still listed, so that it can be deleted.
  return Promise.all(all.map(async (set) => withCounts(set, await questionsOf(place, set).catch(() => []))))
}

/** Throws `NOT_FOUND`. */
export async function findSet(place: EvaluationPlace, set: string, samplesFolder: string): Promise<KeptSet> {
  const shipped = set === SHIPPED && place.matter === null ? await shippedSet(samplesFolder) : null
  return shipped ?? readableRow(KeptSet, place.sets.get(set), message('failures.store.theQuestionSet'))
}

/** The questions of a folder are read from there each time. Throws `NOT_FOUND`, `WRONG_USE` for one that is none any more. */
export async function questionsOf({ sets }: EvaluationPlace, set: KeptSet): Promise<readonly SetQuestion[]> {
  if (set.folder !== null) return (await readEvaluationSet(set.folder)).questions
  return readableRows(SetQuestion, sets.questions(set.set))
}

/** The questions of a folder are changed in their file. Throws `WRONG_USE`. */
export function refuseFolder({ folder }: KeptSet): void {
  if (folder !== null) throw new Failure('WRONG_USE', message('failures.questions.keptInFolder', { folder }))
}

export function withCounts(set: KeptSet, all: readonly SetQuestion[]): QuestionSet {
  const accepted = all.filter(({ state }) => state === 'accepted')
  return {
    ...set,
    questions: accepted.length,
    unanswerable: accepted.filter(({ answerable }) => !answerable).length,
    multipleChoice: accepted.filter(({ options }) => options.length > 0).length,
    proposed: all.length - accepted.length,
  }
}

async function shippedSet(samplesFolder: string): Promise<KeptSet | null> {
  const folder = join(samplesFolder, SHIPPED_FOLDER)
  const isThere = await access(join(folder, 'questions.jsonl')).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  const place = { matter: null, documents: 'folder', folder, addedAt: '' } as const
  return { set: SHIPPED, name: SHIPPED_NAME, origin: 'shipped', ...place }
}
