import type { EvaluationRun } from '../../contract/evaluation/evaluation.ts'

/** How far a run is; `stage` says what it is at. */
export type RunProgress = Pick<EvaluationRun, 'done' | 'of' | 'leftMs' | 'stage'>

/** Runs that go on in the engine, one after the other, whether a window looks on or not. */
export interface RunningEvaluations {
  readonly isBusy: boolean
  /** Null for a run that neither runs nor waits. */
  state(run: string): 'running' | 'waiting' | null
  progress(run: string): RunProgress | null
  /** How far the one is that runs now; null where none does. */
  readonly going: RunProgress | null
  tell(run: string, progress: RunProgress): void
  /** Begins after those that were begun before. `work` handles its own failures, and ends soon after its signal. */
  begin(run: string, place: string | null, work: (signal: AbortSignal) => Promise<void>): void
  /** Does nothing when it has ended already. */
  stop(run: string): void
  /** Ends those of a matter, or (null) those of none, and waits for it. */
  close(place: string | null): Promise<void>
}

type Entry = {
  readonly place: string | null
  readonly stop: AbortController
  readonly ended: Promise<void>
  isRunning: boolean
}

export function createRunningEvaluations(): RunningEvaluations {
  const entries = new Map<string, Entry>()
  const progresses = new Map<string, RunProgress>()
  let last: Promise<void> = Promise.resolve()

  function begin(run: string, place: string | null, work: (signal: AbortSignal) => Promise<void>): void {
    if (entries.has(run)) return
    const stop = new AbortController()
    const before = last
    const turn = async () => {
      await before
      entry.isRunning = true
      try {
        // One that was stopped while it waited says so itself.
        await work(stop.signal)
      } finally {
        entries.delete(run)
        progresses.delete(run)
      }
    }
    const entry: Entry = { place, stop, isRunning: false, ended: Promise.resolve().then(turn) }
    entries.set(run, entry)
    last = entry.ended.catch(() => {})
  }

  return {
    get isBusy() {
      return entries.size > 0
    },
    state(run) {
      const entry = entries.get(run)
      if (!entry) return null
      return entry.isRunning ? 'running' : 'waiting'
    },
    progress: (run) => progresses.get(run) ?? null,
    get going() {
      const running = [...entries].find(([, { isRunning }]) => isRunning)
      return running ? (progresses.get(running[0]) ?? null) : null
    },
    tell: (run, progress) => void progresses.set(run, progress),
    begin,
    stop: (run) => entries.get(run)?.stop.abort(new Error('stopped by the user')),
    async close(place) {
      const own = [...entries.values()].filter((entry) => entry.place === place)
      for (const { stop } of own) stop.abort(new Error('closed'))
      await Promise.allSettled(own.map(({ ended }) => ended))
    },
  }
}
