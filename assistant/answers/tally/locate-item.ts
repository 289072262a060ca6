import { absentFacts } from '../../../checks/absent-facts.ts'
import { contentWords, wordStem, wordStems } from '../../../text/words.ts'
import { type CheckedSource, findSupport } from '../../../checks/find-support.ts'
import { normalise } from '../../../text/normalise.ts'
import type { Lexicon } from '../../../checks/quotes/harmless-slip.ts'
import { hasSamePolarity } from '../../../checks/qualified-alike.ts'
import type { ListedLine } from './list-grammar.ts'

/** A thing that the model listed, and the words of a source in which it stands; offsets into the source's text. */
export type Item = {
  readonly text: string
  readonly source: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Of its words so many must stand in one sentence of the source, where it is not there as it is written. */
const WORDS_THERE = 0.8

/** Where a listed thing stands; null where that is not sure, for what is counted must be there. */
export function locateItem(
  { text, mark }: ListedLine,
  sources: readonly CheckedSource[],
  lexicon: Lexicon,
): Item | null {
  const namedFirst = sources.toSorted((one, other) => Number(other.source === mark) - Number(one.source === mark))
  for (const words of [text, ...beginnings(text)])
    for (const source of namedFirst) {
      const found = asWritten(words, source)
      if (found) return found
    }
  const { spans } = findSupport({ sentence: text, named: [mark], sources: namedFirst, question: '', lexicon })
  const [span] = spans
  const source = sources.find((one) => one.source === span?.source)
  if (!span || !source || spans.length > 1) return null
  const quote = source.text.slice(span.start, span.end)
  return isThere(text, quote, source.context) ? { text, ...span, quote } : null
}

const WORDS_OF_A_BEGINNING = 4

/**
 * What stands before its commas, longest first, where that is most of it: small models copy, and then go on with words of their own
 * ("…, which resulted in one theft").
 */
function beginnings(text: string): readonly string[] {
  const count = (words: string) => words.split(/\s+/).filter(Boolean).length
  return [...text.matchAll(/[,;:]\s/g)]
    .map(({ index }) => text.slice(0, index))
    .filter((words) => count(words) >= WORDS_OF_A_BEGINNING && 2 * count(words) > count(text))
    .toReversed()
}

function asWritten(text: string, { source, text: whole }: CheckedSource): Item | null {
  const [wanted, there] = [normalise(text).text, normalise(whole)]
  const at = wanted === '' ? -1 : ` ${there.text} `.indexOf(` ${wanted} `)
  const [start, end] = [there.starts[at], there.ends[at + wanted.length - 1]]
  if (at < 0 || start === undefined || end === undefined) return null
  return { text, source, start, end, quote: whole.slice(start, end) }
}

function isThere(text: string, quote: string, context: string): boolean {
  const words = [...new Set(contentWords(text))]
  const there = wordStems(quote)
  const found = words.filter((word) => there.has(wordStem(word))).length
  return (
    found >= WORDS_THERE * words.length &&
    hasSamePolarity(text, quote) &&
    absentFacts(text, [quote, context], '').length === 0
  )
}
