import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { lexiconOf } from '../../assistant/word-lists.ts'
import { openWordLists } from '../../disclosure/words/open-word-lists.ts'

const FILE = new URL('../../disclosure/words/words.txt.br', import.meta.url)

/** The lists that the program ships. */
export const wordLists = openWordLists(brotliDecompressSync(readFileSync(FILE)).toString())
export const lexicon = lexiconOf(wordLists)
/** With which nothing is a slip. */
export const ALL_KNOWN = { isKnown: () => true, isOrdinary: () => true }
