import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../settings.ts'
import { doctor } from '../doctor.ts'
import { followEvents } from '../events.ts'
import { readStatus } from '../status.ts'
import { api } from './contract-base.ts'

export const applicationRouter = {
  status: api.application.status.handler(({ context: { assistant } }) => readStatus(assistant)),
  events: api.application.events.handler(({ context: { assistant }, signal }) =>
    followEvents(assistant.events, signal),
  ),
  settings: api.application.settings.handler(({ context: { assistant } }) => {
    const { session } = assistant
    return session.lockState === 'open' ? readSettings(session.store().app.settings) : DEFAULT_SETTINGS
  }),
  changeSettings: api.application.changeSettings.handler(async ({ input, context: { assistant } }) => {
    const { session, events } = assistant
    const { app } = session.store()
    const before = readSettings(app.settings)
    const settings = changeSettings(app.settings, input)
    if (settings.network !== before.network) app.ledger.append('network-switched', { network: settings.network })
    events.tell({ type: 'settings-changed' })
    if (settings.embedder !== before.embedder) await assistant.useEmbedder()
    return settings
  }),
  restart: api.application.restart.handler(({ input, context: { assistant } }) => {
    assistant.processes[input.process].restart()
  }),
  doctor: api.application.doctor.handler(({ context: { assistant } }) => doctor(assistant)),
}
