import type { AppEvent } from '../../contract/application.ts'
import type { Assistant } from '../assistant.ts'
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../home/settings.ts'
import { doctor } from '../doctor.ts'
import { followEvents } from '../home/events.ts'
import { readStatus } from '../status.ts'
import { api } from './contract-base.ts'

export const applicationRouter = {
  status: api.application.status.handler(({ context: { assistant } }) => readStatus(assistant)),
  events: api.application.events.handler(({ context: { assistant }, signal }) => followByWindow(assistant, signal)),
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

/** Every window follows the events for as long as it is open; it is no call under way. */
async function* followByWindow(
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<AppEvent, void, void> {
  using _window = assistant.uploads.window()
  yield* followEvents(assistant.events, signal, () => knownEvents(assistant))
}

/** What a window that has just been opened must know; the rest it asks for. */
function knownEvents({ processes, reading }: Assistant): readonly AppEvent[] {
  const names = ['language', 'embedding', 'reader'] as const
  const started = names.filter((name) => processes[name].state !== 'idle')
  return [
    ...started.map((name): AppEvent => {
      const { state, reason } = processes[name]
      return { type: 'process', process: name, state, reason }
    }),
    ...reading
      .all()
      .map((queue): AppEvent => ({ type: 'reading', progress: queue.progress() }))
      .filter((event) => event.type === 'reading' && (event.progress.running || event.progress.paused)),
  ]
}
