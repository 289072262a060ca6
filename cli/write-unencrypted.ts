import { writePrivateFile } from '../assistant/write-private-file.ts'

/** Writes words of a matter to a file that only this user can read; gives the sentence that says that it is plain. */
export async function writeUnencrypted(file: string, content: string | Uint8Array): Promise<string> {
  await writePrivateFile(file, content)
  return `Wrote ${file}. It is not encrypted.`
}
