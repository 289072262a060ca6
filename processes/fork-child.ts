import { type ChildProcess, fork } from 'node:child_process'
import type { Socket } from 'node:net'
import { exitReason, type SocketTaker } from './child.ts'
import { childEnvironment } from './child-environment.ts'

const ERROR_TAIL_CHARACTERS = 4000

export type ForkOptions = {
  /** Limit of the V8 heap; memory outside V8 is not covered. */
  readonly heapMb?: number | undefined
  /** Beside what every child is told (`childEnvironment`). */
  readonly env?: Readonly<Record<string, string>> | undefined
  /** Receives what the child writes to standard error. */
  readonly onErrorText?: ((text: string) => void) | undefined
}

/** Starts `file` under this program's own Node, with binary-safe messages. Under Electron the same binary plays Node. */
export function forkChild(file: string, options: ForkOptions = {}): SocketTaker {
  const child = fork(file, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: options.heapMb === undefined ? [] : [`--max-old-space-size=${options.heapMb}`],
    env: {
      ...childEnvironment(process.env),
      ELECTRON_RUN_AS_NODE: '1',
      RUST_LOG: 'error',
      LANCEDB_LOG: 'error',
      ...options.env,
    },
  })
  const handOver = socketsInto(child)
  let errorTail = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorTail = (errorTail + text).slice(-ERROR_TAIL_CHARACTERS)
    options.onErrorText?.(text)
  })
  return {
    get pid() {
      return child.pid
    },
    post: messagesInto(child),
    handOver,
    kill: () => void child.kill('SIGKILL'),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      let told = false
      const tell = (reason: string) => {
        if (told) return
        told = true
        listener(reason)
      }
      // 'close' comes after standard error has been read to its end; 'exit' alone would miss the reason.
      child.once('close', (code, signal) => tell(exitReason(code, signal, errorTail)))
      child.once('error', (error) => tell(error.message))
    },
  }
}

/**
 * A child that is going away drops the message; its exit is reported to everyone who waits for an answer. Node forgets, without a word,
 * what still waits behind a connection that the child did not take.
 */
function messagesInto(child: ChildProcess): SocketTaker['post'] {
  const waiting = new Set<() => void>()
  child.once('exit', () => {
    for (const resolve of waiting) resolve()
    waiting.clear()
  })
  return (message) =>
    new Promise((resolve) => {
      if (!child.connected) return resolve()
      waiting.add(resolve)
      child.send(message as object, () => {
        waiting.delete(resolve)
        resolve()
      })
    })
}

/**
 * Closes what the child dies before taking, so that its other end hears of it. Node closes neither the connection that is on
 * its way, which it has taken out of its socket, nor those that wait behind it: it sends one after the other.
 */
function socketsInto(child: ChildProcess): SocketTaker['handOver'] {
  const untaken: { readonly socket: Socket; readonly handle: Connection | null }[] = []
  child.once('exit', () => {
    for (const { socket, handle } of untaken.splice(0)) {
      socket.destroy()
      // Closing one twice does nothing.
      handle?.close()
    }
  })
  return (message, socket) => {
    if (!child.connected) return void socket.destroy()
    const inside = socket as unknown as SocketInside
    const given = { socket, handle: inside._handle }
    untaken.push(given)
    // What comes from now on is the child's: Node would go on reading here, and drop it, until the child has acknowledged.
    given.handle?.readStop()
    // Else the server, to close, would ask the child which of its connections are open, and wait for ever where it is gone.
    inside.server = null
    child.send(message as object, socket, {}, () => {
      // An empty shell by now, or closed where it could not be sent; its server counts it until it ends.
      socket.destroy()
      // It left, so the child has taken all that left before.
      untaken.splice(0, untaken.indexOf(given))
    })
  }
}

type Connection = { readStop(): void; close(): void }

/** What Node keeps in a socket and does not document: the connection itself, and the server that accepted it. */
type SocketInside = { readonly _handle: Connection | null; server: object | null }
