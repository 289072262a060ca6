import type { Child } from './child.ts'
import { type Caller, createCaller, type RemoteMethods } from './remote-calls.ts'
import { ProcessLostError, type Supervised } from './supervise.ts'

/**
 * Calls into a supervised child. A call under way when the child dies fails with `ProcessLostError`; the next one waits
 * for the restarted child.
 */
export function supervisedCalls<M extends RemoteMethods>(
  name: string,
  supervised: Supervised,
): Pick<Caller<M>, 'stream' | 'call'> {
  const callers = new WeakMap<Child, Caller<M>>()
  let current: Caller<M> | undefined

  supervised.onMessage((message) => current?.receive(message))
  supervised.onState(({ state, reason }) => {
    if (state === 'starting' || state === 'ready') return
    current?.close(new ProcessLostError(name, reason))
    current = undefined
  })

  async function caller(): Promise<Caller<M>> {
    const child = await supervised.ready()
    const known = callers.get(child)
    if (known) return known
    const made = createCaller<M>((message) => child.post(message))
    callers.set(child, made)
    current = made
    return made
  }

  return {
    async *stream(method, input, signal) {
      const calls = await caller()
      return yield* calls.stream(method, input, signal)
    },
    async call(method, input, signal) {
      return (await caller()).call(method, input, signal)
    },
  }
}
