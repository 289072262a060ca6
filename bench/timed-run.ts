import { processorSeconds } from './processor-time.ts'
import { median } from './quantiles.ts'

/** By the clock, and by the processor, which other programs on the computer hardly change. */
export type Run = { readonly seconds: number; readonly processorSeconds: number }

/** What `work` takes, here and in the processes that `others` names, some of which it may start. */
export async function timedRun(work: () => Promise<void>, others = (): readonly (number | undefined)[] => []) {
  const before = await processorSeconds(others())
  const startedMs = performance.now()
  await work()
  const seconds = (performance.now() - startedMs) / 1000
  return { seconds, processorSeconds: (await processorSeconds(others())) - before }
}

export function medianRun(runs: readonly Run[]): Run {
  return {
    seconds: round(median(runs.map(({ seconds }) => seconds))),
    processorSeconds: round(median(runs.map((run) => run.processorSeconds))),
  }
}

/** How many times as fast as the script the app is: the median of the pairs. Null where there are none. */
export function ratioOfRuns(app: readonly Run[], script: readonly Run[]): Run | null {
  if (script.length === 0) return null
  const of = (kind: keyof Run) => round(median(app.map((run, at) => (script[at]?.[kind] ?? 0) / run[kind])))
  return { seconds: of('seconds'), processorSeconds: of('processorSeconds') }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
