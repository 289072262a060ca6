import { formatCount } from '../../wording/format-quantity.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Consultation } from '../../contract/opinions/opinion.ts'
import { exportFormat, writeUnencrypted } from '../arguments.ts'
import { notFound } from '../failures.ts'

import type { Session } from '../session.ts'
import { tellDamaged } from '../tell-damaged.ts'
import { biasText, showConsultation } from './show-opinion.ts'

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
  await tellDamaged(assistant, session.output, matter, ['opinion', 'outgoing text', 'decision'])
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
  if (!found && all.some((one) => one.question === question && one.damagedOpinions > 0))
    throw notFound(
      'The opinion on this question is damaged and cannot be read. It is kept as it is. Restore a backup, or ask again: consilium opinion … --dry-run',
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
      output.progress(`The local model judged ${done} of ${formatCount(items, 'pair')} …`)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'NO_MODEL') throw error
    output.note(`Compared by rules alone: ${(error as Error).message}`)
  } finally {
    output.progress(null)
  }
}

/** Asks the model of this computer the blind packet as it was and swapped, and prints what changed. Sends nothing. Throws `NO_MODEL`. */
export async function checkBiasHere(
  { output, signal }: Session,
  assistant: AssistantClient,
  { matter, ...asked }: Omit<CompareOptions, 'byRule'>,
): Promise<void> {
  const { consultation } = await answeredConsultation(assistant, { matter, ...asked })
  try {
    for await (const { done, items } of await assistant.opinion.checkBias({ matter, consultation }, { signal }))
      output.progress(`Answering ${done < items / 2 ? 'as asked' : 'swapped'}, ${Math.round((100 * done) / items)} % …`)
  } finally {
    output.progress(null)
  }
  const { biasCheckHere } = await assistant.opinion.get({ matter, consultation })
  if (biasCheckHere) output.result({ biasCheckHere, consultation }, biasText(biasCheckHere))
}

/** As in the window. */
const SAMPLES = 3

/** Has this computer make its list of candidates for a consultation; where it has no model, says so and goes on. */
export async function rankHere(
  { output, signal }: Session,
  assistant: AssistantClient,
  on: { readonly matter: string; readonly consultation: string },
): Promise<void> {
  try {
    for await (const event of await assistant.opinion.rank({ ...on, samples: SAMPLES }, { signal }))
      if (event.type === 'ranking-item') output.progress(`Looked at ${event.item.name} …`)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'NO_MODEL') throw error
    output.note(`This computer made no list: ${(error as Error).message}`)
  } finally {
    output.progress(null)
  }
}

export type ConferenceOptions = {
  readonly matter: string
  readonly question: string
  /** Only what this one was asked; null: anyone. */
  readonly provider: string | null
  readonly file: string
}

/** Writes the newest consultation on a question to a file. */
export async function exportConference(
  { output }: Session,
  assistant: AssistantClient,
  { matter, question, provider, file }: ConferenceOptions,
): Promise<void> {
  const format = exportFormat(file)
  const { consultation } = await answeredConsultation(assistant, { matter, question, provider })
  const exported = await assistant.opinion.export({ matter, consultation, format })
  const wrote = await writeUnencrypted(file, await exported.file.bytes())
  output.result({ file, bytes: exported.file.size }, wrote)
}
