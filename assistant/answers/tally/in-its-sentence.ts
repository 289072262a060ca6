import { splitSentences } from '../../../text/sentences.ts'
import type { Item } from './locate-item.ts'

/** An item with the whole sentence that it stands in as its quote: bare figures say nothing without what stands around them. */
export function inItsSentence(
  item: Item,
  sources: readonly { readonly source: string; readonly text: string }[],
): Item {
  const text = sources.find(({ source }) => source === item.source)?.text ?? ''
  const around = splitSentences(text).find(({ start, end }) => start <= item.start && item.end <= end)
  return around ? { ...item, ...around, quote: text.slice(around.start, around.end) } : item
}
