import type { BiasCheckEvent } from '../../contract/opinions/bias-check.ts'
import type { Assistant } from '../assistant.ts'
import { requireModel } from '../models/model-for.ts'
import { checkBiasHere } from '../opinions/counterfactual/check-bias-here.ts'
import { api, guarded } from './contract-base.ts'
import { finishedByItself } from './finished-by-itself.ts'

/** The part of `opinion` that asks the model of this computer with sex and origin swapped. */
export const biasRouter = {
  checkBias: api.opinion.checkBias.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, checkInMatter(input, assistant, signal)),
  ),
}

async function* checkInMatter(
  { matter: id, consultation }: { readonly matter: string; readonly consultation: string },
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<BiasCheckEvent, void, void> {
  const { matters, detection, providers, knowledge, now, words, foreground, events } = assistant
  const matter = await matters.open(id)
  using _user = matter.users.enter()
  const stop = new AbortController()
  const ended = AbortSignal.any([stop.signal, matter.closing, ...(signal ? [signal] : [])])
  const model = await requireModel('A bias check on this computer', assistant)
  using _asked = foreground.enter()
  const tools = { detection, providers, knowledge, now, matter, model, lists: await words() }
  try {
    yield* finishedByItself(checkBiasHere(consultation, tools, ended), stop)
  } finally {
    events.tell({ type: 'opinions-changed', matter: matter.id })
  }
}
