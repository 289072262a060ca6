import type { GenerateItem, GenerateRequest, GenerateResult, PromptReading, Turn } from '../language-model.ts'

export type LanguageLoad = {
  /** An absolute path of a GGUF file. */
  readonly path: string
  readonly contextTokens: number
  readonly threads: number
  readonly gpu: 'auto' | 'off'
  /** Models that think aloud before they answer are told not to. */
  readonly withoutThinking: boolean
  /** An adapter, as a GGUF file, and how strongly it changes the model. */
  readonly lora?: { readonly path: string; readonly scale: number } | undefined
  /** Folders of fetched libraries for graphics processors. Absent: none was fetched. */
  readonly libraries?: readonly string[] | undefined
}

/** What tells a loaded model from another: the same file with another adapter is another one. */
export function loadKey({ path, lora }: Pick<LanguageLoad, 'path' | 'lora'>): string {
  return lora ? `${path} with ${lora.path} at ${lora.scale}` : path
}

export type LanguageLoaded = {
  /** Never more than was asked for; less when the model was trained for less. */
  readonly contextTokens: number
  /** `cuda`, `metal`, `vulkan`, or null for the processor. */
  readonly graphics: string | null
}

export type EmbeddingLoad = {
  /** `onnx`: a folder with model.onnx, tokenizer.json and config.json. `gguf`: a file. */
  readonly format: 'onnx' | 'gguf'
  readonly path: string
  readonly threads: number
  /** Longer texts are cut there: word pieces for `onnx` (256 for MiniLM), tokens for `gguf`. */
  readonly maxTokens: number
  readonly queryPrefix: string
  readonly passagePrefix: string
}

/** How far a prompt is read, and how fast this model reads here; null until it was measured. */
export type ReadingPace = Omit<PromptReading, 'secondsLeft'> & { readonly tokensPerSecond: number | null }

export type ProcessReport = { readonly pid: number; readonly rssBytes: number }

/** A call names the file of the model that it is meant for: another one may have been loaded since. */
type ForModel<T> = { readonly path: string; readonly input: T }

/** What the models process answers. It is started twice, once for language and once for embedding. */
export type ModelMethods = RerankerMethods & {
  loadLanguage: { input: LanguageLoad; item: never; result: LanguageLoaded }
  generate: { input: ForModel<WireRequest>; item: GenerateItem | ReadingPace; result: GenerateResult }
  score: { input: ForModel<ScoreRequest>; item: ReadingPace; result: readonly number[] }
  scoreApart: { input: ForModel<ScoreRequest>; item: ReadingPace; result: readonly number[] }
  /** Instructions, read ahead of the first prompt; gives how many tokens. */
  readBeginning: { input: ForModel<string>; item: never; result: number }
  countTokens: { input: ForModel<readonly Turn[]>; item: never; result: number }
  loadEmbedding: { input: EmbeddingLoad; item: never; result: { readonly dimensions: number } }
  embed: { input: ForModel<EmbedRequest>; item: never; result: readonly Float32Array[] }
  report: { input: null; item: never; result: ProcessReport }
  /** Loads the graphics processor's driver; gives what llama.cpp uses here, null for the processor. */
  graphics: { input: Pick<LanguageLoad, 'libraries'>; item: never; result: string | null }
}

/** A function crosses to no other process. */
export type WireRequest = Omit<GenerateRequest, 'onReading'>
export type ScoreRequest = { readonly turns: readonly Turn[]; readonly continuations: readonly string[] }
export type EmbedRequest = { readonly texts: readonly string[]; readonly kind: 'query' | 'passage' }

/** The code of the error that crosses to the engine beside failures and those of `serveCalls`. */
export const NOT_LOADED = 'NOT_LOADED'

export type RerankerLoad = {
  /** A folder with model.onnx, tokenizer.json and tokenizer_config.json. */
  readonly path: string
  readonly threads: number
  /** Of question and passage together. */
  readonly maxTokens: number
}

type RerankRequest = { readonly question: string; readonly passages: readonly string[] }

/** What the process of the embedding model answers beside it. */
type RerankerMethods = {
  loadReranker: { input: RerankerLoad; item: never; result: null }
  rerank: {
    input: { readonly path: string; readonly input: RerankRequest }
    item: never
    result: readonly number[]
  }
}
