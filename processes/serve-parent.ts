import { connectToParent } from './parent-port.ts'
import type { Handlers, RemoteMethods } from './remote-calls.ts'
import { serveCalls } from './serve-calls.ts'

/** Makes this process a supervised child that answers `handlers`: says when it is ready, answers pings and calls. */
export function serveParent<M extends RemoteMethods>(handlers: Handlers<M>): void {
  const parent = connectToParent()
  const calls = serveCalls(handlers, (message) => parent.post(message))
  parent.onMessage((message) => {
    if ((message as { type?: unknown }).type === 'ping') void parent.post({ type: 'pong' })
    else calls.receive(message)
  })
  void parent.post({ type: 'ready' })
}
