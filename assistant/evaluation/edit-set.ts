import { randomUUID } from 'node:crypto'
import type { QuestionSet, SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { AssistantError } from '../home/assistant-error.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { EvaluationPlace } from '../questions/evaluation-place.ts'
import { type KeptSet, withCounts } from '../questions/question-set.ts'

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
    throw new AssistantError(
      'WRONG_USE',
      'Say what the right answer is, or that nothing answers it. Nothing was saved.',
    )
  sets.putQuestion(set.set, accepted)
  return accepted
}

function refuseOutside({ doc, start, end }: SetQuestion['goldSpans'][number], { store }: OpenMatter): void {
  const row = store.documents.find(doc, null)
  const length = row ? store.pages.wholeText(row.textVersionId ?? 0).length : 0
  if (start < 0 || end > length || start >= end)
    throw new AssistantError('WRONG_USE', `The span ${start}–${end} does not lie in ${doc}. Nothing was saved.`)
}
