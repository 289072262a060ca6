import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import { openWordLists } from '../../disclosure/words/open-word-lists.ts'
import { WRITTEN_LANGUAGES } from '../../disclosure/words/word-fields.ts'
import { VERSION } from '../version.ts'
import { sha256 } from './sha256.ts'

/** What finds identifiers, loaded at the first call. `wordListsFile` is `disclosure/words/words.txt.br`. */
export function createDetection(wordListsFile: string): () => Promise<Detection> {
  let detection: Promise<Detection> | null = null
  const load = async (): Promise<Detection> => {
    // With the packages that it needs it takes longer to load than the rest of a short command.
    const { createDetector } = await import('../../disclosure/identifiers/create-detector.ts')
    const words = String(await promisify(brotliDecompress)(await readFile(wordListsFile)))
    const lists = openWordLists(words)
    return {
      version: VERSION,
      wordListsHash: sha256(words),
      find: createDetector(lists).find,
      isOrdinaryWord: (word) => WRITTEN_LANGUAGES.some((language) => lists.levelsOf(word)[language] > 0),
    }
  }
  return () => (detection ??= load())
}
