import { platform } from 'node:os'
import { attachToEngine } from '../assistant/connection/attach-to-engine.ts'
import { openInProcess } from '../assistant/connection/open-in-process.ts'
import type { AssistantClient } from '../contract/index.ts'
import { homeFolder } from '../host/default-home.ts'
import type { ProgramFiles } from '../host/program-files.ts'
import { askPassphrase, choosePassphrase } from './ask-passphrase.ts'
import type { Output } from './output.ts'

/** What every command is given. */
export interface Session {
  readonly home: string
  readonly output: Output
  readonly signal: AbortSignal
  readonly files: ProgramFiles
  readonly env: NodeJS.ProcessEnv
  /** Runs `work` with an assistant: the running app's where there is one, else one in this process, unlocked. `leaveNew`: a new home is not made. */
  withAssistant<T>(
    work: (assistant: AssistantClient, isRunningApp: boolean) => Promise<T>,
    options?: { readonly leaveNew?: boolean },
  ): Promise<T>
}

/** Runs a command's work with its session; a number that the work returns is the exit code. */
export type Run = (work: (session: Session) => Promise<number | void>) => Promise<void>

export type SessionOptions = {
  readonly home: string | undefined
  readonly askForPassphrase: boolean
  readonly output: Output
  readonly signal: AbortSignal
  /** Where the parts of this program lie, once the home is known. */
  readonly filesFor: (home: string) => ProgramFiles
  readonly env: NodeJS.ProcessEnv
}

export function createSession({ filesFor, env, output, signal, ...given }: SessionOptions): Session {
  const home = given.home ?? homeFolder(env, platform())
  const files = filesFor(home)
  const variable = 'CONSILIUM_PASSPHRASE'
  const passphrase = async (isNew: boolean) => {
    if (env[variable]) return env[variable]
    if (!given.askForPassphrase) return null
    if (isNew) return choosePassphrase({ text: 'New passphrase: ', variable }, signal)
    return askPassphrase({ text: 'Passphrase: ', variable }, signal)
  }
  return {
    home,
    output,
    signal,
    env,
    files,
    async withAssistant(work, options = {}) {
      await using attached = await attachToEngine(home)
      if (attached) return await work(attached.client, true)
      await using own = await openInProcess({ home, ...files, keychain: null, environment: env, readsOn: false })
      await unlock(own.client, passphrase, options.leaveNew ?? false)
      return await work(own.client, false)
    },
  }
}

/** A new home is locked by the given passphrase or, without one, by a key file; a locked one is opened. */
async function unlock(
  assistant: AssistantClient,
  passphrase: (isNew: boolean) => Promise<string | null>,
  leaveNew: boolean,
): Promise<void> {
  const { lock } = await assistant.application.status()
  if (lock === 'open' || (lock === 'new' && leaveNew)) return
  const given = await passphrase(lock === 'new')
  if (lock === 'new') await assistant.home.create({ passphrase: given })
  else if (given) await assistant.home.unlock({ passphrase: given })
  // Still locked: the first command that needs the store says so, with exit code 4.
}
