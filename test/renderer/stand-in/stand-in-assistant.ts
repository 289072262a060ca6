import { implement, type Router } from '@orpc/server'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { AppEvent, Status } from '../../../contract/application.ts'
import type { Change, CompareEnd, RedlineLoss } from '../../../contract/drafts/comparison.ts'
import type { Finding } from '../../../contract/drafts/draft-check.ts'
import type { Correction } from '../../../contract/knowledge/card.ts'
import { contract } from '../../../contract/index.ts'
import type { DamagedEntry, Matter, WatchedFolder } from '../../../contract/matter.ts'
import { cardPart } from './card-part.ts'
import { comparisonPart } from './comparison-part.ts'
import { draftPart } from './draft-part.ts'
import { inventDrafts } from './invented-draft.ts'
import { createEventQueue } from './event-queue.ts'
import { highlightPart } from './highlight-part.ts'
import { evaluationPart } from './evaluation-part.ts'
import { optimisationPart } from './optimisation-part.ts'
import { inventMatters } from './invented-matters.ts'
import { inventAnswer } from './invented-answers.ts'
import { addedDocument, inventDocuments, type StandInDocument } from './invented-documents.ts'
import { inventCards } from './invented-cards.ts'
import { COMPUTER, inventDownload, inventModels } from './invented-models.ts'
import { inventFacts } from './invented-facts.ts'
import { inventLedger } from './invented-ledger.ts'
import { inventPacks } from './invented-packs.ts'
import { inventRules } from './invented-rules.ts'
import { ledgerPart } from './ledger-part.ts'
import { hasDocuments, matterPart } from './matter-part.ts'
import { inventProviders, providerPart } from './provider-part.ts'
import { inventSettings } from './invented-settings.ts'
import { opinionPart } from './opinion-part.ts'
import { readingPart } from './reading-part.ts'
import { inventReferences, referencePart } from './reference-part.ts'
import { rulesParts } from './rules-part.ts'
import { routingPart } from './routing-part.ts'
import { surveyPart } from './survey-part.ts'
import { inventUpdate, updatePart } from './update-part.ts'
import { watchPart } from './watch-part.ts'
import { refused } from '../refused.ts'

export type StandInOptions = {
  readonly lock: Status['lock']
  readonly keyMode: Status['keyMode']
  readonly hasModel: boolean
  readonly welcomed: boolean
  /** Between two words of an answer or two steps of a download. */
  readonly waitMs: number
}

/** What comparing gives, whichever documents are named; `changes` null: the invented ones. */
type StandInComparison = {
  changes: readonly Change[] | null
  isHeld: boolean
  isRefused: boolean
  end: Partial<CompareEnd>
  /** What a redline could not keep. */
  losses: readonly RedlineLoss[]
}

const DEFAULTS: StandInOptions = { lock: 'open', keyMode: 'passphrase', hasModel: true, welcomed: true, waitMs: 5 }
const PASSPHRASE = 'correct horse'

/** Everything the stand-in remembers; a test may look into it and change it. */
export async function createStandInState(options: Partial<StandInOptions> = {}) {
  const { lock, keyMode, hasModel, welcomed, waitMs } = { ...DEFAULTS, ...options }
  const models = inventModels()
  if (hasModel) Object.assign(models[0] ?? {}, { installed: true, inUse: true })
  const matters: Matter[] = lock === 'new' ? [] : inventMatters()
  return {
    lock,
    keyMode,
    hasRecoveryKey: false,
    passphrase: PASSPHRASE,
    /** The file of the chosen model has gone. */
    missingModel: false,
    waitMs,
    /** An answer is written no further than so many sentences, until it is stopped. */
    heldAfterClaims: Infinity,
    events: createEventQueue<AppEvent>(),
    models,
    references: inventReferences(),
    matters,
    documents: [...(await inventDocuments())] as StandInDocument[],
    answers: [] as Answer[],
    damaged: [] as DamagedEntry[],
    canListHighlights: true,
    /** Of the questions of a run that goes on. */
    going: null as { readonly done: number; readonly of: number } | null,
    hasRuns: true,
    drafts: inventDrafts().drafts,
    /** Null: the invented ones. */
    findings: null as readonly Finding[] | null,
    /** A check goes no further than so many findings, until it is stopped. */
    heldAfterFindings: Infinity,
    /** The documents change during a check, which ends it. */
    changeMeanwhile: false,
    comparison: { changes: null, isHeld: false, isRefused: false, end: {}, losses: [] } as StandInComparison,
    facts: inventFacts(),
    ledger: inventLedger(40),
    providers: inventProviders(),
    update: inventUpdate(),
    cards: inventCards(),
    corrections: [] as Correction[],
    packs: inventPacks(),
    rules: inventRules(),
    usedPacks: ['af-demo'],
    stopped: new Set<string>(),
    watched: [
      {
        folder: '/cases/hollis/incoming',
        kind: 'watching',
        lookedAt: new Date().toISOString(),
        taken: 3,
        gone: 0,
        message: null,
      },
    ] as WatchedFolder[],
    uploads: new Map<string, Uint8Array[]>(),
    settings: inventSettings({ hasModel, welcomed }),
  }
}

