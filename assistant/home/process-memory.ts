import { readFile } from 'node:fs/promises'

export type ProcessMemory = { readonly residentBytes: number; readonly peakBytes: number }

/** Resident memory of a process, now and at its highest, where the system tells it (Linux); else null. */
export async function processMemory(pid: number | undefined): Promise<ProcessMemory | null> {
  if (pid === undefined) return null
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024
  const [residentBytes, peakBytes] = [bytes('VmRSS'), bytes('VmHWM')]
  return Number.isNaN(residentBytes) || Number.isNaN(peakBytes) ? null : { residentBytes, peakBytes }
}
