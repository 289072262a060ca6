import { type LocalModel, openLocalModel } from '../scripts/open-local-model.ts'

/** The language model that CONSILIUM_BENCH_MODEL names, else the 0.5B. */
export function openBenchModel(root: string): Promise<LocalModel> {
  const wanted = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  return openLocalModel(wanted, process.env.CONSILIUM_MODELS ?? `${root}/.models`)
}
