/**
 * How long a test waits for what must come. It asserts no speed: on a busy machine all is slow, and what never comes fails all the same.
 * Shorter than a test's own time (`vitest.config.ts`, `fuzz-runs.ts`), whose end would not say what was waited for. Where tests
 * try by the thousand, many more are at work at a time.
 */
export const PATIENCE_MS = process.env.CONSILIUM_FUZZ_RUNS === undefined ? 90_000 : 600_000

/** Until it holds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  await eventually(String(holds), async () => holds())
}

/** Until `look` gives something, looking often; throws what it waited for when the time is up. */
export async function eventually<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > end) throw new Error(`Waited ${PATIENCE_MS} ms for ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Until `check` throws no more; throws what it threw last. */
export async function waitFor(check: () => void | Promise<void>): Promise<void> {
  const end = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > end) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
