/** Work that goes on apart from any screen, one piece for each key. `list` is the same array until something changes. */
export interface WorkList<T> {
  readonly list: readonly T[]
  /** In the place of the one with its key. */
  put(work: T): void
  forget(key: string): void
  /** Ends what goes on under this key, and begins anew; the signal of the new piece. */
  begin(key: string): AbortSignal
  stop(key: string): void
}

export function createWorkList<T>(keyOf: (work: T) => string, onChange: () => void): WorkList<T> {
  const stops = new Map<string, AbortController>()
  let list: readonly T[] = []
  const set = (next: readonly T[]) => {
    list = next
    onChange()
  }
  const without = (key: string) => list.filter((one) => keyOf(one) !== key)
  return {
    get list() {
      return list
    },
    put: (work) => set([...without(keyOf(work)), work]),
    forget: (key) => set(without(key)),
    begin(key) {
      stops.get(key)?.abort()
      const stop = new AbortController()
      stops.set(key, stop)
      return stop.signal
    },
    stop: (key) => stops.get(key)?.abort(),
  }
}
