import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'
import type { QuestionSet, SetQuestion } from '../../../contract/evaluation/evaluation.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import type { EvaluationPlace } from '../../questions/evaluation-place.ts'
import { type KeptSet, readEvaluationSet, withCounts } from '../../questions/question-set.ts'
import { questionText, readQuestions } from '../../questions/read-questions.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/** An empty set on the documents of a matter. */
export function createSet(
  place: EvaluationPlace & { readonly matter: OpenMatter },
  name: string,
  now: Date,
): QuestionSet {
  const set: KeptSet = {
    set: randomUUID(),
    name,
    origin: 'built',
    matter: place.matter.id,
    documents: 'matter',
    folder: null,
    addedAt: now.toISOString(),
  }
  place.sets.add(set, [])
  return withCounts(set, [])
}

/** A person's word on a question: it is accepted with it. Throws `WRONG_USE` for a gold span outside its document. */
export function saveQuestion({ sets, matter }: EvaluationPlace, set: KeptSet, question: SetQuestion): SetQuestion {
  const accepted: SetQuestion = { ...question, state: 'accepted' }
  if (matter && set.documents === 'matter') for (const span of accepted.goldSpans) refuseOutside(span, matter)
  if (accepted.answerable && accepted.answer === null && accepted.goldSpans.length === 0)
    throw new Failure('WRONG_USE', message('failures.evaluation.noRightAnswer'))
  sets.putQuestion(set.set, accepted)
  return accepted
}

function refuseOutside({ doc, start, end }: SetQuestion['goldSpans'][number], { store }: OpenMatter): void {
  const row = store.documents.find(doc, null)
  const length = row ? store.pages.wholeText(row.textVersionId ?? 0).length : 0
  if (start < 0 || end > length || start >= end)
    throw new Failure('WRONG_USE', message('failures.evaluation.noSuchSpan', { document: doc, start, end }))
}

type Importing = {
  /** Where a file's questions go. */
  readonly place: EvaluationPlace
  /** Where a folder with documents of its own goes: it holds nothing of any matter. */
  readonly application: EvaluationPlace
  readonly now: () => Date
}

/**
 * Takes a set in. A folder with `docs/` belongs to no matter and is only pointed to: its documents lie unencrypted there
 * already, and its questions are about them. Everything else may hold a matter's words (people write questions about their
 * own cases), so it is copied into the encrypted file of the matter it was imported in. Throws `NOT_FOUND`, `WRONG_USE`.
 */
export async function importSet(path: string, { place, application, now }: Importing): Promise<QuestionSet> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Failure('NOT_FOUND', message('failures.evaluation.nothingAtPath', { path }))
  if (!found.isDirectory()) return importQuestions(await readFile(path), basename(path), { place, now })
  const { name, documents, questions } = await readEvaluationSet(path)
  if (documents === null) return keep(place, name, questions, now)
  const set: KeptSet = {
    set: randomUUID(),
    name,
    origin: 'imported',
    matter: null,
    documents: 'folder',
    folder: resolve(path),
    addedAt: now().toISOString(),
  }
  application.sets.add(set, [])
  return withCounts(set, questions)
}

/** `file`: its name, which tells the format. Throws `WRONG_USE`. */
export async function importQuestions(
  bytes: Buffer,
  file: string,
  { place, now }: Pick<Importing, 'place' | 'now'>,
): Promise<QuestionSet> {
  return keep(place, basename(file, extname(file)), readQuestions(await questionText(bytes, file), file), now)
}

function keep(
  { sets, matter }: EvaluationPlace,
  name: string,
  questions: readonly SetQuestion[],
  now: () => Date,
): QuestionSet {
  const hasContext = questions.some(({ context }) => context.length > 0)
  const bare = questions.filter(({ context }) => context.length === 0)
  if (hasContext && bare.length > 0)
    throw new Failure(
      'WRONG_USE',
      message('failures.evaluation.mixedPassages', {
        bare: bare.length,
        count: questions.length,
        first: String(bare[0]?.id),
        name,
      }),
    )
  if (!hasContext && matter === null)
    throw new Failure('WRONG_USE', message('failures.evaluation.needsMatter', { name }))
  const set: KeptSet = {
    set: randomUUID(),
    name,
    origin: 'imported',
    matter: matter?.id ?? null,
    documents: hasContext ? 'context' : 'matter',
    folder: null,
    addedAt: now().toISOString(),
  }
  sets.add(set, questions)
  return withCounts(set, questions)
}
