import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import type { Assistant } from '../assistant/assembly/assistant.ts'
import { createAssistant } from '../assistant/assembly/create-assistant.ts'
import { router } from '../assistant/router/router.ts'
import type { AssistantClient } from '../contract/index.ts'
import { programFiles } from '../host/program-files.ts'

export type BenchAssistant = AsyncDisposable & { readonly client: AssistantClient; readonly assistant: Assistant }

export type BenchAssistantOptions = {
  /** Else CONSILIUM_MODELS or `.models/`. */
  readonly models?: string
  /** Child processes from `out/`, as users have them, which must be there; else from the sources, which start later. */
  readonly isBuilt?: boolean
  /** As in the app, where what goes on in a matter begins when it is opened. */
  readonly readsOn?: boolean
}

/** An assistant in this process on a home of its own, which is made where there is none. */
export async function openBenchAssistant(home: string, options: BenchAssistantOptions = {}): Promise<BenchAssistant> {
  const root = new URL('..', import.meta.url)
  const { models = process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('.models', root)) } = options
  const { isBuilt = false, readsOn = false } = options
  const assistant = await createAssistant({
    home,
    ...programFiles(isBuilt ? new URL('out/', root) : root, home),
    keychain: null,
    environment: { ...process.env, CONSILIUM_MODELS: models },
    readsOn,
  })
  const client: AssistantClient = createRouterClient(router, { context: { assistant } })
  if ((await client.application.status()).lock === 'new') await client.home.create({ passphrase: null })
  return { client, assistant, [Symbol.asyncDispose]: () => assistant[Symbol.asyncDispose]() }
}
