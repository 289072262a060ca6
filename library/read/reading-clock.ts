export interface ReadingClock {
  /** True once time was up; `onRunOut` was called then. */
  readonly ranOut: boolean
  readonly limitMs: number
  /** Runs a step against the clock, which stands still between steps: a slow consumer costs the reader nothing. */
  time<T>(step: () => Promise<T>): Promise<T>
  extend(byMs: number): void
  /** Makes sure that at least so much time is left; unlike `extend` it does not pile up. */
  refill(toMs: number): void
}

/** A wall-clock budget of `startMs` that grows with what has been done. `onRunOut` must make the running step end. */
export function createReadingClock(startMs: number, onRunOut: () => void): ReadingClock {
  let limitMs = startMs
  let usedMs = 0
  let ranOut = false
  return {
    get ranOut() {
      return ranOut
    },
    get limitMs() {
      return limitMs
    },
    async time(step) {
      const startedAt = performance.now()
      const timer = setTimeout(
        () => {
          ranOut = true
          onRunOut()
        },
        Math.max(0, limitMs - usedMs),
      )
      try {
        return await step()
      } finally {
        clearTimeout(timer)
        usedMs += performance.now() - startedAt
      }
    },
    extend(byMs) {
      limitMs += byMs
    },
    refill(toMs) {
      limitMs = Math.max(limitMs, usedMs + toMs)
    },
  }
}