export type StandInState = Awaited<ReturnType<typeof createStandInState>>

const os = implement(contract)

/** The contract on invented data, in memory: what the window is run on before, and apart from, the real engine. */
export function createStandInRouter(state: StandInState): Router<typeof contract, Record<never, never>> {
  return os.router({
    application: applicationPart(state),
    home: homePart(state),
    matter: matterPart(state),
    library: libraryPart(state),
    highlight: highlightPart(state),
    job: jobPart(state),
    watch: watchPart(state),
    answer: answerPart(state),
    model: modelPart(state),
    reference: referencePart(state),
    ledger: ledgerPart(state),
    card: cardPart(state),
    ...rulesParts(state),
    provider: providerPart(state),
    ...opinionPart(state),
    routing: routingPart(state),
    evaluation: evaluationPart(state),
    optimisation: optimisationPart(),
    survey: surveyPart(state),
    draft: draftPart(state),
    comparison: comparisonPart(state),
    update: updatePart(state),
  })
}

function applicationPart(state: StandInState) {
  const { application } = os
  return {
    status: application.status.handler(() => statusOf(state)),
    events: application.events.handler(async function* ({ signal }) {
      if (state.lock === 'open') yield { type: 'reading', progress: readingOf(state.matters[0]?.id ?? '') }
      yield* state.events.read(signal)
    }),
    settings: application.settings.handler(() => state.settings),
    changeSettings: application.changeSettings.handler(({ input }) => {
      Object.assign(state.settings, input)
      state.events.push({ type: 'settings-changed' })
      return state.settings
    }),
    restart: application.restart.handler(({ input }) =>
      state.events.push({ type: 'process', process: input.process, state: 'ready', reason: null }),
    ),
    doctor: application.doctor.handler(() => []),
  }
}

function homePart(state: StandInState) {
  const { home } = os
  const become = (lock: Status['lock']) => {
    state.lock = lock
    state.events.push({ type: 'status-changed' })
  }
  return {
    create: home.create.handler(({ input }) => {
      state.keyMode = input.passphrase === null ? 'key-file' : 'passphrase'
      become('open')
    }),
    unlock: home.unlock.handler(({ input, errors }) => {
      if (input.passphrase !== state.passphrase) throw errors.WRONG_KEY()
      become('open')
    }),
    lock: home.lock.handler(() => become('locked')),
    setPassphrase: home.setPassphrase.handler(({ input }) => {
      state.passphrase = input.passphrase
      state.keyMode = 'passphrase'
      become(state.lock)
      return { mode: state.keyMode }
    }),
    recoveryKey: home.recoveryKey.handler(() => {
      state.hasRecoveryKey = true
      become(state.lock)
      return { recoveryKey: 'K7QM-29XD-PL4W-0HTR-8VNB-51ZC' }
    }),
    backup: home.backup.handler(() => ({ files: 4, bytes: 61_000_000 })),
    restore: home.restore.handler(() => ({ files: 4, bytes: 61_000_000 })),
  }
}

