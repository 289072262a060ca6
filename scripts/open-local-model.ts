import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { threadsFor } from '../models/computer.ts'
import { listInstalled } from '../models/installed.ts'
import { createRemoteLanguageModel, type RemoteLanguageModel } from '../models/local/remote-language-model.ts'
import { forkChild } from '../processes/fork-child.ts'
import { supervise } from '../processes/supervise.ts'

export type LocalModel = AsyncDisposable & {
  readonly model: RemoteLanguageModel
  readonly path: string
  readonly threads: number
}

/** An installed language model in its own process, as the app has it. `folder`: where models are. */
export async function openLocalModel(id: string, folder: string): Promise<LocalModel> {
  const found = (await listInstalled(folder)).find(({ model }) => model.id === id)
  if (!found) throw new Error(`${id} is not in ${folder}.`)
  const file = fileURLToPath(new URL('../models/process.ts', import.meta.url))
  const supervised = supervise('language', () => forkChild(file))
  const threads = Number(process.env.CONSILIUM_THREADS ?? threadsFor(availableParallelism()))
  const options = {
    id,
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
