import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { WordField } from '../../disclosure/words/open-word-lists.ts'

/** A word of a list; `level` 2: common as what the field says. */
export type Word = { readonly text: string; readonly field: WordField; readonly level: 1 | 2 }

/** A JSON file, packed or not. */
export async function readJson<T>(file: string): Promise<T> {
  const bytes = await readFile(file)
  return JSON.parse(String(file.endsWith('.gz') ? gunzipSync(bytes) : bytes)) as T
}
