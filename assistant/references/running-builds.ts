import { setTimeout as wait } from 'node:timers/promises'
import { AssistantError } from '../home/assistant-error.ts'

const WAITED_FOR_BUILDS_MS = 5000

/** What is being built, by name; one build of a library at a time. */
export function createRunningBuilds() {
  const running = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()
  return {
    async *run<T>(
      name: string,
      signal: AbortSignal,
      work: (signal: AbortSignal) => AsyncGenerator<T, void, void>,
    ): AsyncGenerator<T, void, void> {
      if (running.has(name))
        throw new AssistantError('IN_USE', `"${name}" is being built already. Wait until that has ended.`)
      const stop = new AbortController()
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      running.set(name, { stop, ended })
      try {
        yield* work(AbortSignal.any([signal, stop.signal]))
      } finally {
        running.delete(name)
        end()
      }
    },
    async stopAll(): Promise<void> {
      const all = [...running.values()]
      for (const { stop } of all)
        stop.abort(new AssistantError('LOCKED', 'Building was stopped. What was read is kept; the next build goes on.'))
      // One that nobody reads on from ends when it is read on; what it has written is kept either way.
      await Promise.race([Promise.all(all.map(({ ended }) => ended)), wait(WAITED_FOR_BUILDS_MS, null, { ref: false })])
    },
  }
}
