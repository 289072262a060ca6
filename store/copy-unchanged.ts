import { copyFileSync, statSync } from 'node:fs'
import { HomeInUseError } from './store-errors.ts'

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
  throw new HomeInUseError(`${copies[0]?.[0]} is being written by another process. Close it there first.`)
}

/** Changes with every write; null where there is no file. */
export function stampOf(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stat ? `${stat.size} ${stat.mtimeNs}` : null
}
