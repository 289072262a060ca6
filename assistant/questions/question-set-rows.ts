import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { QuestionSet, SetQuestion } from '../../contract/evaluation.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { readableRows } from '../home/readable-rows.ts'
import type { EvaluationPlace } from './evaluation-place.ts'
import { readEvaluationSet } from './question-set.ts'

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
  return shipped ?? KeptSet.parse(place.sets.get(set))
}

/** The questions of a folder are read from there each time. Throws `NOT_FOUND`, `WRONG_USE` for one that is none any more. */
export async function questionsOf({ sets }: EvaluationPlace, set: KeptSet): Promise<readonly SetQuestion[]> {
  if (set.folder !== null) return (await readEvaluationSet(set.folder)).questions
  return readableRows(SetQuestion, sets.questions(set.set))
}

/** The questions of a folder are changed in their file. Throws `WRONG_USE`. */
export function refuseFolder({ folder }: KeptSet): void {
  if (folder !== null)
    throw new AssistantError(
      'WRONG_USE',
      `The questions of this set stand in ${folder}. Nothing was changed; change them in that file.`,
    )
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
