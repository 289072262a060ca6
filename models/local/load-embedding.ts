import type { Tensor } from '@huggingface/transformers'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import type { EmbeddingLoad, EmbedRequest, RerankerLoad } from './protocol.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export interface LoadedEmbedding extends AsyncDisposable {
  readonly dimensions: number
  /** Unit vectors in the order of the texts. */
  embed(texts: readonly string[], kind: EmbedRequest['kind'], signal: AbortSignal): Promise<readonly Float32Array[]>
}

/** What a format has to do; prefixes, order and length are seen to here. */
interface VectorMaker extends AsyncDisposable {
  readonly dimensions: number
  /** Texts that go through the model together; an abort is noticed between batches. */
  readonly batchSize: number
  vectors(texts: readonly string[]): Promise<readonly Float32Array[]>
}

/** Loads an embedding model from its own folder or file, never from the network. Throws `DAMAGED`. */
export async function loadEmbedding(load: EmbeddingLoad): Promise<LoadedEmbedding> {
  yieldToOthers()
  const maker = await (load.format === 'onnx' ? loadOnnxEmbedding(load) : loadGgufEmbedding(load)).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Failure('DAMAGED', message('failures.models.embeddingNotLoaded', { path: load.path, reason }), {
        cause: error,
      })
    },
  )
  return {
    dimensions: maker.dimensions,
    embed(texts, kind, signal) {
      const prefix = kind === 'query' ? load.queryPrefix : load.passagePrefix
      return embedSorted(
        maker,
        texts.map((text) => prefix + text),
        signal,
      )
    },
    [Symbol.asyncDispose]: () => maker[Symbol.asyncDispose](),
  }
}

/** An answer being written is waited for, an index is not; the operating system shares the cores accordingly. */
function yieldToOthers(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

/** Texts of like length go together, since a batch is padded to its longest. */
async function embedSorted(
  maker: VectorMaker,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const order = texts.map((_, index) => index).toSorted((a, b) => (texts[a]?.length ?? 0) - (texts[b]?.length ?? 0))
  const vectors = Array.from<Float32Array>({ length: texts.length })
  for (let at = 0; at < order.length; at += maker.batchSize) {
    signal.throwIfAborted()
    const batch = order.slice(at, at + maker.batchSize)
    const made = await maker.vectors(batch.map((index) => texts[index] ?? ''))
    for (const [place, index] of batch.entries()) vectors[index] = unit(made[place])
  }
  signal.throwIfAborted()
  return vectors
}

function unit(vector: Float32Array | undefined): Float32Array {
  if (!vector) throw new Error('The embedding model gave fewer vectors than it got texts.')
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? vector : vector.map((value) => value / length)
}

/** llama.cpp may put a beginning and an end token around the text. */
const TOKENS_AROUND = 2

/** An embedding model of llama.cpp; pooling is as the file says. Texts are cut at `maxTokens` tokens. */
async function loadGgufEmbedding(load: EmbeddingLoad): Promise<VectorMaker> {
  const { getLlama, LlamaLogLevel } = await import('node-llama-cpp')
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    maxThreads: load.threads,
    logLevel: LlamaLogLevel.error,
  })
  try {
    const model = await llama.loadModel({ modelPath: load.path })
    const contextSize = load.maxTokens + TOKENS_AROUND + 1
    // An embedding is one evaluation: everything has to fit one batch.
    const context = await model.createEmbeddingContext({ contextSize, batchSize: contextSize, threads: load.threads })
    return {
      dimensions: model.embeddingVectorSize,
      batchSize: 1,
      async vectors(texts) {
        const made: Float32Array[] = []
        for (const text of texts) {
          const tokens = model.tokenize(text).slice(0, load.maxTokens)
          if (tokens.length === 0) made.push(new Float32Array(model.embeddingVectorSize))
          else made.push(Float32Array.from((await context.getEmbeddingFor(tokens)).vector))
        }
        return made
      },
      [Symbol.asyncDispose]: () => llama.dispose(),
    }
  } catch (error) {
    await llama.dispose()
    throw error
  }
}

/**
 * Processor time a text on one core: one by one 35 ms (40 to 180 words) and 145 ms (420 pieces), in fours 55 and 205, in
 * eights 230: nothing is padded, and a text's work stays in the cache. Memory patterns, 706 MB instead of 524, are kept
 * for each shape, and nearly every text has another.
 */
const BATCH_SIZE = 1

type Encoded = { readonly attention_mask: Tensor } & Record<string, Tensor>

