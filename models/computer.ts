import { readFile, statfs } from 'node:fs/promises'
import { availableParallelism, cpus, freemem, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Graphics } from './local/probe-graphics.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

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
  /** Why a graphics processor that is there is not used. */
  readonly graphicsFault: string | null
}

/**
 * Describes this computer. `folder` lies on the disk that models go to; `graphics` comes from the models process, since
 * only that may load llama.cpp.
 */
export async function describeComputer(folder: string, graphics: Graphics): Promise<Computer> {
  const cores = await usableCores()
  const [memoryBytes, freeBytes, diskBytes] = await Promise.all([totalMemory(), freeMemory(), diskFreeBytes(folder)])
  const found = { graphics: graphics.kind, graphicsFault: graphics.fault }
  return { cores, threads: threadsFor(cores), memoryBytes, freeBytes, diskFreeBytes: diskBytes, ...found }
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

/** What llama.cpp takes for its graph and buffers, beside the file and the context. */
export const WORKING_BYTES = 500_000_000

/** Bytes a new program could use without swapping, and no more than the container it runs in may have. */
export async function freeMemory(root = '/'): Promise<number> {
  const [available, group] = await Promise.all([systemAvailable(root), groupMemory(root)])
  return Math.max(0, group ? Math.min(available, group.limitBytes - group.usedBytes) : available)
}

/** Bytes of memory there are, and no more than the container may have. */
export async function totalMemory(root = '/'): Promise<number> {
  const group = await groupMemory(root)
  return group ? Math.min(totalmem(), group.limitBytes) : totalmem()
}

async function systemAvailable(root: string): Promise<number> {
  const text = await readText(join(root, 'proc/meminfo'))
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(text)?.[1]
  if (kilobytes !== undefined) return Number(kilobytes) * 1024
  return process.platform === 'linux' ? freemem() : process.availableMemory()
}

type GroupMemory = { readonly limitBytes: number; readonly usedBytes: number }

/** Control groups, version 2. Pages of files count as used there but are given up at need, a mapped model among them. */
async function groupMemory(root: string): Promise<GroupMemory | null> {
  const own = /^0::(.+)$/m.exec(await readText(join(root, 'proc/self/cgroup')))?.[1]
  if (own === undefined) return null
  const folder = join(root, 'sys/fs/cgroup', own)
  const limit = Number.parseInt(await readText(join(folder, 'memory.max')), 10)
  if (!Number.isFinite(limit)) return null
  const current = Number.parseInt(await readText(join(folder, 'memory.current')), 10) || 0
  const ofFiles = /^inactive_file (\d+)$/m.exec(await readText(join(folder, 'memory.stat')))?.[1] ?? '0'
  return { limitBytes: limit, usedBytes: Math.max(0, current - Number(ofFiles)) }
}

/** Empty where there is no such file, which is so on other systems. */
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

/** A full disk harms every other program, so this much stays free. */
const SPARE_BYTES = 200_000_000

/** Bytes that we may still write to the disk that holds `folder`. */
async function diskFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Throws `NO_SPACE` when `needBytes` more do not fit the disk that holds `folder`. */
export async function checkDiskSpace(folder: string, needBytes: number): Promise<void> {
  const freeBytes = await diskFreeBytes(folder)
  if (needBytes + SPARE_BYTES <= freeBytes) return
  throw new Failure(
    'NO_SPACE',
    message('failures.models.diskTooSmall', {
      needed: { bytes: needBytes },
      free: { bytes: freeBytes },
      room: { bytes: needBytes + SPARE_BYTES - freeBytes },
    }),
  )
}

/** Says that the disk is full; other errors stay as they are. */
export function writeError(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException | null)?.code !== 'ENOSPC') return error
  return new Failure('NO_SPACE', message('failures.models.diskFull'), { cause: error })
}
