import { chmod, writeFile } from 'node:fs/promises'

/** Writes a file that only this user can read, also over one that others could. */
export async function writePrivateFile(file: string, content: string | Uint8Array): Promise<void> {
  const mode = 0o600
  await writeFile(file, content, { mode })
  // The mode counts only for a new file; one that is written over keeps its own.
  await chmod(file, mode)
}
