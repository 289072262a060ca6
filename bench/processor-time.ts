import { readFile } from 'node:fs/promises'

/** Linux counts in hundredths of a second, whatever the kernel. */
const TICKS_PER_SECOND = 100
const USER_TICKS = 11
const SYSTEM_TICKS = 12

/** Processor seconds so far of this process and of the running ones given; elsewhere than on Linux of this one alone. */
export async function processorSeconds(others: readonly (number | undefined)[] = []): Promise<number> {
  const { user, system } = process.cpuUsage()
  const seconds = await Promise.all(others.map((pid) => (pid === undefined ? 0 : secondsOf(pid))))
  return seconds.reduce((sum, value) => sum + value, (user + system) / 1e6)
}

async function secondsOf(pid: number): Promise<number> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name of the program may hold spaces and brackets.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[USER_TICKS] ?? 0) + Number(fields[SYSTEM_TICKS] ?? 0)) / TICKS_PER_SECOND
}
