import type { AssistantClient } from '../contract/index.ts'
import type { Consultation } from '../contract/opinion.ts'
import { counted } from './counted.ts'
import type { Session } from './session.ts'
import { showConsultation } from './show-opinion.ts'
import { notFound } from './usage-error.ts'

export type CompareOptions = {
  readonly matter: string
  readonly question: string
  /** Only what this one was asked; null: anyone. */
  readonly provider: string | null
  readonly byRule: boolean
}

/** Prints the newest opinions on a question compared; the local model judges what rules cannot tell, where there is one. */
export async function compareOpinions(
  session: Session,
  assistant: AssistantClient,
  { matter, question, provider, byRule }: CompareOptions,
): Promise<void> {
  const found = await answeredConsultation(assistant, { matter, question, provider })
  const { consultation } = found
  if (!byRule) await judge(session, assistant, matter, found)
  const compared = await assistant.opinion.get({ matter, consultation, by: byRule ? 'rule' : 'model' })
  const { answerId } = compared
  const local = answerId === null ? null : await assistant.answer.get({ matter, answerId })
  const differential = await assistant.opinion.differential({ matter, consultation })
  // `--decide --row` reads with what the model judged.
  const { agreement } = byRule ? await assistant.opinion.get({ matter, consultation }) : compared
  showConsultation(compared, local, differential, session.output, agreement?.claims)
}

/** The newest on a question that something came back to. Throws `NOT_FOUND`. */
export async function answeredConsultation(
  assistant: AssistantClient,
  { matter, question, provider }: Omit<CompareOptions, 'byRule'>,
): Promise<Consultation> {
  const all = await assistant.opinion.list({ matter })
  const found = all.find(
    (one) =>
      one.question === question &&
      [one.blind, one.informed].some((opinion) => opinion && (provider === null || opinion.provider === provider)),
  )
  if (!found)
    throw notFound('There is no opinion on this question yet. Send a packet first: consilium opinion … --consent HASH')
  return found
}

/** Without a model rules alone have compared, which is said. */
async function judge(
  { output, signal }: Session,
  assistant: AssistantClient,
  matter: string,
  { consultation, agreement, biasCheck, biasCheckHere }: Consultation,
): Promise<void> {
  if ([agreement, biasCheck, biasCheckHere].every((one) => (one?.judging.open ?? 0) === 0)) return
  try {
    for await (const { done, items } of await assistant.opinion.compare({ matter, consultation }, { signal }))
      output.progress(`The local model judged ${done} of ${counted(items, 'pair')} …`)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'NO_MODEL') throw error
    output.note(`Compared by rules alone: ${(error as Error).message}`)
  } finally {
    output.progress(null)
  }
}
