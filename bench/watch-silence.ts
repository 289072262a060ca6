/** Often enough to see a piece of work of a second; seldom enough to cost nothing. */
const TICK_MS = 10

/** The longest that this process, as the engine, answered nobody: by the clock, and by what its thread computed meanwhile. */
export type Silence = Disposable & { readonly longestMs: number; readonly longestBusyMs: number }

/** Other programs on the computer lengthen the first, and hardly the second. */
export function watchSilence(): Silence {
  const longest = { longestMs: 0, longestBusyMs: 0 }
  let last = { atMs: performance.now(), busyMs: busyMs() }
  const timer = setInterval(() => {
    const now = { atMs: performance.now(), busyMs: busyMs() }
    longest.longestMs = Math.max(longest.longestMs, now.atMs - last.atMs - TICK_MS)
    longest.longestBusyMs = Math.max(longest.longestBusyMs, now.busyMs - last.busyMs)
    last = now
  }, TICK_MS)
  return Object.assign(longest, { [Symbol.dispose]: () => clearInterval(timer) })
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
