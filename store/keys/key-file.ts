import { randomBytes } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { replaceFile } from '../partial-file.ts'
import { DamagedStoreError, WrongKeyError } from '../store-errors.ts'

const KEY_BYTES = 32

/** Writes a new random key, readable by its owner only, and returns it. */
export async function writeKeyFile(path: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  await replaceFile(path, key)
  return key
}

/** Throws `WrongKeyError` when the file is missing and `DamagedStoreError` when it is not a key. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const key = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw cause
    throw new WrongKeyError(`The key file ${path} is missing. Put it back, or use the recovery key.`, { cause })
  })
  if (key.length !== KEY_BYTES)
    throw new DamagedStoreError(
      `The key file ${path} is damaged: it has ${key.length} bytes instead of ${KEY_BYTES}. Put back a copy of it, or use the recovery key.`,
    )
  return key
}

/**
 * Overwrites the key before the file goes, so that a deleted file that can be undeleted holds nothing. (Drives that move
 * data around by themselves, such as SSDs, may keep an older copy of the bytes; nothing above them can prevent that.)
 */
export async function destroyKeyFile(path: string): Promise<void> {
  const handle = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!handle) return
  try {
    const { size } = await handle.stat()
    await handle.write(randomBytes(size), 0, size, 0)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rm(path)
}
