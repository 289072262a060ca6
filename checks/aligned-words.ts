import { baseForm, wordStem } from '../text/words.ts'

/** A word in lower case; UTF-16 offsets into its text. */
export type Word = { readonly text: string; readonly start: number; readonly end: number; readonly isCapital: boolean }

/** What stands between two words that both texts have, in each; `from`: how many words of the first text come before it. */
export type Gap = {
  readonly one: readonly Word[]
  readonly other: readonly Word[]
  readonly from: number
  readonly next: Word | null
}
type Pair = { readonly one: number; readonly other: number }

export type AlignedWords = {
  readonly words: readonly Word[]
  readonly others: readonly Word[]
  /** The most words that both have in the same order, by their places. */
  readonly pairs: readonly Pair[]
  readonly gaps: readonly Gap[]
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu

/** Two texts word by word, with what one has in place of the other. */
export function alignedWords(sentence: string, text: string): AlignedWords {
  const [words, others] = [wordsOf(sentence), wordsOf(text)]
  const pairs = mostInOrder(words, others)
  const ends = [...pairs, null]
  const gaps = ends.map((pair, at): Gap => {
    const before = pairs[at - 1] ?? { one: -1, other: (pairs[0]?.other ?? 0) - 1 }
    const behind = pair ?? { one: words.length, other: before.other + 1 }
    return {
      one: words.slice(before.one + 1, behind.one),
      other: others.slice(before.other + 1, behind.other),
      from: before.one + 1,
      next: words[behind.one] ?? null,
    }
  })
  return { words, others, pairs, gaps: gaps.filter(({ one, other }) => one.length + other.length > 0) }
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word.toLowerCase().replace('’', "'").replace(/'s$/, ''),
    start: index,
    end: index + word.length,
    isCapital: /^\p{Lu}/u.test(word),
  }))
}

/** Longest common subsequence; inflected forms of a word are one. */
function mostInOrder(words: readonly Word[], others: readonly Word[]): readonly Pair[] {
  const [mine, yours] = [words.map(keyOf), others.map(keyOf)]
  const best = Array.from({ length: mine.length + 1 }, () => Array.from({ length: yours.length + 1 }, () => 0))
  const at = (one: number, other: number) => best[one]?.[other] ?? 0
  for (let one = mine.length - 1; one >= 0; one -= 1)
    for (let other = yours.length - 1; other >= 0; other -= 1) {
      const row = best[one] as number[]
      row[other] =
        mine[one] === yours[other] ? at(one + 1, other + 1) + 1 : Math.max(at(one + 1, other), at(one, other + 1))
    }
  const pairs: Pair[] = []
  for (let [one, other] = [0, 0]; at(one, other) > 0; ) {
    if (mine[one] === yours[other] && at(one, other) === at(one + 1, other + 1) + 1)
      pairs.push({ one: one++, other: other++ })
    else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return pairs
}

/** "Applies" is "apply", and "focuses" is "focus", whose own end is no plural. */
function keyOf({ text }: Word): string {
  const base = baseForm(text).replace(/(?<=\p{L}{3})(?:ied|ies|y)$/u, 'i')
  return wordStem(base.replace(/(?<=\p{L}{3})(?:ed|ing|es|(?<![su])s|e)$/u, ''))
}
