/** Lets one caller in at a time, in the order they came. */
export interface Turns {
  /** Waits for its turn and gives the function that ends it. An abort gives the place up. */
  take(signal?: AbortSignal): Promise<() => void>
}

export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    async take(signal) {
      signal?.throwIfAborted()
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const before = last
      last = before.then(() => ended)
      await before
      if (signal?.aborted) end()
      signal?.throwIfAborted()
      return end
    },
  }
}
