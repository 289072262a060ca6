import { rm, stat, writeFile } from 'node:fs/promises'
import type { Home } from './home.ts'
import { NoSpaceError, ReadOnlyHomeError } from './store-errors.ts'

/** A few pages of the log of two files are written when something is removed. */
const BYTES = 2 ** 20

/** Keeps some room on the disk, so that something can be removed when it is full. Does nothing where there is no room already. */
export async function keepReserve({ reserveFile, isReadOnly }: Home): Promise<void> {
  if (isReadOnly) return
  const isThere = await stat(reserveFile).then(
    ({ size }) => size === BYTES,
    () => false,
  )
  if (isThere) return
  await writeFile(reserveFile, Buffer.alloc(BYTES, 0xff), { mode: 0o600 }).catch(() => rm(reserveFile, { force: true }))
}

/** For what makes room: on a full disk it is tried once more with the reserve, which the next start keeps anew. */
export async function withReserve<T>({ reserveFile }: Home, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NoSpaceError) || error instanceof ReadOnlyHomeError) throw error
    await rm(reserveFile, { force: true })
    return work()
  }
}
