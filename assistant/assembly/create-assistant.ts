import { join, resolve } from 'node:path'
import type { StartProcess } from '../../processes/child.ts'
import type { Keychain } from '../../store/keys/master-wrap.ts'
import type { Home } from '../../store/home.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import { type Activity, createActivity, createAutoLock } from '../home/auto-lock.ts'
import { createPagePictures } from '../documents/page-pictures.ts'
import { createRunningAnswers } from '../answers/running-answers.ts'
import { storedAnswer } from '../answers/stored-answer.ts'
import type { Assistant } from './assistant.ts'
import { createCalibrations } from '../confidence/calibrations.ts'
import { createDetection } from '../packets/detection.ts'
import { createWordLists } from '../home/word-lists.ts'
import { settleInterrupted } from '../packets/record-sending.ts'
import { createRunningEvaluations } from '../evaluation/running-evaluations.ts'
import { removeTemporaryMatters } from '../evaluation/evaluation-matter.ts'
import { createEvents, type Events } from '../home/events.ts'
import { createForeground } from '../home/foreground.ts'
import { type AnswerStore, type HomeSession, openHomeSession } from '../home/home-session.ts'
import { keptPaces } from '../models/running-models.ts'
import { createModelShelf, type ModelShelf } from '../models/model-shelf.ts'
import { createOpenMatters, type OpenMatter } from '../home/open-matters.ts'
import { createProcesses, type Processes } from '../home/processes.ts'
import { createProviders } from '../packets/providers.ts'
import { createLibreOffice } from '../reading/libreoffice/create-libreoffice.ts'
import { createProposing, type Proposing } from '../facts/proposing.ts'
import { proposeFacts } from '../facts/propose-facts.ts'
import { localDay } from '../home/local-day.ts'
import { modelFor } from '../models/model-for.ts'
import { createReading } from '../reading/reading.ts'
import { createReferences } from '../references/references.ts'
import { createUploads } from '../reading/intake/uploads.ts'
import { DEFAULT_SETTINGS, readSettings } from '../home/settings.ts'
import { createWatching } from '../watching/watching.ts'
import { createKnowledge } from '../rules/knowledge.ts'
import { prepareGoals } from '../rules/sheets/sheet-goals.ts'
import { createPackShelf } from '../rules/packs/pack-shelf.ts'
import { createRuleKernel } from '../rules/rule-kernel.ts'
import { builtInSource, createUpdateChecks, type UpdateChecks, type UpdateSource } from './update-checks.ts'
import { createUpdateFiles, runningPackage } from './update-files.ts'
import { createUseEmbedder } from './use-embedder.ts'

export type AssistantOptions = {
  readonly home: string
  readonly startProcess: StartProcess
  readonly samplesFolder: string
  readonly fontsFolder: string
  readonly packsFolder: string
  readonly wordListsFile: string
  readonly kernelFile: string
  /** Tesseract's data, one file a language; null: nothing is recognised. */
  readonly ocrDataFolder: string | null
  /** The operating system's, where the host has one. */
  readonly keychain: Keychain | null
  readonly environment: NodeJS.ProcessEnv
  /** Leaves the home locked, also where it could be opened unasked. */
  readonly staysLocked?: boolean
  /** The home was opened, asked or unasked. */
  readonly onOpened?: () => void
  /** The home was open and is locked now; what was read in it may still be in memory. */
  readonly onLocked?: () => void
  /** In place of the one that this copy was built with. */
  readonly updateSource?: UpdateSource
  /** Whether matters go on with their reading when they are opened; a single command does only what it was told. */
  readonly readsOn: boolean
}

const LOOK_FOR_IDLE_EVERY_MS = 5000

