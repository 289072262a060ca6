import { fileURLToPath } from 'node:url'
import { threadsFor } from '../models/computer.ts'
import { listInstalled } from '../models/installed.ts'
import { createRemoteLanguageModel, type RemoteLanguageModel } from '../models/local/remote-language-model.ts'
import { forkChild } from '../processes/fork-child.ts'
import { supervise } from '../processes/supervise.ts'
import { availableParallelism } from 'node:os'

export type BenchModel = AsyncDisposable & {
  readonly model: RemoteLanguageModel
  readonly path: string
  readonly threads: number
}

/** The language model that CONSILIUM_BENCH_MODEL names, else the 0.5B, in its own process as in the app. */
export async function openBenchModel(root: string): Promise<BenchModel> {
  const wanted = process.env.CONSILIUM_BENCH_MODEL ?? 'qwen2.5-coder-0.5b-instruct-q4_k_m'
  const folder = process.env.CONSILIUM_MODELS ?? `${root}/.models`
  const found = (await listInstalled(folder)).find(({ model }) => model.id === wanted)
  if (!found) throw new Error(`${wanted} is not in ${folder}.`)
  const file = fileURLToPath(new URL('../models/process.ts', import.meta.url))
  const supervised = supervise('language', () => forkChild(file))
  const threads = Number(process.env.CONSILIUM_THREADS ?? threadsFor(availableParallelism()))
  const options = {
    id: wanted,
    sha256: found.sha256,
    path: found.path,
    contextTokens: 4096,
    threads,
    gpu: 'off',
    withoutThinking: false,
  } as const
  const model = createRemoteLanguageModel(supervised, options)
  await model.load()
  return { model, path: found.path, threads, [Symbol.asyncDispose]: () => supervised[Symbol.asyncDispose]() }
}
