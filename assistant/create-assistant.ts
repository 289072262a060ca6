import { resolve } from 'node:path'
import type { StartProcess } from '../processes/child.ts'
import type { Keychain } from '../store/keys/master-wrap.ts'
import { createRunningAnswers } from './answers/running-answers.ts'
import type { Assistant } from './assistant.ts'
import { createEvents } from './events.ts'
import { createForeground } from './foreground.ts'
import { openHomeSession } from './home-session.ts'
import { createModelShelf } from './models/model-shelf.ts'
import { createOpenMatters } from './open-matters.ts'
import { createProcesses } from './processes.ts'
import { createReading } from './reading/reading.ts'
import { createUploads } from './reading/uploads.ts'
import { DEFAULT_SETTINGS, readSettings } from './settings.ts'

export type AssistantOptions = {
  readonly home: string
  readonly startProcess: StartProcess
  readonly samplesFolder: string
  /** The operating system's, where the host has one. */
  readonly keychain: Keychain | null
  readonly environment: NodeJS.ProcessEnv
  /** Whether matters go on with their reading when they are opened; a single command does only what it was told. */
  readonly readsOn: boolean
}

/** Puts the assistant together. Throws `IN_USE` when another process has the home open. */
export async function createAssistant(options: AssistantOptions): Promise<Assistant> {
  const { environment, readsOn } = options
  const now = () => new Date()
  const events = createEvents()
  const foreground = createForeground()
  const processes = createProcesses(options.startProcess, events)
  const answers = createRunningAnswers()

  const session = await openHomeSession({
    folder: options.home,
    keychain: options.keychain,
    now,
    onOpened: async () => events.tell({ type: 'status-changed' }),
    async onClosing() {
      answers.stopAll()
      await reading.closeAll()
      await matters.closeAll()
    },
  })
  const settings = () => (session.lockState === 'open' ? readSettings(session.store().app.settings) : DEFAULT_SETTINGS)
  const shelf = createModelShelf({
    modelsFolder: environment.CONSILIUM_MODELS ? resolve(environment.CONSILIUM_MODELS) : session.home.modelsFolder,
    settings,
    environment,
    processes,
    threads: environment.CONSILIUM_THREADS ? Number(environment.CONSILIUM_THREADS) : null,
    onChange() {
      events.tell({ type: 'models-changed' })
      void useEmbedder()
    },
  })
  const reading = createReading({
    process: processes.reader,
    embedder: () => shelf.embedder(),
    foreground,
    events,
    now,
    onEnd({ id, store }) {
      session.store().app.matters.rememberTotals(id, store.documents.totals())
      events.tell({ type: 'matters-changed' })
    },
  })
  const matters = createOpenMatters(
    () => session.store(),
    () => shelf.embedder(),
    (matter) => {
      if (!readsOn) return
      reading.queue(matter).run()
      void reading.embedMissing(matter)
    },
  )
  const useEmbedder = async () => {
    const embedder = await shelf.embedder()
    for (const matter of matters.all()) {
      await matter.library.useEmbedder(embedder)
      void reading.embedMissing(matter)
    }
  }
  return {
    session,
    matters,
    reading,
    uploads: createUploads(),
    shelf,
    processes,
    events,
    foreground,
    answers,
    samplesFolder: options.samplesFolder,
    now,
    useEmbedder,
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await processes[Symbol.asyncDispose]()
    },
  }
}
