export type RestartLimits = {
  /** This many restarts within `windowMs`; one more crash and the budget is spent. */
  readonly maxCrashes: number
  readonly windowMs: number
  /** Crashes are forgotten once a child has lived for so long. */
  readonly healthyMs: number
}

const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 5000

/** How long to wait before each restart: doubled with every crash, until the budget is spent. */
export function createRestartBudget(limits: RestartLimits) {
  let crashes: readonly number[] = []
  return {
    /** Milliseconds to wait before the next start, or null when the budget is spent. */
    crashed(startedAt: number, now: number): number | null {
      const forgotten = now - startedAt > limits.healthyMs
      crashes = [...(forgotten ? [] : crashes.filter((time) => now - time < limits.windowMs)), now]
      if (crashes.length > limits.maxCrashes) return null
      return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (crashes.length - 1))
    },
    renew(): void {
      crashes = []
    },
  }
}
