import type { VectorMaker } from './load-embedding.ts'
import type { EmbeddingLoad } from './protocol.ts'

/** llama.cpp may put a beginning and an end token around the text. */
const TOKENS_AROUND = 2

/** An embedding model of llama.cpp; pooling is as the file says. Texts are cut at `maxTokens` tokens. */
export async function loadGgufEmbedding(load: EmbeddingLoad): Promise<VectorMaker> {
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