function libraryPart(state: StandInState) {
  const { library } = os
  const find = (id: string) => state.documents.find(({ detail }) => detail.documentId === id || detail.document === id)
  const changed = (matter: string) => state.events.push({ type: 'documents-changed', matter })
  return {
    addPaths: library.addPaths.handler(async function* () {}),
    addBytes: library.addBytes.handler(async ({ input }) => {
      const chunks = state.uploads.get(input.upload) ?? []
      chunks.push(new Uint8Array(await input.chunk.arrayBuffer()))
      state.uploads.set(input.upload, chunks)
      if (!input.last) return { documentId: null }
      const added = addedDocument(input.path, new Uint8Array(Buffer.concat(chunks)))
      state.documents.push(added)
      changed(input.matter)
      return { documentId: added.detail.documentId }
    }),
    documents: library.documents.handler(({ input }) =>
      hasDocuments(state, input.matter) ? state.documents.map(({ detail }) => detail) : [],
    ),
    document: library.document.handler(({ input }) => {
      const found = find(input.document)
      if (!found) throw refused('NOT_FOUND', 'The document is no longer here.')
      return found.detail
    }),
    // The window has no place for it yet.
    coverage: library.coverage.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    replace: library.replace.handler(({ input }) => changed(input.matter)),
    accept: library.accept.handler(({ input }) => {
      const found = find(input.document)
      if (found)
        Object.assign(found.detail, { accepted: true, ...(found.detail.pagesDone > 0 ? { state: 'partial' } : {}) })
      changed(input.matter)
    }),
    recognise: library.recognise.handler(({ input }) => changed(input.matter)),
    recognisePages: library.recognisePages.handler(({ input }) => changed(input.matter)),
    takeOwnText: library.takeOwnText.handler(({ input }) => changed(input.matter)),
    ...readingPart(),
    text: library.text.handler(({ input }) => [...(find(input.document)?.text ?? [])]),
    citations: library.citations.handler(() => []),
    boxes: library.boxes.handler(({ input }) =>
      input.spans.flatMap(({ start, end }) => [...(find(input.document)?.boxes(start, end) ?? [])]),
    ),
    words: library.words.handler(
      ({ input }) => find(input.document)?.words(input.page) ?? { width: 0, height: 0, words: [] },
    ),
    // A wrong password shows when the document is read with it, as the engine does.
    unlock: library.unlock.handler(({ input }) => {
      const found = find(input.document)
      const wrong = { code: 'password', message: 'The password does not open this PDF.', retry: true }
      const isRight = input.password === PASSPHRASE
      if (found) Object.assign(found.detail, isRight ? { state: 'queued', error: null } : { error: wrong })
      changed(input.matter)
    }),
    password: library.password.handler(() => ({ password: null })),
    bytes: library.bytes.handler(({ input, errors }) => {
      const found = find(input.document)
      if (!found) throw errors.NOT_FOUND()
      const bytes = new File([found.bytes.slice(input.from, input.to)], 'bytes')
      return { size: found.bytes.length, bytes }
    }),
    pageImage: library.pageImage.handler(({ errors }) => {
      throw errors.NOT_FOUND()
    }),
    remove: library.remove.handler(({ input }) => {
      state.documents = state.documents.filter(({ detail }) => detail.documentId !== input.document)
      changed(input.matter)
      return { removed: input.document, left: 0 }
    }),
    removePrevious: library.removePrevious.handler(({ input }) => {
      const found = find(input.document)
      if (found) Object.assign(found.detail, { previous: null })
      changed(input.matter)
      return { document: input.document, kept: false }
    }),
    search: library.search.handler(({ input }) => searchIn(state, input.question)),
  }
}

function searchIn(state: StandInState, question: string) {
  const words = question.toLowerCase().split(/\s+/)
  const pages = state.documents.flatMap(({ detail, text }) => text.map((page) => ({ detail, page })))
  const hits = pages.filter(({ page }) => words.some((word) => page.text.toLowerCase().includes(word)))
  return {
    question: question,
    ms: 12,
    vectors: false,
    hits: hits.map(({ detail, page }, index) => {
      const { document, documentId } = detail
      const span = { start: page.start, end: page.start + page.text.length }
      return {
        rank: index + 1,
        score: 1,
        document,
        documentId,
        page: page.page,
        ...span,
        section: '',
        text: page.text,
      }
    }),
  }
}

