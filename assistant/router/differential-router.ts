import type { RankingEvent } from '../../contract/opinions/differential.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { modelFor, requireModel } from '../models/model-for.ts'
import { differentialOf } from '../opinions/differential/merge-rankings.ts'
import { rankConsultation } from '../opinions/differential/rank-consultation.ts'
import { localDay } from '../home/local-day.ts'
import { api, guarded, inMatter, signalOr } from './contract-base.ts'
import { message } from '../../wording/message.ts'

/** The part of `opinion` that is about candidates. */
export const differentialRouter = {
  differential: api.opinion.differential.handler(async ({ input, context: { assistant }, signal }) => {
    const { matters, knowledge, now } = assistant
    const matter = await matters.open(input.matter)
    return differentialOf(input.consultation, { knowledge, matter, asOf: localDay(now()) }, signalOr(signal))
  }),
  rank: api.opinion.rank.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, rankInMatter(input, assistant, signal)),
  ),
}

type Input = { readonly matter: string; readonly consultation: string; readonly samples: number }

function rankInMatter(
  input: Input,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<RankingEvent, void, void> {
  return inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const { knowledge, now, foreground, events } = assistant
    using _asked = foreground.enter()
    const options = {
      ...input,
      knowledge,
      matter,
      asOf: localDay(now()),
      lists: await assistant.words(),
      model: (isNeeded: boolean) =>
        isNeeded
          ? requireModel(message('failures.opinions.candidatesNeedModel'), assistant)
          : modelFor(null, assistant),
    }
    try {
      yield* rankConsultation(options, ended)
    } finally {
      events.tell({ type: 'opinions-changed', matter: matter.id })
    }
  })
}
