import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import { createAssistant } from '../assistant/create-assistant.ts'
import { router } from '../assistant/router/router.ts'
import type { AssistantClient } from '../contract/index.ts'
import { programFiles } from '../host/program-files.ts'

/** An assistant in this process on a home of its own; models come from `models`, CONSILIUM_MODELS or `.models/`. */
export async function openBenchAssistant(
  home: string,
  models?: string,
): Promise<AsyncDisposable & { readonly client: AssistantClient }> {
  const root = new URL('..', import.meta.url)
  const environment = {
    ...process.env,
    CONSILIUM_MODELS: models ?? process.env.CONSILIUM_MODELS ?? fileURLToPath(new URL('.models', root)),
  }
  const assistant = await createAssistant({
    home,
    ...programFiles(root, home),
    keychain: null,
    environment,
    readsOn: false,
  })
  const client: AssistantClient = createRouterClient(router, { context: { assistant } })
  await client.home.create({ passphrase: null })
  return { client, [Symbol.asyncDispose]: () => assistant[Symbol.asyncDispose]() }
}
