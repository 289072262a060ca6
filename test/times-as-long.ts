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
    let [times, yardstickMs] = [0, 0]
    const before = processorMs()
    for (; yardstickMs < MEASURED_MS; times += 1) {
      await yardstick(round * 1000 + times)
      yardstickMs = processorMs() - before
    }
    const between = processorMs()
    for (let time = 0; time < times; time += 1) await work(round * 1000 + time)
    least = Math.min(least, (processorMs() - between) / yardstickMs)
  }
  return least
}

function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
