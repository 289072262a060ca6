import type { AppEvent } from '../../contract/application.ts'
import { backUp, restore } from '../../store/backup.ts'
import { PASSPHRASE_COST } from '../../store/keys/passphrase-wrap.ts'
import type { Assistant } from '../assembly/assistant.ts'
import { doctor } from '../assembly/doctor.ts'
import { followEvents } from '../home/events.ts'
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../home/settings.ts'
import { readStatus } from '../assembly/status.ts'
import { api, guarded, signalOr } from './contract-base.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { migrationCopies } from '../../store/migration-copies.ts'
import { VERSION } from '../home/version.ts'

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

export const homeRouter = {
  create: api.home.create.handler(async ({ input, context: { assistant } }) => {
    await assistant.session.create(input.passphrase)
    assistant.events.tell({ type: 'status-changed' })
  }),
  unlock: api.home.unlock.handler(async ({ input, context: { assistant } }) => {
    await assistant.session.unlock(input.passphrase)
    assistant.events.tell({ type: 'status-changed' })
  }),
  lock: api.home.lock.handler(async ({ context: { assistant } }) => {
    await assistant.session.lock('asked')
    assistant.events.tell({ type: 'status-changed' })
  }),
  setPassphrase: api.home.setPassphrase.handler(async ({ input, context: { assistant } }) => {
    const { session, events } = assistant
    await session.setPassphrase(input.passphrase, input.recoveryKey)
    session.store().app.ledger.append('passphrase-set', { byRecoveryKey: input.recoveryKey !== null })
    events.tell({ type: 'status-changed' })
    return { mode: session.keyMode }
  }),
  recoveryKey: api.home.recoveryKey.handler(async ({ context: { assistant } }) => {
    const { session, events } = assistant
    const recoveryKey = await session.makeRecoveryKey()
    session.store().app.ledger.append('recovery-key-made', {})
    events.tell({ type: 'status-changed' })
    return { recoveryKey }
  }),
  backup: api.home.backup.handler(async ({ input, context: { assistant }, signal }) => {
    const { session, now } = assistant
    const { folder, passphrase } = input
    const options = { folder, passphrase, cost: PASSPHRASE_COST, createdAt: now().toISOString() }
    const made = await backUp(session.store(), session.masterKey(), options, signalOr(signal))
    session.store().app.ledger.append('backed-up', { files: made.files, bytes: made.bytes })
    return made
  }),
  restore: api.home.restore.handler(async ({ input, context: { assistant }, signal }) => {
    const { session, events } = assistant
    if (session.lockState !== 'new') throw new Failure('ALREADY_EXISTS', message('failures.home.restoreIntoEmpty'))
    const made = await session.whileClosed(() => restore(session.home, input, signalOr(signal)))
    events.tell({ type: 'status-changed' })
    return made
  }),
}

export const updateRouter = {
  state: api.update.state.handler(async ({ context: { assistant } }) => {
    const { updates, updateFiles, session } = assistant
    const { settings } = session.store().app
    const copies = await migrationCopies(session.home)
    const files = await updateFiles.state(settings)
    return { version: VERSION, host: updates.host, copies, known: updates.known(settings), ...files }
  }),
  check: api.update.check.handler(({ context: { assistant }, signal }) =>
    assistant.updates.check(assistant.session.store().app, signalOr(signal)),
  ),
  download: api.update.download.handler(({ context: { assistant }, signal }) =>
    guarded(assistant, assistant.updateFiles.download(assistant.session.store().app, signal)),
  ),
  install: api.update.install.handler(({ context: { assistant } }) =>
    assistant.updateFiles.install(assistant.session.store().app),
  ),
  goBack: api.update.goBack.handler(({ context: { assistant } }) =>
    assistant.updateFiles.goBack(assistant.session.store().app),
  ),
}
