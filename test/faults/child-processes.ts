import { readFile } from 'node:fs/promises'

export type Part = 'engine' | 'language' | 'embedding' | 'reader'

/** What runs below a process, by the part that it plays. Linux only: reads /proc. */
export async function partsBelow(pid: number): Promise<ReadonlyMap<Part, number>> {
  const parts = new Map<Part, number>()
  for (const child of await childrenOf(pid)) {
    const part = await partOf(child)
    if (part) parts.set(part, child)
    for (const [below, id] of await partsBelow(child)) parts.set(below, id)
  }
  return parts
}

/** All processes below one, at any depth. */
export async function everythingBelow(pid: number): Promise<readonly number[]> {
  const children = await childrenOf(pid)
  return [...children, ...(await Promise.all(children.map(everythingBelow))).flat()]
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.trim().split(' ').filter(Boolean).map(Number)
}

async function partOf(pid: number): Promise<Part | null> {
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  if (/assistant\/engine\.[jt]s/.test(words)) return 'engine'
  if (/library\/reader\.[jt]s/.test(words)) return 'reader'
  if (!/models\/process\.[jt]s/.test(words)) return null
  // One program started twice; the library that it has loaded tells which it is.
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8').catch(() => '')
  if (/libonnxruntime|onnxruntime_binding/.test(maps)) return 'embedding'
  return /llama/.test(maps) ? 'language' : null
}
