import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { commandOf, killTree } from '../../../processes/system-processes.ts'
import { sha256 } from '../../home/sha256.ts'

export type ConversionFolder = AsyncDisposable & {
  readonly path: string
  /** Remembers the process that works in it, so that one that outlives us is found and ended at the next start. */
  note(pid: number): Promise<void>
}

/** Private folders for working copies, gone with the last use or at the next start. */
export interface ConversionFolders {
  /** Where a folder for so many bytes would lie now. */
  place(sizeBytes: number): Promise<'memory' | 'disk'>
  /** Readable by this user only. */
  make(sizeBytes: number): Promise<ConversionFolder>
  /** Removes what a killed process left, with the programs that still work there. This home has no other process. */
  clean(): Promise<void>
}

const MEMORY = '/dev/shm'
/** A profile, and what LibreOffice keeps of fonts. */
const OWN_BYTES = 100_000_000
/** The copy, what is made of it, and what lies between. */
const COPIES = 4
const PROCESS_FILE = 'process'

/** `memory`: where files lie in memory, or null; for tests. */
export function createConversionFolders(home: string, memory: string | null = MEMORY): ConversionFolders {
  const onDisk = join(home, 'converting')
  // Several homes share the place in memory; each knows its own by this.
  const prefix = `consilium-${sha256(resolve(home)).slice(0, 16)}-`

  async function place(sizeBytes: number): Promise<'memory' | 'disk'> {
    if (memory === null || process.platform === 'win32') return 'disk'
    const room = await statfs(memory).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => 0,
    )
    return room >= OWN_BYTES + COPIES * sizeBytes ? 'memory' : 'disk'
  }

  return {
    place,
    async make(sizeBytes) {
      const isInMemory = memory !== null && (await place(sizeBytes)) === 'memory'
      if (!isInMemory) await mkdir(onDisk, { recursive: true, mode: 0o700 })
      // Made for this user alone (0700) by the system itself.
      const path = await mkdtemp(isInMemory ? join(memory, prefix) : join(onDisk, 'x-'))
      return {
        path,
        note: (pid) => writeFile(join(path, PROCESS_FILE), String(pid)),
        [Symbol.asyncDispose]: () => remove(path),
      }
    },
    async clean() {
      const left = [
        ...(await inside(onDisk)),
        ...(memory === null ? [] : (await inside(memory)).filter((path) => path.startsWith(join(memory, prefix)))),
      ]
      for (const path of left) {
        if (!(await isOurs(path))) continue
        await endProcess(path)
        await remove(path)
      }
    },
  }
}

async function inside(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).map((name) => join(folder, name))
}

/** In memory any user may make a folder of any name. */
async function isOurs(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found !== null && found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())
}

/** By now another program may have that number: only one that names the folder is meant. */
async function endProcess(path: string): Promise<void> {
  const pid = Number(await readFile(join(path, PROCESS_FILE), 'utf8').catch(() => ''))
  if (Number.isSafeInteger(pid) && pid > 1 && (await commandOf(pid)).includes(path)) await killTree(pid)
}

/** A program that has just been killed may still be making a file. */
async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** Bytes of all files below; what vanishes meanwhile counts nothing. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
