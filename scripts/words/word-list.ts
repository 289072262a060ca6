import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'

/** A JSON file, packed or not. */
export async function readJson<T>(file: string): Promise<T> {
  const bytes = await readFile(file)
  return JSON.parse(String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)) as T
}
