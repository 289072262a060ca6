import type { Computer, ModelProgress, ModelRow } from '../../contract/model.ts'
import { fromFile } from '../../models/acquire/from-file.ts'
import type { AnswerOdds } from '../../models/language-model.ts'
import { type CatalogueModel, readCatalogue } from '../../models/catalogue.ts'
import { describeComputer } from '../../models/computer.ts'
import { type InstalledModel, listInstalled, removeModel } from '../../models/installed.ts'
import { createRemoteEmbedder, type RemoteEmbedder } from '../../models/local/remote-embedder.ts'
import { createRemoteLanguageModel, type RemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import type { Supervised } from '../../processes/supervise.ts'
import { AssistantError } from '../assistant-error.ts'
import { type AcquireOptions, acquireModel } from './acquire-model.ts'
import { modelRows } from './model-rows.ts'

/** The models of this computer: which there are, which are used, and the two that are running. */
export interface ModelShelf {
  list(): Promise<{ computer: Computer; models: ModelRow[] }>
  fetch(id: string, fromIndex: boolean, signal?: AbortSignal): AsyncGenerator<ModelProgress, void, void>
  importFile(file: string, signal?: AbortSignal): AsyncGenerator<ModelProgress, void, void>
  remove(id: string): Promise<void>
  /** The installed model of that id. Throws `NO_MODEL`, saying how to get it. */
  installed(id: string): Promise<InstalledModel>
  /** The named model, else the chosen one, else any that is installed; null when there is none. */
  language(id: string | null): Promise<RemoteLanguageModel | null>
  embedder(): Promise<RemoteEmbedder | null>
  unloadLanguage(): void
}

export type ModelShelfOptions = AcquireOptions & {
  readonly processes: { readonly language: Supervised; readonly embedding: Supervised }
  /** Null: all physical cores but one. */
  readonly threads: number | null
  readonly onChange: () => void
}

/** Prompt and answer of a first question with five passages take about 1,700 tokens; the rest is for follow-ups. */
const CONTEXT_TOKENS = 8192

export function createModelShelf(options: ModelShelfOptions): ModelShelf {
  const { modelsFolder, settings, processes } = options
  const catalogue = readCatalogue()
  const running = { language: null as RemoteLanguageModel | null, embedder: null as RemoteEmbedder | null }

  const usable = async (kind: CatalogueModel['kind'], wanted: string | null): Promise<InstalledModel | null> => {
    const all = (await listInstalled(modelsFolder)).filter(
      ({ model, damage }) => model.kind === kind && damage === null,
    )
    return all.find(({ model }) => model.id === wanted) ?? all.at(0) ?? null
  }
  const installed = async (id: string) => {
    const found = (await listInstalled(modelsFolder)).find(({ model }) => model.id === id)
    if (!found) throw notInstalled(id, catalogue)
    if (found.damage) throw new AssistantError('NO_MODEL', `${id} cannot be used: ${found.damage}`)
    return found
  }
  const threads = async () => options.threads ?? (await describeComputer(modelsFolder, null)).threads

  return {
    installed,
    async list() {
      const computer = await describeComputer(modelsFolder, null)
      const [language, embedding] = await Promise.all([
        usable('language', settings().languageModel),
        usable('embedding', settings().embedder),
      ])
      const inUse = new Set([language, embedding].flatMap((one) => (one ? [one.model.id] : [])))
      const all = await listInstalled(modelsFolder)
      const { mirror } = settings()
      const models = await modelRows({
        catalogue,
        installed: all,
        computer,
        contextTokens: CONTEXT_TOKENS,
        inUse,
        modelsFolder,
        mirror,
      })
      return { computer, models }
    },
    async *fetch(id, fromIndex, signal) {
      const model = catalogue.find((one) => one.id === id)
      if (!model) throw notInstalled(id, catalogue)
      yield* acquireModel(model, fromIndex, options, signal)
      options.onChange()
    },
    async *importFile(file, signal) {
      yield* fromFile(file, catalogue, modelsFolder, signal)
      options.onChange()
    },
    async remove(id) {
      await installed(id)
      if (running.language?.info.id === id) running.language.unload()
      if (running.embedder?.info.id === id) running.embedder.unload()
      await removeModel(modelsFolder, id)
      options.onChange()
    },
    async language(id) {
      const found = id === null ? await usable('language', settings().languageModel) : await installed(id)
      if (!found || found.model.kind !== 'language') return null
      if (running.language?.info.sha256 === found.sha256) return running.language
      running.language?.unload()
      const { thinks, contextTokens } = found.model.language
      running.language = createRemoteLanguageModel(processes.language, {
        id: found.model.id,
        sha256: found.sha256,
        path: found.path,
        contextTokens: Math.min(CONTEXT_TOKENS, contextTokens),
        threads: await threads(),
        gpu: 'auto',
        withoutThinking: thinks,
        answerOdds: oddsOf(found, catalogue),
      })
      return running.language
    },
    async embedder() {
      const found = await usable('embedding', settings().embedder)
      if (!found || found.model.kind !== 'embedding') return null
      if (running.embedder?.info.revision === found.sha256) return running.embedder
      running.embedder?.unload()
      const { dimensions, format, maxTokens, queryPrefix, passagePrefix } = found.model.embedding
      running.embedder = createRemoteEmbedder(processes.embedding, {
        id: found.model.id,
        sha256: found.sha256,
        path: found.path,
        threads: await threads(),
        dimensions,
        format,
        maxTokens,
        queryPrefix,
        passagePrefix,
      })
      return running.embedder
    },
    unloadLanguage: () => running.language?.unload(),
  }
}

function notInstalled(id: string, catalogue: readonly CatalogueModel[]): AssistantError {
  const known = catalogue.some((model) => model.id === id)
  const todo = known ? `Get it: consilium models get ${id}` : 'The models that there are: consilium models'
  return new AssistantError(
    known ? 'NO_MODEL' : 'NOT_FOUND',
    `${known ? `${id} is not installed.` : `There is no model "${id}".`} ${todo}`,
  )
}

/** From the catalogue of this version, for the very same file: the record beside a model may be older. */
function oddsOf({ sha256 }: InstalledModel, catalogue: readonly CatalogueModel[]): AnswerOdds | undefined {
  const known = catalogue.find(({ files }) => files[0]?.sha256 === sha256)
  return known?.kind === 'language' ? known.language.answerOdds : undefined
}
