import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import { WRITTEN_LANGUAGES } from '../../disclosure/words/open-word-lists.ts'
import { VERSION } from '../home/version.ts'
import type { ShippedWordLists } from '../home/word-lists.ts'

/** What finds identifiers, loaded at the first call. */
export function createDetection(words: () => Promise<ShippedWordLists>): () => Promise<Detection> {
  let detection: Promise<Detection> | null = null
  const load = async (): Promise<Detection> => {
    // With the packages that it needs it takes longer to load than the rest of a short command.
    const { createDetector } = await import('../../disclosure/identifiers/create-detector.ts')
    const lists = await words()
    return {
      version: VERSION,
      // Only a sending asks for it.
      get wordListsHash() {
        return lists.hash()
      },
      find: createDetector(lists).find,
      isOrdinaryWord: (word) => WRITTEN_LANGUAGES.some((language) => lists.levelsOf(word)[language] > 0),
    }
  }
  return () => (detection ??= load())
}