/**
 * A sentence transformer: model.onnx, tokenizer.json, tokenizer_config.json and config.json in one folder; the vector is
 * the mean over the word pieces. Texts are cut at `maxTokens` word pieces.
 */
export async function loadOnnxEmbedding(load: EmbeddingLoad): Promise<VectorMaker> {
  const { AutoModel, AutoTokenizer, env } = await import('@huggingface/transformers')
  Object.assign(env, { allowRemoteModels: false, useFSCache: false, useWasmCache: false, useBrowserCache: false })
  const tokenizer = await AutoTokenizer.from_pretrained(load.path, { local_files_only: true })
  const model = await AutoModel.from_pretrained(load.path, {
    local_files_only: true,
    subfolder: '',
    model_file_name: 'model',
    // The name of the precision is a suffix of the file's name; 'fp32' has none.
    dtype: 'fp32',
    device: 'cpu',
    session_options: { intraOpNumThreads: load.threads, interOpNumThreads: 1, enableMemPattern: false },
  })
  return {
    dimensions: await hiddenSize(load.path),
    batchSize: BATCH_SIZE,
    async vectors(texts) {
      const encoded = tokenizer([...texts], { padding: true, truncation: true, max_length: load.maxTokens }) as Encoded
      const { last_hidden_state: states } = (await model(encoded)) as { readonly last_hidden_state: Tensor }
      const vectors = meanOfPieces(states, encoded.attention_mask)
      states.dispose()
      return vectors
    },
    async [Symbol.asyncDispose]() {
      await model.dispose()
    },
  }
}

async function hiddenSize(folder: string): Promise<number> {
  const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as { readonly hidden_size?: unknown }
  if (typeof config.hidden_size !== 'number') throw new Error('config.json has no hidden_size.')
  return config.hidden_size
}

/** `states` is [texts, pieces, size]; `mask` is [texts, pieces], 0 for padding. */
function meanOfPieces(states: Tensor, mask: Tensor): readonly Float32Array[] {
  const [texts = 0, pieces = 0, size = 0] = states.dims
  const data = states.data as Float32Array
  const attended = mask.data as BigInt64Array
  return Array.from({ length: texts }, (_, text) => {
    const sum = new Float32Array(size)
    for (let piece = 0; piece < pieces; piece += 1) {
      const at = text * pieces + piece
      if (attended[at] === 0n) continue
      for (let index = 0; index < size; index += 1) sum[index] = (sum[index] ?? 0) + (data[at * size + index] ?? 0)
    }
    return sum
  })
}

export interface LoadedReranker extends AsyncDisposable {
  /** In the order of the passages; an abort is noticed between two of them. */
  score(question: string, passages: readonly string[], signal: AbortSignal): Promise<readonly number[]>
}

type EncodedPairs = Record<string, Tensor>

/**
 * A BERT cross-encoder: model.onnx, tokenizer.json and tokenizer_config.json in one folder, never from the network. Pairs go
 * through one by one: nothing is padded, and 256 word pieces take 65 ms of one core. Throws `DAMAGED`.
 */
export async function loadReranker({ path, threads, maxTokens }: RerankerLoad): Promise<LoadedReranker> {
  const { AutoTokenizer, BertForSequenceClassification, env } = await import('@huggingface/transformers')
  Object.assign(env, { allowRemoteModels: false, useFSCache: false, useWasmCache: false, useBrowserCache: false })
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(path, { local_files_only: true })
    const model = await BertForSequenceClassification.from_pretrained(path, {
      local_files_only: true,
      subfolder: '',
      model_file_name: 'model',
      // The package has no config.json, and nothing of it is used.
      config: { model_type: 'bert' } as never,
      // The name of the precision is a suffix of the file's name; 'fp32' has none.
      dtype: 'fp32',
      device: 'cpu',
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, enableMemPattern: false },
    })
    return {
      async score(question, passages, signal) {
        const scores: number[] = []
        for (const passage of passages) {
          signal.throwIfAborted()
          const pair = { text_pair: [passage], padding: true, truncation: true, max_length: maxTokens }
          const { logits } = (await model(tokenizer([question], pair) as EncodedPairs)) as { readonly logits: Tensor }
          scores.push(Number(logits.data[0]))
          logits.dispose()
        }
        signal.throwIfAborted()
        return scores
      },
      async [Symbol.asyncDispose]() {
        await model.dispose()
      },
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Failure('DAMAGED', message('failures.models.rerankingNotLoaded', { path, reason }), { cause: error })
  }
}
