import { keepSettings, keptSettings } from '../answers/answer-settings.ts'
import { evaluationPlace } from '../questions/evaluation-place.ts'
import { listOptimisations, startOptimisation, adoptBest } from '../optimisation/optimisations.ts'
import { api } from './contract-base.ts'

export const optimisationRouter = {
  list: api.optimisation.list.handler(async ({ input, context: { assistant } }) => [
    ...listOptimisations(await evaluationPlace(assistant, input.matter), assistant),
  ]),
  start: api.optimisation.start.handler(({ input, context: { assistant } }) => startOptimisation(input, assistant)),
  stop: api.optimisation.stop.handler(({ input, context: { assistant } }) =>
    assistant.evaluations.stop(input.optimisation),
  ),
  keep: api.optimisation.keep.handler(async ({ input, context: { assistant } }) => {
    adoptBest(await evaluationPlace(assistant, input.matter), input.optimisation, assistant)
  }),
  reset: api.optimisation.reset.handler(({ input, context: { assistant } }) => {
    keepSettings(assistant.session.store().app.settings, input.sha256, null)
    assistant.events.tell({ type: 'evaluations-changed', matter: null })
  }),
  kept: api.optimisation.kept.handler(({ input, context: { assistant } }) =>
    keptSettings(assistant.session.store().app.settings, input.sha256),
  ),
}
