import { datesIn } from './dates.ts'
import { numberWordsIn } from './number-words.ts'
import { figuresIn } from './numbers.ts'
import { overlaps, type TextFact } from './spans.ts'

/** Also of letters and figures: CHA2DS2-VASc, B12. */
const NAME = /\b\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:(?:of|de|van|von|der|la)\s*)?\p{Lu}[\p{L}\p{N}'’-]*)*/gu

/** All facts of a text, dates before the numbers that they contain. */
export function factsInText(text: string): readonly TextFact[] {
  const dates = datesIn(text)
  const free = (candidate: TextFact) => !dates.some((date) => overlaps(date, candidate))
  const numbers = [
    ...figuresIn(text),
    ...numberWordsIn(text).map(({ value, start, end }) => ({
      kind: 'number' as const,
      value: String(value),
      text: text.slice(start, end),
      start,
      end,
    })),
  ].filter(free)
  return [...dates, ...numbers, ...names(text).filter(free)]
}

/** Capitalised words that do not merely begin a sentence. */
function names(text: string): readonly TextFact[] {
  return [...text.matchAll(NAME)]
    .map((match) => withoutSentenceStart(text, match[0], match.index))
    .filter((name) => name !== null)
    .map(({ name, start }) => ({
      kind: 'name',
      value: name.toLowerCase(),
      text: name,
      start,
      end: start + name.length,
    }))
}

function withoutSentenceStart(text: string, name: string, start: number): { name: string; start: number } | null {
  const before = text.slice(0, start).trimEnd()
  const begins = before === '' || /[.!?:;”"“(\n•-]$/.test(before)
  if (!begins) return { name, start }
  const rest = /\s+(?=\p{Lu})/u.exec(name)
  return rest ? { name: name.slice(rest.index + rest[0].length), start: start + rest.index + rest[0].length } : null
}
