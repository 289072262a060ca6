import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'

/** Where any of the needles stands in a file below the folders; files that vanish meanwhile hold nothing any more. */
export async function findBytes(
  folders: readonly string[],
  needles: Readonly<Record<string, Buffer>>,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      // A process's lock on this file would be lost by reading it (`store/open-home.ts`); it is empty.
      if (entry.name.startsWith('lock.db')) continue
      const bytes = entry.isFile()
        ? await readFile(path).catch(() => null)
        : entry.isSymbolicLink()
          ? Buffer.from(await readlink(path).catch(() => ''))
          : null
      for (const [what, needle] of Object.entries(needles))
        if (bytes?.includes(needle) || path.includes(needle.toString('utf8'))) found.push(`${what} in ${path}`)
    }
  return found
}
