import { readFile } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { join } from 'node:path'

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
