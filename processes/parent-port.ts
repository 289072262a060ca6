import { type Handlers, type RemoteMethods, serveCalls } from './remote-calls.ts'

/** The way from a child process back to its parent, the same under `child_process.fork` and Electron's utility process. */
export interface ParentPort {
  post(message: unknown): Promise<void>
  onMessage(listener: (message: unknown, ports: readonly unknown[]) => void): void
}

type UtilityPort = {
  on(event: 'message', listener: (event: { data: unknown; ports: readonly unknown[] }) => void): void
  postMessage(message: unknown): void
}

/** Throws when the program was not started by a parent. A child never outlives its parent. */
export function connectToParent(): ParentPort {
  const utility = (process as unknown as { parentPort?: UtilityPort }).parentPort
  if (utility)
    return {
      post: async (message) => utility.postMessage(message),
      onMessage: (listener) => utility.on('message', ({ data, ports }) => listener(data, ports)),
    }
  const send = process.send?.bind(process)
  if (!send) throw new Error('This program is started by Consilium itself, not by hand.')
  process.on('disconnect', () => process.exit(0))
  return {
    post: (message) =>
      new Promise((resolve) => {
        if (process.connected) send(message as object, undefined, undefined, () => resolve())
        else resolve()
      }),
    onMessage: (listener) =>
      void process.on('message', (message, handle) => listener(message, handle === undefined ? [] : [handle])),
  }
}

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
