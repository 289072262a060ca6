const ROUNDS = 20

/**
 * How many times as long one piece of work takes as another, by the processor time of this thread. It asserts no speed: whatever else the
 * computer does only adds to a time, so the least of each counts, and the first round below `limit` ends it. What is reported has taken
 * so much longer in all rounds. Less than a millisecond counts as one.
 */
export async function timesAsLong(work: () => unknown, yardstick: () => unknown, limit: number): Promise<number> {
  let [least, leastYardstick] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < ROUNDS; round += 1) {
    leastYardstick = Math.min(leastYardstick, await processorMs(yardstick))
    least = Math.min(least, await processorMs(work))
    if (least < limit * Math.max(1, leastYardstick)) break
  }
  return least / Math.max(1, leastYardstick)
}

async function processorMs(work: () => unknown): Promise<number> {
  const before = process.threadCpuUsage()
  await work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
