import * as fc from 'fast-check'

/** How often every fuzz and model test tries, where somebody has the time: `CONSILIUM_FUZZ_RUNS=10000 npx vitest run …`. */
const ASKED = process.env.CONSILIUM_FUZZ_RUNS

/** Most of a run is waiting for the disk, a socket or a timer, so several are under way at a time. */
const LANES = ASKED === undefined ? 8 : 40

/** Four minutes for the usual number of runs, and no end for thousands. */
export const FUZZ_TIMEOUT_MS = ASKED === undefined ? 240_000 : 24 * 3_600_000

/** The number of runs that is usual for a test, or the one that all are asked for. */
export function fuzzRuns(usual: number): number {
  return ASKED === undefined ? usual : Number(ASKED)
}

/** Checks properties whose runs share nothing beyond their own lane, several at a time; a failure is told with its seed as usual. Gives how many. */
export async function assertSideBySide<T>(property: () => fc.IAsyncProperty<T>, runs: number): Promise<number> {
  const numRuns = Math.ceil(runs / LANES)
  const { seed = Date.now() } = fc.readConfigureGlobal()
  await Promise.all(Array.from({ length: LANES }, (_, lane) => fc.assert(property(), { numRuns, seed: seed + lane })))
  return numRuns * LANES
}
