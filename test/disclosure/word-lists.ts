import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { openWordLists } from '../../disclosure/words/open-word-lists.ts'

/** The lists that come with the program. */
export const wordLists = openWordLists(
  String(
    brotliDecompressSync(readFileSync(fileURLToPath(new URL('../../disclosure/words/words.txt.br', import.meta.url)))),
  ),
)
