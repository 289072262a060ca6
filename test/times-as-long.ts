const ROUNDS = 20
/** Kernels count the time of a thread in steps of up to 10 ms. */
const MEASURED_MS = 50

/**
 * How many times as long one piece of work takes as another, by the processor time of this thread. It asserts no speed: both are done
 * as often as the yardstick takes to be measurable, whatever else the computer does adds to both, and the first round below `limit`
 * ends it. What is reported has taken so much longer in all rounds. `time`: another number at each call, for work that remembers what
 * it has read.
 */
export async function timesAsLong(
  work: (time: number) => unknown,
  yardstick: (time: number) => unknown,
  limit: number,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS && least >= limit; round += 1) {
    const from = round * 100_000
    let times = 1
    let yardstickMs = await spentMs(yardstick, { from, times })
    while (yardstickMs < MEASURED_MS) {
      times *= 2
      yardstickMs = await spentMs(yardstick, { from: from + times, times })
    }
    least = Math.min(least, (await spentMs(work, { from, times })) / yardstickMs)
  }
  return least
}

type Often = { readonly from: number; readonly times: number }

/** No clock is read, and no turn is given, between one time and the next: they would take longer than short work does. */
async function spentMs(work: (time: number) => unknown, { from, times }: Often): Promise<number> {
  const before = process.threadCpuUsage()
  for (let time = 0; time < times; time += 1) {
    const made = work(from + time)
    if (made !== null && typeof made === 'object' && 'then' in made) await made
  }
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
