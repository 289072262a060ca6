import type { CatalogueModel } from '../../models/catalogue.ts'
import { purposeOf } from '../../models/fit.ts'
import type { InstalledModel } from '../../models/installed.ts'
import type { LanguageMeasures } from '../../models/language-model.ts'
import {
  createRemoteEmbedder,
  createRemoteReranker,
  type RemoteEmbedder,
  type RemoteReranker,
} from '../../models/local/remote-embedder.ts'
import {
  createRemoteLanguageModel,
  type KeptPace,
  type RemoteLanguageModel,
} from '../../models/local/remote-language-model.ts'
import type { Supervised } from '../../processes/supervise.ts'
import type { GraphicsShelf } from './graphics.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import type { JsonSettings } from '../../store/stored-json.ts'

export type RunningModelsOptions = {
  readonly processes: { readonly language: Supervised; readonly embedding: Supervised }
  readonly threads: () => Promise<number>
  readonly graphics: Pick<GraphicsShelf, 'now' | 'libraries' | 'lost'>
  readonly catalogue: readonly CatalogueModel[]
  readonly contextTokens: number
  /** By hash. */
  readonly paceOf: (sha256: string) => KeptPace
}

/**
 * The models that are used, each loaded when it is called: one of a kind is in memory, and another one that is called takes
 * its place once the call under way has ended. Null for the wrong kind.
 */
export interface RunningModels {
  language(found: InstalledModel): Promise<RemoteLanguageModel | null>
  embedder(found: InstalledModel): Promise<RemoteEmbedder | null>
  reranker(found: InstalledModel): Promise<RemoteReranker | null>
  unloadLanguage(): void
  /** What models run on has changed: each is loaded anew when it is next called. */
  forgetLanguages(): void
  /** Ends the process that this model may be loaded in. */
  unload(id: string): void
}

export function createRunningModels(options: RunningModelsOptions): RunningModels {
  const { processes, contextTokens, catalogue } = options
  // By hash. Each is kept, for those who still hold it and those who come back to it.
  const writers = new Map<string, RemoteLanguageModel>()
  const embedders = new Map<string, RemoteEmbedder>()
  const rerankers = new Map<string, RemoteReranker>()
  return {
    async language({ model, sha256, path, lora }) {
      if (model.kind !== 'language') return null
      const runsOn = await whatToRunOn(options)
      // Nothing is awaited from here on: of two calls at the same time the second finds what the first has made.
      const made =
        writers.get(sha256) ??
        createRemoteLanguageModel(processes.language, {
          id: model.id,
          sha256,
          path,
          lora: lora ? { path: lora.path, scale: lora.scale } : undefined,
          contextTokens: Math.min(contextTokens, model.language.contextTokens),
          ...runsOn,
          onGraphicsLost: options.graphics.lost,
          withoutThinking: model.language.thinks,
          purpose: purposeOf(model, catalogue) ?? undefined,
          pace: options.paceOf(sha256),
          measures: measuresOf(sha256, catalogue),
        })
      writers.set(sha256, made)
      return made
    },
    async embedder({ model, sha256, path }) {
      if (model.kind !== 'embedding') return null
      const threads = await options.threads()
      const { dimensions, format, maxTokens, queryPrefix, passagePrefix } = model.embedding
      const kind = { dimensions, format, maxTokens, queryPrefix, passagePrefix }
      const made =
        embedders.get(sha256) ??
        createRemoteEmbedder(processes.embedding, { id: model.id, sha256, path, threads, ...kind })
      embedders.set(sha256, made)
      return made
    },
    async reranker({ model, sha256, path }) {
      if (model.kind !== 'reranker') return null
      const threads = await options.threads()
      // The record beside a model may be older than the catalogue.
      const { maxTokens, languages } = { ...model, ...catalogued(sha256, catalogue, 'reranker') }.reranker
      const made =
        rerankers.get(sha256) ??
        createRemoteReranker(processes.embedding, { id: model.id, sha256, path, threads, maxTokens, languages })
      rerankers.set(sha256, made)
      return made
    },
    unloadLanguage: () => processes.language.stop(),
    forgetLanguages: () => writers.clear(),
    unload(id) {
      for (const made of [...writers.values(), ...embedders.values(), ...rerankers.values()])
        if (made.info.id === id) made.unload()
    },
  }
}

async function whatToRunOn({ threads, graphics }: RunningModelsOptions) {
  const [count, { kind }, libraries] = await Promise.all([threads(), graphics.now(), graphics.libraries()])
  return { threads: count, gpu: kind === null ? 'off' : 'auto', libraries } as const
}

/** What the catalogue of this version says of the very same file: the record beside a model may be older. */
function catalogued<Kind extends CatalogueModel['kind']>(
  sha256: string,
  catalogue: readonly CatalogueModel[],
  kind: Kind,
): Extract<CatalogueModel, { readonly kind: Kind }> | undefined {
  const isOf = (one: CatalogueModel): one is Extract<CatalogueModel, { readonly kind: Kind }> =>
    one.kind === kind && one.files[0]?.sha256 === sha256
  return catalogue.find(isOf)
}

function measuresOf(sha256: string, catalogue: readonly CatalogueModel[]): LanguageMeasures {
  const known = catalogued(sha256, catalogue, 'language')
  if (!known) return {}
  const { answerOdds, placeOdds, entailment, paraphrases } = known.language
  return { answerOdds, placeOdds, entailment, paraphrases } satisfies { [Key in keyof LanguageMeasures]-?: unknown }
}

/** A prompt is read some per cent faster or slower each time; that is not worth a write. */
const CHANGE_AT_LEAST = 0.1

/** How fast the models read on this computer, by hash. Nothing is known, or kept, while the home is locked (null). */
export function keptPaces(settings: () => JsonSettings | null): (sha256: string) => KeptPace {
  return (sha256) => {
    const read = () => {
      const kept = settings()?.get(paceKey(sha256))
      return typeof kept === 'number' && kept > 0 ? kept : null
    }
    return {
      read,
      keep(tokensPerSecond) {
        const before = read()
        if (before !== null && Math.abs(tokensPerSecond / before - 1) < CHANGE_AT_LEAST) return
        try {
          settings()?.set(paceKey(sha256), tokensPerSecond)
        } catch (error) {
          // The answer that is being written does not depend on it.
          if (!cannotWrite(error)) throw error
        }
      },
    }
  }
}

function paceKey(sha256: string): string {
  return `reading pace ${sha256}`
}
