import { definedTerms } from './defined-terms.ts'
import type { PartPair } from './part-pair.ts'
import type { ReadText } from './read-text.ts'
import type { KnownWords } from './same-in-sense.ts'

/** What the changes of two documents are weighed by. */
export type Weighing = KnownWords & {
  readonly before: ReadText
  readonly after: ReadText
  /** Terms that either defines, in small letters. */
  readonly terms: ReadonlySet<string>
  /** Words that begin with a capital inside a sentence and are nowhere written small, in small letters. */
  readonly names: ReadonlySet<string>
  /** By the number of a clause of the first document that of the second. */
  readonly renumbered: ReadonlyMap<string, string>
  /** One of them was set with the plain signs of a typewriter throughout, as some readers of PDF give them: that is no change of each. */
  readonly isPlainlySet: boolean
}

export function weighingOf(
  before: ReadText,
  after: ReadText,
  pairs: readonly PartPair[],
  isWord: KnownWords['isWord'],
): Weighing {
  const counts = new Map<string, number>()
  for (const { key } of [...before.words, ...after.words]) counts.set(key, (counts.get(key) ?? 0) + 1)
  const terms = new Set([...definedTerms(before.text), ...definedTerms(after.text)])
  return {
    before,
    after,
    terms,
    names: namesIn([before, after]),
    counts,
    isWord,
    renumbered: renumberedBy(before, after, pairs),
    isPlainlySet: isPlainlySet(before.text, after.text),
  }
}

function namesIn(texts: readonly ReadText[]): ReadonlySet<string> {
  const [names, small] = [new Set<string>(), new Set<string>()]
  for (const { text, words } of texts)
    for (const { key, start, end } of words) {
      const written = text.slice(start, end)
      if (/^\p{Ll}/u.test(written)) small.add(key)
      else if (/^\p{Lu}\p{Ll}/u.test(written) && !beginsSentence(text, start)) names.add(key)
    }
  return new Set([...names].filter((name) => !small.has(name)))
}

const BEFORE_SENTENCE = /(?:^|[.;:!?“"(\n])\s*$/
const NEAR = 3

/** Whether what stands in front of a word ends a sentence, or a line. */
export function beginsSentence(text: string, start: number): boolean {
  return BEFORE_SENTENCE.test(text.slice(Math.max(0, start - NEAR), start))
}

const TYPOGRAPHIC = /[“”„‘’«»–—]/g
/** One or two may have been changed by hand. */
const SEVERAL = 3

function isPlainlySet(one: string, other: string): boolean {
  const counts = [one, other].map((text) => text.match(TYPOGRAPHIC)?.length ?? 0)
  return Math.min(...counts) === 0 && Math.max(...counts) >= SEVERAL
}

function renumberedBy(before: ReadText, after: ReadText, pairs: readonly PartPair[]): ReadonlyMap<string, string> {
  const renumbered = new Map<string, string>()
  const numberOf = ({ parts }: ReadText, range: PartPair['before']) => (range ? (parts[range.first]?.number ?? '') : '')
  for (const pair of pairs) {
    const [number, now] = [numberOf(before, pair.before), numberOf(after, pair.after)]
    if (number !== '' && now !== '' && !renumbered.has(number)) renumbered.set(number, now)
  }
  return renumbered
}
