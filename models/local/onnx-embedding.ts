import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tensor } from '@huggingface/transformers'
import type { VectorMaker } from './load-embedding.ts'
import type { EmbeddingLoad } from './protocol.ts'

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