/** Puts the assistant together. Throws `IN_USE` when another process has the home open. */
export async function createAssistant(options: AssistantOptions): Promise<Assistant> {
  const now = () => new Date()
  const events = createEvents()
  const processes = createProcesses(options.startProcess, events)
  const tellStatus = () => events.tell({ type: 'status-changed' })
  const { updates, updateFiles } = createUpdates(options, () => session.home, events, now)
  const session = await openHomeSession({
    folder: options.home,
    keychain: options.keychain,
    staysLocked: options.staysLocked ?? false,
    onLocked: () => options.onLocked?.(),
    now,
    readAnswer: storedAnswer,
    onFresh: (store) => beginWith(store, options.readsOn ? updates : null),
    async onOpened() {
      options.onOpened?.()
      tellStatus()
    },
    onClosing: () => closeAll(parts),
  })
  const shelf = createShelf(options, session, processes, events, () => useEmbedder.soon())
  const kernel = createRuleKernel({ file: options.kernelFile })
  const app = () => session.store().app
  const knowledge = createKnowledge(kernel, createPackShelf({ folder: options.packsFolder, app }))
  const parts = createMatterParts({ options, session, processes, shelf, events, now, knowledge })
  // No other process has this home: what lies there was left by one that was killed.
  await parts.office.clean()
  const useEmbedder = createUseEmbedder(shelf, parts.matters, parts.reading)
  const activity = createActivity(Date.now)
  const autoLock = lockWhenIdle(session, activity, parts, tellStatus)
  const words = createWordLists(options.wordListsFile)
  return {
    session,
    ...parts,
    pictures: createPagePictures(processes.pictures),
    shelf,
    processes,
    events,
    activity,
    providers: createProviders(app),
    knowledge,
    words,
    detection: createDetection(words),
    updates,
    updateFiles,
    samplesFolder: options.samplesFolder,
    fontsFolder: options.fontsFolder,
    now,
    useEmbedder: useEmbedder.now,
    async [Symbol.asyncDispose]() {
      autoLock[Symbol.dispose]()
      updates[Symbol.dispose]()
      try {
        await session[Symbol.asyncDispose]()
      } finally {
        await kernel[Symbol.asyncDispose]()
        await processes[Symbol.asyncDispose]()
      }
    },
  }
}

function createUpdates(options: AssistantOptions, home: () => Home, events: Events, now: () => Date) {
  const running = runningPackage(options.environment)
  const updates = createUpdateChecks(options.updateSource ?? builtInSource(), running?.kind ?? null, now, events)
  return { updates, updateFiles: createUpdateFiles({ running, home, checks: updates, events }) }
}

/** `updates`: null where only what was asked for is done. */
async function beginWith(store: AnswerStore, updates: UpdateChecks | null): Promise<void> {
  await removeTemporaryMatters(store)
  updates?.checkWeekly(store.app)
}

function lockWhenIdle(session: HomeSession, activity: Activity, working: AtWork, onLocked: () => void) {
  return createAutoLock({
    activity,
    minutes: () => readSettings(session.store().app.settings).lockAfterMinutes,
    canLock: () => session.canLock && !isAtWork(working),
    lock: () => session.lock('idle').finally(onLocked),
    lookEveryMs: LOOK_FOR_IDLE_EVERY_MS,
  })
}

type AtWork = Pick<Assistant, 'reading' | 'proposing' | 'evaluations'>

/** What goes on by itself and would be interrupted by a lock. */
function isAtWork({ reading, proposing, evaluations }: AtWork): boolean {
  return reading.isBusy || proposing.isBusy || evaluations.isBusy
}

type Closing = Pick<Assistant, 'answers' | 'evaluations' | 'uploads' | 'references' | 'matters'>

/** Ends the answers that are being written and the evaluations that belong to no matter, then closes what is open. */
async function closeAll({ answers, evaluations, uploads, references, matters }: Closing): Promise<void> {
  answers.stopAll()
  await evaluations.close(null)
  await uploads.abandon(null)
  await references.close()
  await matters.closeAll()
}

function createShelf(
  { environment, startProcess }: AssistantOptions,
  session: HomeSession,
  processes: Processes,
  events: Events,
  onModels: () => void,
): ModelShelf {
  return createModelShelf({
    modelsFolder: environment.CONSILIUM_MODELS ? resolve(environment.CONSILIUM_MODELS) : session.home.modelsFolder,
    settings: () => (session.lockState === 'open' ? readSettings(session.store().app.settings) : DEFAULT_SETTINGS),
    environment,
    processes,
    startProcess,
    threads: environment.CONSILIUM_THREADS ? Number(environment.CONSILIUM_THREADS) : null,
    paceOf: keptPaces(() => (session.lockState === 'open' ? session.store().app.settings : null)),
    onChange() {
      events.tell({ type: 'models-changed' })
      onModels()
    },
  })
}

