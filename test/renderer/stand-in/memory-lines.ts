import { RPCHandler } from '@orpc/server/websocket'
import { WireSocket } from '../../../renderer/connection/browser-socket.ts'
import { createStandInRouter, createStandInState, type StandInOptions } from './stand-in-assistant.ts'

/** The stand-in behind lines of memory that can be broken as an engine's death breaks them. */
export async function memoryLines(options: Partial<StandInOptions> = {}) {
  const state = await createStandInState(options)
  const calls: string[] = []
  const held = new Map<string, Promise<void>>()
  const handler = new RPCHandler(createStandInRouter(state), {
    interceptors: [
      async ({ request, next }) => {
        const path = request.url.pathname.slice(1)
        calls.push(path)
        try {
          return await next()
        } finally {
          await held.get(path)
        }
      },
    ],
  })
  const lines: WireSocket[] = []
  const open = async () => {
    const page: WireSocket = new WireSocket(
      (frame) => queueMicrotask(() => engine.receive(frame)),
      () => engine.close('the window closed'),
    )
    const engine: WireSocket = new WireSocket(
      (frame) => queueMicrotask(() => page.receive(frame)),
      () => {},
    )
    handler.upgrade(engine as unknown as WebSocket)
    lines.push(page)
    return page
  }
  /** Keeps back the answers of a procedure, which are made already, until the returned function is called. */
  const holdAnswers = (path: string) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    held.set(path, promise)
    return () => {
      held.delete(path)
      resolve()
    }
  }
  /** `calls`: what has reached the assistant, as `library/documents`. */
  return { state, lines, open, calls, holdAnswers }
}
