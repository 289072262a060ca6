import { lockedIf } from '../host/program-files.ts'
import { type Supervised, supervise } from '../processes/supervise.ts'
import { forkUtility, type UtilityChild, type UtilityPieces } from './utility-child.ts'

/** The engine under Electron: supervised, and given one port for each window. */
export interface Engine extends AsyncDisposable {
  readonly supervised: Supervised
  /** Gives the running engine its end of a window's line. Call it only while `supervised.state` is `ready`. */
  connect(port: Electron.MessagePortMain): void
}

export type EngineOptions = {
  /** The built `out/assistant/engine.js`. */
  readonly file: string
  /** Where the home and the samples are (`assistant/engine.ts`). */
  readonly env: Readonly<Record<string, string>>
  /** 32 bytes that this computer's keychain keeps, or null where there is no keychain. */
  readonly keychainKey: Uint8Array | null
  readonly onErrorText?: ((text: string) => void) | undefined
}

/** Electron's V8 compresses pointers: no heap grows beyond 4 GB. */
const ENGINE_HEAP_MB = 4000
/** More than the engine has to stop, and than Electron takes to end it (`utility-child.ts`). */
const GIVE_UP_MS = 6000

/**
 * Starts the engine and keeps it alive. With a keychain the engine finds `CONSILIUM_KEYCHAIN=1` in its environment, and
 * the first message that it gets, after every start, is `{ type: 'keychain-key', key }`: neither arguments nor environment
 * may hold a key. Disposing asks the engine to stop, waits for it, and ends it when it takes too long.
 */
export function startEngine(pieces: UtilityPieces, options: EngineOptions): Engine {
  const { file, env, keychainKey, onErrorText } = options
  let current: UtilityChild | null = null
  let exited: Promise<unknown> = Promise.resolve()

  const supervised = supervise('engine', (staysLocked) => {
    const child = forkUtility(pieces, file, {
      name: 'Consilium engine',
      heapMb: ENGINE_HEAP_MB,
      env: { ...env, ...(keychainKey ? { CONSILIUM_KEYCHAIN: '1' } : {}), ...lockedIf(staysLocked) },
      onErrorText,
    })
    if (keychainKey) void child.post({ type: 'keychain-key', key: keychainKey })
    exited = new Promise((resolve) => child.onExit(resolve))
    current = child
    return child
  })
  // The failure is told through the state; nobody waits for this promise.
  supervised.ready().catch(() => {})

  return {
    supervised,
    connect: (port) => current?.handOver({ type: 'connect' }, port),
    async [Symbol.asyncDispose]() {
      await supervised[Symbol.asyncDispose]()
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, GIVE_UP_MS).unref())])
    },
  }
}
