import type { StartProcess } from '../processes/child.ts'
import { type Supervised, supervise } from '../processes/supervise.ts'

/** What travels between a host and the engine: frames of virtual connections, one for each window. */
export type EngineMessage =
  | { readonly type: 'connect'; readonly connection: number }
  | { readonly type: 'data'; readonly connection: number; readonly data: string | Uint8Array }
  | { readonly type: 'close'; readonly connection: number }

export type Frame = string | Uint8Array

export interface EngineConnection {
  send(frame: Frame): void
  close(): void
}

export interface EngineLink extends AsyncDisposable {
  readonly engine: Supervised
  /** Opens a connection to the running engine. `onLost` is told once, with the reason, when the engine dies. */
  connect(onFrame: (frame: Frame) => void, onLost: (reason: string) => void): EngineConnection | null
}

const ENGINE_HEAP_MB = 4096

/** Starts and supervises the engine, and carries frames to and from it. */
export function createEngineLink(startProcess: StartProcess): EngineLink {
  const engine = supervise('engine', (staysLocked) =>
    startProcess('engine', { name: 'engine', heapMb: ENGINE_HEAP_MB, staysLocked }),
  )
  const open = new Map<number, { onFrame: (frame: Frame) => void; onLost: (reason: string) => void }>()
  let last = 0

  engine.onMessage((message) => {
    const received = message as EngineMessage
    if (received.type === 'data') open.get(received.connection)?.onFrame(received.data)
  })
  engine.onState(({ state, reason }) => {
    if (state === 'starting' || state === 'ready') return
    const lost = [...open.values()]
    open.clear()
    for (const { onLost } of lost) onLost(reason ?? 'stopped')
  })
  const post = async (message: EngineMessage) => void (await engine.ready()).post(message)

  return {
    engine,
    connect(onFrame, onLost) {
      if (engine.state !== 'ready') return null
      const connection = ++last
      open.set(connection, { onFrame, onLost })
      const postIfOpen = (message: EngineMessage) => {
        if (open.has(connection)) post(message).catch(() => {})
      }
      postIfOpen({ type: 'connect', connection })
      return {
        send: (data) => postIfOpen({ type: 'data', connection, data }),
        close() {
          postIfOpen({ type: 'close', connection })
          open.delete(connection)
        },
      }
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}
