import { stat } from 'node:fs/promises'
import type { ChatWrapper, Llama, LlamaContextSequence, LlamaModel, Token } from 'node-llama-cpp'
import { type GgufHeader, readGgufHeader } from '../gguf-header.ts'
import { freeMemory, WORKING_BYTES } from '../computer.ts'
import type { Pace } from './prefill.ts'
import { findLibrariesIn } from './fetched-libraries.ts'
import type { LanguageLoad } from './protocol.ts'
import { Failure, failedWith } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type LlamaLibrary = typeof import('node-llama-cpp')

export interface LoadedLanguage extends AsyncDisposable {
  readonly library: LlamaLibrary
  readonly llama: Llama
  readonly model: LlamaModel
  /**
   * The one sequence: its tokens are the context kept between calls, and gone with the process. llama.cpp gives its state to a path
   * alone, in plain bytes; it seeks in it, so that a pipe will not do, and only Linux has files that lie in memory.
   */
  readonly sequence: LlamaContextSequence
  readonly wrapper: ChatWrapper
  readonly contextTokens: number
  /** Another sequence for short prompts, made when it is first wanted. */
  apart(): Promise<{ readonly sequence: LlamaContextSequence; readonly contextTokens: number }>
  readonly graphics: string | null
  /** Tokens of answers generated here, by their exact text, so that a follow-up finds them in the context. */
  readonly answers: Map<string, readonly Token[]>
  readonly pace: Pace
}

/** Hybrid and sliding-window models can go back only to a checkpoint; each costs some 50 MB for a model of 4B. */
const CHECKPOINT_BYTES = 512 * 1024 * 1024

/** A judgement takes some 150 tokens. A batch so small keeps the buffers small: with 128 some 80 MB for Qwen's vocabulary. */
const APART_TOKENS = 512
const APART_BATCH_TOKENS = 128

/** Loads a model; throws `NOT_ENOUGH_MEMORY` before anything is loaded, `DAMAGED` when the file is no good. */
export async function loadLanguage(load: LanguageLoad): Promise<LoadedLanguage> {
  const header = await readHeader(load.path)
  const contextTokens = Math.min(load.contextTokens, header.contextTokens ?? load.contextTokens)
  const { lora } = load
  const loraBytes = lora ? await sizeOf(lora.path) : 0
  const needBytes = header.sizeBytes + loraBytes + header.contextBytesPerToken * contextTokens + WORKING_BYTES
  findLibrariesIn(load.libraries ?? [])
  const library = await import('node-llama-cpp')
  const llama = await library.getLlama({
    gpu: load.gpu === 'auto' ? 'auto' : false,
    build: 'never',
    maxThreads: load.threads,
    logLevel: library.LlamaLogLevel.error,
  })
  try {
    if (llama.gpu === false) await checkMemory(needBytes)
    const model = await llama.loadModel({ modelPath: load.path })
    const context = await model.createContext({
      contextSize: contextTokens,
      sequences: 1,
      threads: load.threads,
      flashAttention: true,
      ...withLora(lora),
    })
    let apart: Promise<LlamaContextSequence> | null = null
    return {
      library,
      llama,
      model,
      sequence: context.getSequence({ checkpoints: { maxMemory: CHECKPOINT_BYTES } }),
      wrapper: library.resolveChatWrapper(model, wrapperSettings(load.withoutThinking)),
      contextTokens: Math.min(contextTokens, context.contextSize),
      async apart() {
        apart ??= sequenceApart(model, load)
        try {
          return { sequence: await apart, contextTokens: APART_TOKENS }
        } catch (error) {
          // There may be more memory the next time.
          apart = null
          throw error
        }
      },
      graphics: llama.gpu === false ? null : llama.gpu,
      answers: new Map(),
      pace: { tokensPerSecond: null },
      [Symbol.asyncDispose]: () => llama.dispose(),
    }
  } catch (error) {
    await llama.dispose()
    throw await loadError(error, library, { needBytes, hasAdapter: lora !== null })
  }
}

function withLora(lora: LanguageLoad['lora']) {
  return lora ? { lora: { adapters: [{ filePath: lora.path, scale: lora.scale }] } } : {}
}

async function sequenceApart(model: LlamaModel, { threads, lora }: LanguageLoad): Promise<LlamaContextSequence> {
  const context = await model.createContext({
    contextSize: APART_TOKENS,
    batchSize: APART_BATCH_TOKENS,
    sequences: 1,
    threads,
    flashAttention: true,
    ...withLora(lora),
  })
  return context.getSequence()
}

async function readHeader(path: string): Promise<GgufHeader & { readonly sizeBytes: number }> {
  const size = await sizeOf(path)
  const header = await readGgufHeader(path)
  if (size < header.leastBytes)
    throw new Failure('DAMAGED', message('failures.models.endsEarly', { name: path, size, needed: header.leastBytes }))
  return { ...header, sizeBytes: size }
}

async function sizeOf(path: string): Promise<number> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw new Failure('DAMAGED', message('failures.models.notReadable', { file: path }), { cause: error })
  })
  return size
}

function notEnoughMemory(needBytes: number, freeBytes: number): Failure {
  const said = message('failures.models.memory', { needed: { memory: needBytes }, free: { memory: freeBytes } })
  return new Failure('NOT_ENOUGH_MEMORY', said)
}

/** On a graphics processor llama.cpp itself weighs what goes where. */
async function checkMemory(needBytes: number): Promise<void> {
  const freeBytes = await freeMemory()
  if (needBytes > freeBytes) throw notEnoughMemory(needBytes, freeBytes)
}

function wrapperSettings(withoutThinking: boolean) {
  if (!withoutThinking) return { warningLogs: false }
  return {
    warningLogs: false,
    customWrapperSettings: {
      qwen: { thoughts: 'discourage' },
      jinjaTemplate: { additionalRenderParameters: { enable_thinking: false } },
    },
  } as const
}

type Failed = { readonly needBytes: number; readonly hasAdapter: boolean }

async function loadError(error: unknown, library: LlamaLibrary, { needBytes, hasAdapter }: Failed): Promise<Error> {
  if (failedWith(error, 'NOT_ENOUGH_MEMORY')) return error
  if (error instanceof library.InsufficientMemoryError) return notEnoughMemory(needBytes, await freeMemory())
  const reason = error instanceof Error ? error.message : String(error)
  const said = hasAdapter
    ? message('failures.models.notLoadedWithAdapter', { reason })
    : message('failures.models.notLoaded', { reason })
  return new Failure('DAMAGED', said, { cause: error })
}
