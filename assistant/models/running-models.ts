import type { AnswerOdds } from '../../models/language-model.ts'
import type { CatalogueModel } from '../../models/catalogue.ts'
import type { InstalledModel } from '../../models/installed.ts'
import { createRemoteEmbedder, type RemoteEmbedder } from '../../models/local/remote-embedder.ts'
import { createRemoteLanguageModel, type RemoteLanguageModel } from '../../models/local/remote-language-model.ts'
import type { Supervised } from '../../processes/supervise.ts'

export type RunningModelsOptions = {
  readonly processes: { readonly language: Supervised; readonly embedding: Supervised }
  readonly threads: () => Promise<number>
  readonly catalogue: readonly CatalogueModel[]
  readonly contextTokens: number
}

/** The two models that are running, one of a kind: another one takes the place of the first. Null for the wrong kind. */
export interface RunningModels {
  language(found: InstalledModel): Promise<RemoteLanguageModel | null>
  embedder(found: InstalledModel): Promise<RemoteEmbedder | null>
  unloadLanguage(): void
  /** Ends the process that has this model loaded. */
  unload(id: string): void
}

export function createRunningModels(options: RunningModelsOptions): RunningModels {
  const { processes, contextTokens, catalogue } = options
  const running = { language: null as RemoteLanguageModel | null, embedder: null as RemoteEmbedder | null }
  return {
    async language({ model, sha256, path }) {
      if (model.kind !== 'language') return null
      const threads = await options.threads()
      // Nothing is awaited from here on: of two calls at the same time the second finds what the first has made.
      if (running.language?.info.sha256 === sha256) return running.language
      running.language?.unload()
      running.language = createRemoteLanguageModel(processes.language, {
        id: model.id,
        sha256,
        path,
        contextTokens: Math.min(contextTokens, model.language.contextTokens),
        threads,
        gpu: 'auto',
        withoutThinking: model.language.thinks,
        answerOdds: oddsOf(sha256, catalogue),
      })
      return running.language
    },
    async embedder({ model, sha256, path }) {
      if (model.kind !== 'embedding') return null
      const threads = await options.threads()
      if (running.embedder?.info.revision === sha256) return running.embedder
      running.embedder?.unload()
      const { dimensions, format, maxTokens, queryPrefix, passagePrefix } = model.embedding
      const kind = { dimensions, format, maxTokens, queryPrefix, passagePrefix }
      running.embedder = createRemoteEmbedder(processes.embedding, { id: model.id, sha256, path, threads, ...kind })
      return running.embedder
    },
    unloadLanguage: () => running.language?.unload(),
    unload(id) {
      if (running.language?.info.id === id) running.language.unload()
      if (running.embedder?.info.id === id) running.embedder.unload()
    },
  }
}

/** From the catalogue of this version, for the very same file: the record beside a model may be older. */
function oddsOf(sha256: string, catalogue: readonly CatalogueModel[]): AnswerOdds | undefined {
  const known = catalogue.find(({ files }) => files[0]?.sha256 === sha256)
  return known?.kind === 'language' ? known.language.answerOdds : undefined
}
