import { open, readFile } from 'node:fs/promises'

const CHUNK = 4 * 2 ** 20

/** How often a text stands in the memory of a process, as bytes of UTF-8 or of UTF-16. Linux only; needs its owner's rights. */
export async function timesInMemory(pid: number, text: string): Promise<number> {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  const longest = Math.max(...forms.map(({ length }) => length))
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8')
  const memory = await open(`/proc/${pid}/mem`, 'r')
  let found = 0
  try {
    for (const [start, end] of writableRegions(maps))
      for (let at = start; at < end; at += CHUNK) {
        const bytes = Buffer.alloc(Math.min(CHUNK + longest - 1, end - at))
        // What was given back meanwhile, or may not be read, holds nothing.
        const { bytesRead } = await memory.read(bytes, 0, bytes.length, at).catch(() => ({ bytesRead: 0 }))
        for (const form of forms) found += timesIn(bytes.subarray(0, bytesRead), form, CHUNK)
      }
  } finally {
    await memory.close()
  }
  return found
}

function writableRegions(maps: string): readonly (readonly [number, number])[] {
  return maps.split('\n').flatMap((line) => {
    const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
    return start && end ? [[Number.parseInt(start, 16), Number.parseInt(end, 16)] as const] : []
  })
}

/** Those that begin before `limit`: the next chunk has the others. */
function timesIn(bytes: Buffer, form: Buffer, limit: number): number {
  let count = 0
  for (let at = bytes.indexOf(form); at >= 0 && at < limit; at = bytes.indexOf(form, at + 1)) count += 1
  return count
}
