import { fileURLToPath } from 'node:url'
import { getLlama, LlamaLogLevel } from 'node-llama-cpp'
import type { Turn } from '../models/language-model.ts'
import type { Measurement } from './measurement.ts'
import { openBenchModel } from './open-bench-model.ts'
import { median } from './quantiles.ts'

const PAIRS = 12
const TOKENS = 96
const TURNS: readonly Turn[] = [
  { role: 'system', text: 'You are a careful writer.' },
  { role: 'user', text: 'Describe at length how a lease is ended by a break notice.' },
]

/** Generation speed through the app's process against raw node-llama-cpp: same file, same prompt, A B A B. */
export async function* measureGeneration(): AsyncGenerator<Measurement> {
  await using opened = await openBenchModel(fileURLToPath(new URL('..', import.meta.url)))
  const raw = await openRaw(opened.path, opened.threads)
  const ratios: number[] = []
  const app: number[] = []
  for (let pair = 0; pair <= PAIRS; pair += 1) {
    const ours = await speedOfApp(opened.model)
    const theirs = await raw.speed()
    // The first pair warms both up.
    if (pair === 0) continue
    app.push(ours)
    ratios.push(ours / theirs)
  }
  yield {
    bench: 'generation',
    model: opened.model.info.id,
    threads: opened.threads,
    pairs: PAIRS,
    tokensPerSecond: Math.round(10 * median(app)) / 10,
    appOverRaw: Math.round(1000 * median(ratios)) / 1000,
  }
}

async function speedOfApp(model: {
  generate: (request: {
    turns: readonly Turn[]
    maxTokens: number
  }) => AsyncGenerator<{ tokens: number }, { generatedTokens: number }, void>
}): Promise<number> {
  const items = model.generate({ turns: TURNS, maxTokens: TOKENS })
  let firstMs = Number.NaN
  for (;;) {
    const next = await items.next()
    if (next.done) return (1000 * (next.value.generatedTokens - 1)) / (performance.now() - firstMs)
    if (Number.isNaN(firstMs)) firstMs = performance.now()
  }
}

async function openRaw(modelPath: string, threads: number) {
  const llama = await getLlama({ gpu: false, build: 'never', maxThreads: threads, logLevel: LlamaLogLevel.error })
  const model = await llama.loadModel({ modelPath })
  const context = await model.createContext({ contextSize: 4096, threads, flashAttention: true })
  const sequence = context.getSequence()
  const prompt = model.tokenize(
    `<|im_start|>system\n${TURNS[0]?.text}<|im_end|>\n<|im_start|>user\n${TURNS[1]?.text}<|im_end|>\n<|im_start|>assistant\n`,
    true,
  )
  return {
    async speed(): Promise<number> {
      await sequence.clearHistory()
      let tokens = 0
      let firstMs = Number.NaN
      for await (const _token of sequence.evaluate(prompt, { temperature: 0 })) {
        if (Number.isNaN(firstMs)) firstMs = performance.now()
        tokens += 1
        if (tokens === TOKENS) break
      }
      return (1000 * (tokens - 1)) / (performance.now() - firstMs)
    },
  }
}
