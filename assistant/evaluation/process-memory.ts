import { readFile } from 'node:fs/promises'

/** Highest resident memory of a process so far in megabytes, where the system tells it (Linux); else null. */
export async function peakMemoryMb(pid: number | undefined): Promise<number | null> {
  if (pid === undefined) return null
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  return peak === undefined ? null : Math.round(Number(peak) / 1000)
}
