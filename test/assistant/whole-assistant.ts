import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRouterClient } from '@orpc/server'
import type { Assistant } from '../../assistant/assembly/assistant.ts'
import { createAssistant } from '../../assistant/assembly/create-assistant.ts'
import { router } from '../../assistant/router/router.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { programFiles } from '../../host/program-files.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

export type WholeAssistant = AsyncDisposable & {
  readonly client: AssistantClient
  readonly assistant: Assistant
  readonly folder: string
  write(name: string, content: string | Uint8Array): Promise<string>
  /** A client whose answers are written by this model. */
  withModel(model: LanguageModel): AssistantClient
  /** Closes the assistant and starts another on the same home. */
  restart(): Promise<void>
}

const ROOT = new URL('../../', import.meta.url)

/** The assistant as a host makes it, with a real reader process; no models are installed. */
export async function wholeAssistant(): Promise<WholeAssistant> {
  const life = new AsyncDisposableStack()
  const { path: folder } = life.use(await temporaryFolder())
  const start = () => {
    const home = join(folder, 'home')
    const environment = { CONSILIUM_MODELS: join(folder, 'models'), CONSILIUM_THREADS: '1' }
    return createAssistant({ ...programFiles(ROOT, home), home, keychain: null, environment, readsOn: true })
  }
  let assistant = await start()
  life.defer(() => assistant[Symbol.asyncDispose]())
  const clientOf = (context: Assistant): AssistantClient =>
    createRouterClient(router, { context: { assistant: context } })
  return {
    folder,
    get assistant() {
      return assistant
    },
    get client() {
      return clientOf(assistant)
    },
    withModel(model) {
      const shelf = { ...assistant.shelf, language: async () => model as never }
      return clientOf(Object.assign(Object.create(assistant) as Assistant, { shelf }))
    },
    async restart() {
      await assistant[Symbol.asyncDispose]()
      assistant = await start()
    },
    async write(name, content) {
      const path = join(folder, 'files', name)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, content)
      return path
    },
    [Symbol.asyncDispose]: () => life.disposeAsync(),
  }
}

export const SAMPLES = fileURLToPath(new URL('samples', ROOT))

/** The code of what `work` throws. */
export async function codeOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
    return 'nothing was thrown'
  } catch (error) {
    return (error as { code?: unknown }).code ?? (error as Error).message
  }
}
