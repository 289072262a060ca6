import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../processes/system-processes.ts'
import { Failure } from '../wording/failure.ts'
import { message } from '../wording/message.ts'

const PREFIX = 'consilium-read-only-'

/** A temporary folder for copies of files that may only be read. */
interface CopiesFolder extends Disposable {
  readonly path: string
  /**
   * While the copies are open: an open file can be read without its name, and leaves nothing when this process is killed. Windows
   * and network disks keep the name of an open file; there the folder goes when it is disposed.
   */
  removeNames(): void
}

export function makeCopiesFolder(): CopiesFolder {
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  return {
    path,
    removeNames() {
      if (process.platform === 'win32') return
      removeUnless(path, ['EBUSY', 'ENOTEMPTY'])
    },
    [Symbol.dispose]: () => remove(path),
  }
}

/** Takes away what a process of this user that was killed has left, as in the middle of copying. */
export function clearLeftCopies(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN
    if (pid > 0 && !isAlive(pid)) removeUnless(join(tmpdir(), name), ['EACCES', 'EPERM'])
  }
}

/** Errors of these codes leave the folder where it is. */
function removeUnless(folder: string, codes: readonly string[]): void {
  try {
    remove(folder)
  } catch (error) {
    if (!codes.includes(String((error as NodeJS.ErrnoException).code))) throw error
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

const TRIES = 5

/**
 * Copies files that belong together, once more when one of them was written meanwhile: no lock keeps others from writing in a home
 * that only this process may not write. `copies` are pairs of source and target; a source that is missing is left out.
 */
export function copyUnchanged(
  copies: readonly (readonly [from: string, to: string])[],
  copyFile: (from: string, to: string) => void = copyFileSync,
): void {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const before = copies.map(([from]) => stampOf(from))
    for (const [at, [from, to]] of copies.entries()) if (before[at]) copyFile(from, to)
    if (copies.every(([from], at) => stampOf(from) === before[at])) return
  }
  throw new Failure('IN_USE', message('failures.store.beingWritten', { file: String(copies[0]?.[0]) }))
}

/** Changes with every write; null where there is no file. */
export function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stat ? `${stat.size} ${stat.mtimeNs}` : null
}
