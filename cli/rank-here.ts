import type { AssistantClient } from '../contract/index.ts'
import type { Session } from './session.ts'

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
