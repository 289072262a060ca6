/** Values that are pushed in and read as an async stream, until the signal is aborted. */
export interface EventQueue<T> {
  push(value: T): void
  read(signal: AbortSignal | undefined): AsyncGenerator<T>
}

export function createEventQueue<T>(): EventQueue<T> {
  const readers = new Set<(value: T) => void>()
  return {
    push(value) {
      for (const reader of readers) reader(value)
    },
    async *read(signal) {
      const waiting: T[] = []
      let wake: (() => void) | null = null
      const take = (value: T) => {
        waiting.push(value)
        wake?.()
      }
      readers.add(take)
      signal?.addEventListener('abort', () => wake?.())
      try {
        for (;;) {
          if (signal?.aborted) return
          const next = waiting.shift()
          if (next === undefined) await new Promise<void>((resolve) => (wake = resolve))
          else yield next
        }
      } finally {
        readers.delete(take)
      }
    },
  }
}
