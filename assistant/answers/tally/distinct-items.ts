import { contentWords } from '../../../text/words.ts'
import { hasSamePolarity } from '../../../checks/qualified-alike.ts'
import type { Item } from './locate-item.ts'

/**
 * Each thing once, in their order: what says no more than another one is the same thing, and the one that says more stays. What was
 * done and what was not are two.
 */
export function distinctItems(items: readonly Item[]): readonly Item[] {
  const all = items.map((item) => ({ item, words: new Set(contentWords(item.text)) }))
  return all
    .filter(({ item, words }, at) =>
      all.every(
        (other, place) =>
          place === at ||
          ![...words].every((word) => other.words.has(word)) ||
          !hasSamePolarity(item.text, other.item.text) ||
          (words.size === other.words.size && at < place),
      ),
    )
    .map(({ item }) => item)
}
