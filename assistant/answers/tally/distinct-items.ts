import { contentWords } from '../../../checks/content-words.ts'
import type { Item } from './locate-item.ts'

/** Each thing once: what says no more than another, or stands in the same words of the same source, is the same. In their order. */
export function distinctItems(items: readonly Item[]): readonly Item[] {
  const kept: Item[] = []
  for (const item of items) {
    const at = kept.findIndex((one) => isSame(one, item))
    const before = kept[at]
    if (!before) kept.push(item)
    else if (wordsOf(item).size > wordsOf(before).size) kept[at] = item
  }
  return kept
}

function isSame(one: Item, other: Item): boolean {
  if (one.source === other.source && one.start === other.start && one.end === other.end && one.text === other.text)
    return true
  const [less, more] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size)
  return [...(less ?? [])].every((word) => more?.has(word))
}

function wordsOf({ text }: Item): ReadonlySet<string> {
  return new Set(contentWords(text))
}
