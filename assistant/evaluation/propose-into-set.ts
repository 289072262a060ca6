import type { ProposedQuestionEvent } from '../../contract/evaluation/evaluation.ts'
import type { Assistant } from '../assistant.ts'
import { requireModel } from '../models/model-for.ts'
import { evaluationPlace } from '../questions/evaluation-place.ts'
import { proposeQuestions } from './propose-questions.ts'
import { findSet, questionsOf, refuseFolder } from '../questions/question-set.ts'

/** Adds questions on the matter's passages to a set, each as it is found; they wait for a yes. */
export async function* proposeIntoSet(
  { matter: name, set: id, count }: { readonly matter: string; readonly set: string; readonly count: number },
  assistant: Assistant,
  signal: AbortSignal,
): AsyncGenerator<ProposedQuestionEvent, void, void> {
  const place = await evaluationPlace(assistant, name)
  const { matter, sets } = place
  if (!matter) return
  using _user = matter.users.enter()
  const set = await findSet(place, id, assistant.samplesFolder)
  refuseFolder(set)
  const model = await requireModel('Proposing questions', assistant)
  const known = await questionsOf(place, set)
  const { foreground, events } = assistant
  const all = AbortSignal.any([signal, matter.closing])
  for await (const event of proposeQuestions({ matter, model, foreground, known, count }, all)) {
    if (event.type === 'question-proposed') {
      sets.putQuestion(set.set, event.question)
      events.tell({ type: 'evaluations-changed', matter: matter.id })
    }
    yield event
  }
}
