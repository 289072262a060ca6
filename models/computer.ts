import { availableParallelism, cpus } from 'node:os'
import { readFile } from 'node:fs/promises'
import { diskFreeBytes } from './acquire/disk-space.ts'
import { freeMemory, totalMemory } from './memory.ts'

/** What this computer has for models; the shape is that of the contract. */
export type Computer = {
  /** Physical cores that this process may use. */
  readonly cores: number
  /** Threads for a model: one core is left to everything else. */
  readonly threads: number
  readonly memoryBytes: number
  readonly freeBytes: number
  readonly diskFreeBytes: number
  readonly graphics: string | null
}

/**
 * Describes this computer. `folder` lies on the disk that models go to; `graphics` comes from the models process, since
 * only that may load llama.cpp.
 */
export async function describeComputer(folder: string, graphics: string | null): Promise<Computer> {
  const cores = await usableCores()
  const [memoryBytes, freeBytes, diskBytes] = await Promise.all([totalMemory(), freeMemory(), diskFreeBytes(folder)])
  return { cores, threads: threadsFor(cores), memoryBytes, freeBytes, diskFreeBytes: diskBytes, graphics }
}

export function threadsFor(cores: number): number {
  return Math.max(1, cores - 1)
}

async function usableCores(): Promise<number> {
  const text = process.platform === 'linux' ? await readFile('/proc/cpuinfo', 'utf8').catch(() => '') : ''
  return Math.max(
    1,
    Math.min(physicalCores(text, process.platform, process.arch, cpus().length), availableParallelism()),
  )
}

/** Two threads on one core wait for each other, so hyperthreads are not counted. `cpuinfo` is Linux's, else empty. */
export function physicalCores(
  cpuinfo: string,
  platform: NodeJS.Platform,
  architecture: NodeJS.Architecture,
  logicalCores: number,
): number {
  const seen = new Set(cpuinfo.split('\n\n').flatMap(coreOf))
  if (seen.size > 0) return seen.size
  if (platform === 'linux' || architecture === 'arm64') return logicalCores
  return Math.ceil(logicalCores / 2)
}

function coreOf(processor: string): readonly string[] {
  const core = /^core id\s*: (\d+)$/m.exec(processor)?.[1]
  const socket = /^physical id\s*: (\d+)$/m.exec(processor)?.[1]
  return core === undefined ? [] : [`${socket ?? 0}/${core}`]
}
