import { readFile } from 'node:fs/promises'
import type { ProcessName } from '../../contract/application.ts'
import type { StartProcess } from '../../processes/child.ts'
import { supervise, type Supervised } from '../../processes/supervise.ts'
import type { Events } from './events.ts'

/** The engine's children, each supervised by the same code. None is started before it is needed. */
export type Processes = Readonly<Record<ProcessName, Supervised>> & {
  /** A second reader, for pages that somebody wants to see while the first one reads. Its state is nobody's concern. */
  readonly pictures: Supervised
} & AsyncDisposable

export function createProcesses(startProcess: StartProcess, events: Events): Processes {
  const child = (name: ProcessName, entry: 'models' | 'reader'): Supervised => {
    const supervised = supervise(name, () => startProcess(entry, { name }))
    supervised.onState(({ state, reason }) => events.tell({ type: 'process', process: name, state, reason }))
    return supervised
  }
  const processes = {
    language: child('language', 'models'),
    embedding: child('embedding', 'models'),
    reader: child('reader', 'reader'),
    pictures: supervise('reader', () => startProcess('reader', { name: 'reader' })),
  }
  return {
    ...processes,
    async [Symbol.asyncDispose]() {
      for (const supervised of Object.values(processes)) await supervised[Symbol.asyncDispose]()
    },
  }
}

type ProcessMemory = { readonly residentBytes: number; readonly peakBytes: number }

/** Resident memory of a process, now and at its highest, where the system tells it (Linux); else null. */
export async function processMemory(pid: number | undefined): Promise<ProcessMemory | null> {
  if (pid === undefined) return null
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024
  const [residentBytes, peakBytes] = [bytes('VmRSS'), bytes('VmHWM')]
  return Number.isNaN(residentBytes) || Number.isNaN(peakBytes) ? null : { residentBytes, peakBytes }
}