type MatterPartsOptions = Pick<Assistant, 'session' | 'processes' | 'shelf' | 'events' | 'now' | 'knowledge'> & {
  readonly options: AssistantOptions
}

/** What works in the matters that are open. */
function createMatterParts({ options, session, processes, shelf, events, now, knowledge }: MatterPartsOptions) {
  const foreground = createForeground()
  const rememberTotals = (matter: OpenMatter) => rememberTotalsOf(matter, session)
  const embedder = () => shelf.embedder()
  const { ocrDataFolder, environment } = options
  const office = createLibreOffice({ home: session.home.folder, environment })
  const reading = createReading({
    process: processes.reader,
    embedder,
    foreground,
    events,
    ocrDataFolder,
    office,
    now,
    onEnd: rememberTotals,
  })
  const proposing = proposingFor({ session, shelf, events, now, knowledge, foreground })
  const uploads = createUploads()
  const evaluations = createRunningEvaluations()
  const watching = createWatching({ queue: reading.queue, events, now })
  const matters = createOpenMatters({
    store: () => session.store(),
    embedder,
    onOpened(matter) {
      rememberTotals(matter)
      if (!session.home.isReadOnly) settleInterrupted(matter)
      if (!options.readsOn) return
      reading.queue(matter).run()
      watching.begin(matter)
      void reading.embedMissing(matter)
      proposing.resume(matter)
      prepareGoals(knowledge, matter, embedder).catch(() => {})
    },
    onClosing: (matter) => endWorkIn(matter, { uploads, watching, reading, proposing, evaluations }),
  })
  const references = createReferences({
    ...referenceOptions({ options, session, events }),
    embedder,
    reader: reading.reader,
    foreground,
    now,
  })
  return {
    foreground,
    reading,
    proposing,
    office,
    uploads,
    watching,
    matters,
    references,
    answers: createRunningAnswers(),
    evaluations,
    calibrations: createCalibrations(() => session.store().app.settings),
  }
}

type Working = Pick<Assistant, 'uploads' | 'watching' | 'reading' | 'proposing' | 'evaluations'>

/** Ends what goes on in a matter by itself, before it is closed. */
async function endWorkIn({ id, store }: OpenMatter, parts: Working): Promise<void> {
  await parts.uploads.abandon(store)
  await parts.watching.close(id)
  await parts.reading.close(id)
  await parts.proposing.close(id)
  await parts.evaluations.close(id)
}

type ProposingParts = Pick<Assistant, 'session' | 'shelf' | 'events' | 'now' | 'knowledge' | 'foreground'>

function proposingFor({ session, shelf, events, now, knowledge, foreground }: ProposingParts): Proposing {
  return createProposing({
    events,
    async *propose(matter, signal) {
      const model = await modelFor(null, { shelf, session })
      yield* proposeFacts([], { matter, knowledge, foreground, now, model, asOf: localDay(now()) }, signal)
    },
  })
}

function rememberTotalsOf({ id, store }: OpenMatter, session: HomeSession): void {
  // A home that is being closed, or a full disk, takes nothing more; it is made up when the matter is opened again.
  if (session.lockState !== 'open') return
  try {
    session.store().app.matters.rememberTotals(id, store.documents.totals())
  } catch (error) {
    if (!cannotWrite(error)) throw error
  }
}

function referenceOptions({ options, session, events }: Pick<MatterPartsOptions, 'options' | 'session' | 'events'>) {
  const { environment, ocrDataFolder } = options
  return {
    app: () => session.store().app,
    folder: join(session.home.folder, 'references'),
    environment,
    isNetworkOn: () => readSettings(session.store().app.settings).network,
    ocrDataFolder,
    onChange: () => events.tell({ type: 'references-changed' }),
  }
}
