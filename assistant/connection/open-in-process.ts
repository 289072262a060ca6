import { createRouterClient } from '@orpc/server'
import type { AssistantClient } from '../../contract/index.ts'
import { type AssistantOptions, createAssistant } from '../assembly/create-assistant.ts'
import { router } from '../router/router.ts'

export interface InProcess extends AsyncDisposable {
  readonly client: AssistantClient
}

/** An assistant in this process, spoken to by the same contract as one across a wire. */
export async function openInProcess(options: AssistantOptions): Promise<InProcess> {
  const assistant = await createAssistant(options)
  return {
    client: createRouterClient(router, { context: { assistant } }),
    [Symbol.asyncDispose]: () => assistant[Symbol.asyncDispose](),
  }
}
