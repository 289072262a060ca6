import { type Handlers, RemoteError } from '../../processes/remote-calls.ts'
import { findLibrariesIn } from './fetched-libraries.ts'
import { generate } from './generate.ts'
import { type LoadedEmbedding, type LoadedReranker, loadEmbedding, loadReranker } from './load-embedding.ts'
import { type LoadedLanguage, loadLanguage } from './load-language.ts'
import { promptTokens, readBeginning } from './prompt-tokens.ts'
import { type LanguageLoad, loadKey, type ModelMethods, NOT_LOADED } from './protocol.ts'
import { score } from './score.ts'

type Held<T> = { readonly path: string; readonly model: T }
type Loaded = {
  language: Held<LoadedLanguage> | null
  embedding: Held<LoadedEmbedding> | null
  reranker: Held<LoadedReranker> | null
}

/**
 * The calls of the models process. llama.cpp and ONNX are loaded by the first load call; one sequence answers one call
 * after the other.
 */
export function createModelHandlers(): Handlers<ModelMethods> {
  const turns = createTurns()
  const now: Loaded = { language: null, embedding: null, reranker: null }
  return {
    loadLanguage: single(async (input) => {
      const before = now.language
      now.language = null
      await before?.model[Symbol.asyncDispose]()
      const model = await loadLanguage(input)
      now.language = { path: loadKey(input), model }
      return { contextTokens: model.contextTokens, graphics: model.graphics }
    }, turns),
    generate: streamed(({ path, input }, signal) => generate(loaded(now.language, path), input, signal), turns),
    score: streamed(
      ({ path, input }, signal) => score(loaded(now.language, path), input.turns, input.continuations, signal),
      turns,
    ),
    scoreApart: streamed(async function* ({ path, input }, signal) {
      const model = loaded(now.language, path)
      return yield* score({ ...model, ...(await model.apart()) }, input.turns, input.continuations, signal)
    }, turns),
    readBeginning: single(async ({ path, input }) => readBeginning(loaded(now.language, path), input), turns),
    countTokens: single(async ({ path, input }) => promptTokens(loaded(now.language, path), input).tokens.length),
    loadEmbedding: single(async (input) => {
      const before = now.embedding
      now.embedding = null
      await before?.model[Symbol.asyncDispose]()
      const model = await loadEmbedding(input)
      now.embedding = { path: input.path, model }
      return { dimensions: model.dimensions }
    }, turns),
    embed: single(
      ({ path, input }, signal) => loaded(now.embedding, path).embed(input.texts, input.kind, signal),
      turns,
    ),
    loadReranker: single(async (input) => {
      const before = now.reranker
      now.reranker = null
      await before?.model[Symbol.asyncDispose]()
      now.reranker = { path: input.path, model: await loadReranker(input) }
      return null
    }, turns),
    rerank: single(
      ({ path, input }, signal) => loaded(now.reranker, path).score(input.question, input.passages, signal),
      turns,
    ),
    report: single(async () => ({ pid: process.pid, rssBytes: process.memoryUsage.rss() })),
    graphics: single(graphics),
  }
}

async function graphics({ libraries }: Pick<LanguageLoad, 'libraries'>): Promise<string | null> {
  findLibrariesIn(libraries ?? [])
  const { getLlama, LlamaLogLevel } = await import('node-llama-cpp')
  const llama = await getLlama({ gpu: 'auto', build: 'never', logLevel: LlamaLogLevel.error })
  try {
    if (llama.gpu === false) return null
    await llama.getVramState()
    // A library may load where no processor of its kind is.
    if ((await llama.getGpuDeviceNames()).length === 0) return null
    return llama.gpu
  } finally {
    await llama.dispose()
  }
}

function loaded<T>(held: Held<T> | null, path: string): T {
  if (held?.path !== path) throw new RemoteError(NOT_LOADED, 'The model is not loaded.')
  return held.model
}

type Handler<I, Item, R> = (input: I, signal: AbortSignal) => AsyncGenerator<Item, R, void>

/** A handler that gives a result and no items; with `turns` it waits for the others. */
function single<I, R>(answer: (input: I, signal: AbortSignal) => Promise<R>, turns?: Turns): Handler<I, never, R> {
  return streamed(async function* (input: I, signal: AbortSignal) {
    return await answer(input, signal)
  }, turns)
}

/** With `turns` it waits for the others. */
function streamed<I, Item, R>(answer: Handler<I, Item, R>, turns?: Turns): Handler<I, Item, R> {
  return async function* (input, signal) {
    const end = await turns?.take(signal)
    try {
      return yield* answer(input, signal)
    } finally {
      end?.()
    }
  }
}

/** Lets one caller in at a time, in the order they came. */
interface Turns {
  /** Waits for its turn and gives the function that ends it. An abort gives the place up. */
  take(signal?: AbortSignal): Promise<() => void>
}

function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    async take(signal) {
      signal?.throwIfAborted()
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const before = last
      last = before.then(() => ended)
      await before
      if (signal?.aborted) end()
      signal?.throwIfAborted()
      return end
    },
  }
}
