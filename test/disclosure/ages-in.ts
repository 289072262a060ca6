import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

/** The ages that are found in a text, in their order. */
export function agesIn(text: string): readonly string[] {
  return find(text, []).spans.flatMap(({ type, start, end }) => (type === 'age' ? [text.slice(start, end)] : []))
}
