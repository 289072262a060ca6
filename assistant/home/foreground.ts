import { createListeners } from '../../processes/listeners.ts'

/**
 * Lets work that a person waits for go before work in the background: reading and embedding pause while an answer is
 * looked for or written (`docs/architecture.md`: embedding yields while an answer is written).
 */
export interface Foreground {
  /** Until disposed, background work waits. */
  enter(): Disposable
  /** Resolves at once, or when nobody is waiting for an answer any more. Throws the reason of `signal`. */
  idle(signal?: AbortSignal): Promise<void>
}

export function createForeground(): Foreground {
  const left = createListeners<null>()
  let inside = 0
  return {
    enter() {
      inside += 1
      return {
        [Symbol.dispose]() {
          inside -= 1
          if (inside === 0) left.tell(null)
        },
      }
    },
    async idle(signal) {
      while (inside > 0) {
        signal?.throwIfAborted()
        await new Promise<void>((resolve) => {
          const wake = () => {
            forget()
            signal?.removeEventListener('abort', wake)
            resolve()
          }
          const forget = left.add(wake)
          signal?.addEventListener('abort', wake)
        })
      }
      signal?.throwIfAborted()
    },
  }
}
