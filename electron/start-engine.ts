import { lockedIf } from '../host/program-files.ts'
import { supervise, type Supervised } from '../processes/supervise.ts'
import { type Child, exitReason } from '../processes/child.ts'
import { engineEnvironment } from '../processes/child-environment.ts'

/** The engine under Electron: supervised, and given one port for each window. */
export interface Engine extends AsyncDisposable {
  readonly supervised: Supervised
  /** Gives the running engine its end of a window's line. Call it only while `supervised.state` is `ready`. */
  connect(port: Electron.MessagePortMain): void
}

type EngineOptions = {
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
/** More than the engine has to stop, and than Electron takes to end it (`forkUtility`). */
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

interface UtilityChild extends Child {
  /** Posts a message together with one end of a channel, which then belongs to the child. */
  handOver(message: unknown, port: Electron.MessagePortMain): void
}

export type UtilityPieces = {
  readonly utilityProcess: Pick<typeof Electron.utilityProcess, 'fork'>
  readonly app: Pick<Electron.App, 'on' | 'off'>
}

type UtilityOptions = {
  /** Also the name under which Electron reports the end of the process: use one for one kind of child. */
  readonly name: string
  /** Limit of the V8 heap. */
  readonly heapMb: number
  readonly env: Readonly<Record<string, string>>
  /** Receives what the child writes to standard error. */
  readonly onErrorText?: ((text: string) => void) | undefined
}

const ERROR_TAIL_CHARACTERS = 4000
/** How long a child may take to close its files after `{ type: 'stop' }`. */
const STOP_MS = 2000
/**
 * Standard error and Electron's own word on an exit come in no fixed order, and the latter not after a clean exit. Less than
 * the 100 ms after which a page gives up waiting for the reason (`renderer/connection/open-connection.ts`).
 */
const REASON_MS = 80

/**
 * Starts `file` as a utility process of Electron and shows it as a `Child`. `kill` asks first, by `{ type: 'stop' }`, and
 * ends the process when it is still there two seconds later. The exit reason comes from `child-process-gone`, which knows
 * more than the exit code. Proved with a stand-in for Electron only (`docs/hosts.md`).
 */
export function forkUtility(pieces: UtilityPieces, file: string, options: UtilityOptions): UtilityChild {
  const { name, heapMb, env, onErrorText } = options
  const child = pieces.utilityProcess.fork(file, [], {
    serviceName: name,
    stdio: ['ignore', 'ignore', 'pipe'],
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: { ...engineEnvironment(process.env), RUST_LOG: 'error', LANCEDB_LOG: 'error', ...env },
  })
  const exit = watchExit(pieces.app, child, name, onErrorText)
  return {
    get pid() {
      return child.pid
    },
    // Electron keeps what is posted before the child listens, and has no drain signal to wait for.
    post: async (message) => child.postMessage(message),
    handOver: (message, port) => child.postMessage(message, [port]),
    kill() {
      child.postMessage({ type: 'stop' })
      const timer = setTimeout(() => child.kill(), STOP_MS)
      void exit.then(() => clearTimeout(timer))
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void exit.then(listener),
  }
}

/** Resolves once, with the reason in plain words, when the process is gone. */
function watchExit(
  app: UtilityPieces['app'],
  child: Electron.UtilityProcess,
  name: string,
  onErrorText: ((text: string) => void) | undefined,
): Promise<string> {
  let errorTail = ''
  const addToTail = (text: string) => {
    errorTail = (errorTail + text).slice(-ERROR_TAIL_CHARACTERS)
  }
  const errorsRead = new Promise<void>((resolve) => {
    if (!child.stderr) return resolve()
    child.stderr.on('data', (bytes: Buffer) => {
      const text = bytes.toString('utf8')
      addToTail(text)
      onErrorText?.(text)
    })
    child.stderr.once('close', resolve)
  })
  // V8 tells of a fatal error (an exhausted heap) here; without a listener Node would throw it at the main process.
  child.on('error', (_type, location) => addToTail(location))
  const gone = new Promise<Electron.Details>((resolve) => {
    const hear = (_event: unknown, details: Electron.Details) => {
      if (details.type !== 'Utility' || details.name !== name) return
      app.off('child-process-gone', hear)
      resolve(details)
    }
    app.on('child-process-gone', hear)
    child.once('exit', () => setTimeout(() => app.off('child-process-gone', hear), REASON_MS))
  })
  const exited = new Promise<number>((resolve) => void child.once('exit', resolve))
  return describe(exited, gone, errorsRead, () => errorTail)
}

async function describe(
  exited: Promise<number>,
  gone: Promise<Electron.Details>,
  errorsRead: Promise<void>,
  errorTail: () => string,
): Promise<string> {
  const known: { code: number | null; reason: Electron.Details['reason'] | null } = { code: null, reason: null }
  const codeRead = exited.then((code) => (known.code = code))
  const reasonRead = gone.then(({ reason, exitCode: code }) =>
    Object.assign(known, { reason, code: known.code ?? code }),
  )
  await Promise.race([codeRead, reasonRead])
  const rest = known.code === 0 ? errorsRead : Promise.all([codeRead, reasonRead, errorsRead])
  await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, REASON_MS))])
  return inWords(known.code, known.reason, errorTail())
}

function inWords(code: number | null, reason: Electron.Details['reason'] | null, errorTail: string): string {
  const words = exitReason(code, null, errorTail)
  if (words.startsWith('out of memory')) return words
  if (reason === 'oom' || reason === 'memory-eviction') return 'out of memory'
  if (reason === 'crashed') return `crashed in native code (${code})`
  if (reason === 'killed') return 'killed from outside'
  if (reason === 'launch-failed') return `could not be started (${code})`
  return words
}