function jobPart(state: StandInState) {
  const { job } = os
  const reading = (matter: string, change: object) =>
    state.events.push({ type: 'reading', progress: { ...readingOf(matter), ...change } })
  return {
    list: job.list.handler(() => []),
    pause: job.pause.handler(({ input }) => reading(input.matter, { paused: true, running: false })),
    resume: job.resume.handler(({ input }) => reading(input.matter, {})),
    cancel: job.cancel.handler(({ input }) => reading(input.matter, { running: false })),
    retry: job.retry.handler(({ input }) => {
      const isThere = state.documents.some(({ detail }) => detail.documentId === input.document)
      if (!isThere) throw refused('NOT_FOUND', 'The document is no longer here.')
    }),
  }
}

function answerPart(state: StandInState) {
  const { answer } = os
  const changed = (matter: string) => state.events.push({ type: 'answers-changed', matter })
  return {
    ask: answer.ask.handler(async function* ({ input }) {
      const answerId = `a-${state.answers.length + 1}-${Date.now()}`
      const isStopped = () => state.stopped.has(answerId)
      const hasModel = state.settings.languageModel !== null
      const { documents } = state
      const run = {
        input,
        answerId,
        documents,
        hasModel,
        isStopped,
        waitMs: () => state.waitMs,
        isHeldAfter: (claims: number) => claims >= state.heldAfterClaims,
      }
      for await (const event of inventAnswer(run)) {
        if (event.type === 'answer-end') state.answers.push(event)
        yield event
      }
      changed(input.matter)
    }),
    stop: answer.stop.handler(({ input }) => void state.stopped.add(input.answerId)),
    list: answer.list.handler(({ input }) => (hasDocuments(state, input.matter) ? state.answers : [])),
    get: answer.get.handler(({ input, errors }) => {
      const found = state.answers.find(({ answerId }) => answerId === input.answerId)
      if (!found) throw errors.NOT_FOUND()
      return found
    }),
    export: answer.export.handler(({ input }) => ({ file: new File(['# An answer'], `answer.${input.format}`) })),
    delete: answer.delete.handler(({ input }) => {
      state.answers = state.answers.filter(({ answerId }) => answerId !== input.answerId)
      changed(input.matter)
    }),
  }
}

function modelPart(state: StandInState) {
  const { model } = os
  const changed = () => state.events.push({ type: 'models-changed' })
  return {
    list: model.list.handler(() => ({ computer: COMPUTER, models: state.models })),
    get: model.get.handler(async function* ({ input, signal, errors }) {
      const found = state.models.find(({ id }) => id === input.id)
      if (!found) throw errors.NOT_FOUND()
      if (!state.settings.network && !input.networkForThis) throw errors.OFFLINE()
      try {
        yield* inventDownload(found, state.waitMs, signal)
      } finally {
        changed()
      }
    }),
    importFile: model.importFile.handler(async function* () {
      yield { type: 'model-start', id: 'lawgpt-7b', way: 'file', address: '', bytes: 4.4e9, resumedAt: 0 }
      throw refused('DAMAGED', 'The file ends early: 3.9 of 4.4 GB. Copy it again, then import it.')
    }),
    remove: model.remove.handler(() => {}),
    use: model.use.handler(({ input }) => {
      for (const one of state.models) one.inUse = one.id === input.id
      state.settings.languageModel = input.id
      changed()
    }),
    attachLora: model.attachLora.handler(({ input: { file, scale } }) => ({ name: file, sha256: 'a1', scale })),
    detachLora: model.detachLora.handler(() => {}),
    prepare: model.prepare.handler(() => {}),
    unload: model.unload.handler(() => changed()),
  }
}

function statusOf({ lock, keyMode, hasRecoveryKey, settings, missingModel }: StandInState): Status {
  const id = missingModel ? null : settings.languageModel
  const languageModel = id ? ({ id, state: 'ready', strategies: {}, usualStrategy: 'quotes' } as const) : null
  return { version: '0.1.0', home: '/home/you/.consilium', lock, keyMode, hasRecoveryKey, processes: [], languageModel }
}

function readingOf(matter: string) {
  const queue = { matter, running: true, paused: false, documentsDone: 1, documents: 3, secondsLeft: 240, page: 61 }
  return { ...queue, current: 'Disclosure bundle B.pdf', stage: 'recognising' as const, pagesDone: 60, pages: 148 }
}

/** Only the first matter holds documents. */
