import type { AssistantClient } from '../contract/index.ts'
import { answeredConsultation, type CompareOptions } from './compare-opinions.ts'
import type { Session } from './session.ts'
import { biasText } from './show-opinion.ts'

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
