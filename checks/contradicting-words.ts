import { type Modality, modalityOf } from '../text/modal-words.ts'
import { isNegation } from '../text/negation.ts'
import { baseForm, wordStem } from '../text/words.ts'

const SIDES: readonly ReadonlySet<string>[] = [new Set(['left', 'right', 'bilateral']), new Set(['upper', 'lower'])]

/** These may come and go beside such a word; anything else there is another way to say it. */
const LIGHT = new Set(
  'a an the any some is are was were be been being do does did has have had will would with'.split(' '),
)

/** Of the words of a copy, so many stand in the other text too. */
const SHARED = 0.6
const SHARED_WORDS = 2

/** "No party may assign" begins in front of the first word that is shared. */
const BEFORE = 3

/** `isCopy`: most of the words are those of the other text; `words`: what turns its sense, as it stands in the sentence. */
type Contradicting = { readonly isCopy: boolean; readonly shared: number; readonly words: readonly string[] }

/**
 * Whether a sentence is a near copy of a text but denies what it affirms, makes a duty of a permission or names the other side, and the
 * words that do so. What is said in other words is left alone: "subletting is prohibited" is no copy of "may not sublet".
 */
export function contradictingWords(sentence: string, text: string): Contradicting {
  const { words, others, pairs, gaps } = alignedWords(sentence, text)
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last) return { isCopy: false, shared: 0, words: [] }
  const window = others.slice(first.other, last.other + 1)
  const shared = pairs.filter(({ one }) => isContent(words[one])).length
  const isShare = (of: readonly Word[]) => shared >= SHARED * of.filter(isContent).length
  if (shared < SHARED_WORDS || !isShare(words) || !isShare(window)) return { isCopy: false, shared, words: [] }
  const around = others.slice(Math.max(0, first.other - BEFORE), endOf(others, last.other, text))
  const isDeniedAlike = (denials(words) - denials(around)) % 2 === 0
  const turned = gaps.filter(
    (gap) => isOtherSide(gap) || isOtherModal(gap) || (!isDeniedAlike && isDeniedOtherwise(gap)),
  )
  return { isCopy: true, shared, words: turned.map((gap) => said(gap, words, sentence)) }
}

/** "Allergies: none" denies behind the last word that is shared. */
function endOf(others: readonly Word[], last: number, text: string): number {
  const behind = text.slice(others[last]?.end, others[last + 1]?.start)
  return last + 1 + (behind.includes(':') ? BEFORE : 0)
}

function isDeniedOtherwise({ one, other }: Gap): boolean {
  const isPure = [...one, ...other].every((word) => isDenial(word) || isModal(word) || LIGHT.has(word.text))
  return isPure && one.some(isDenial) !== other.some(isDenial)
}

/** "Must not" and "may not" are the same. */
function isOtherModal(gap: Gap): boolean {
  const [word, stands] = inPlace(gap)
  if (!word || !stands || (gap.next && isDenial(gap.next))) return false
  return isModal(word) && isModal(stands) && dutyOf(word) !== dutyOf(stands)
}

function isOtherSide(gap: Gap): boolean {
  const [word, stands] = inPlace(gap)
  return SIDES.some((all) => word && stands && all.has(word.text) && all.has(stands.text))
}

/** One word and the one that stands in its place; nothing where there are more. */
function inPlace({ one, other }: Gap): readonly Word[] {
  const [mine, yours] = [one, other].map((words) => words.filter((word) => !LIGHT.has(word.text))) as [Word[], Word[]]
  return mine.length === 1 && yours.length === 1 ? [...mine, ...yours] : []
}

/** From the word that turns it, or the one before the place where one is missing, to the next that is shared. */
function said({ one, from, next }: Gap, words: readonly Word[], sentence: string): string {
  const start = one.find((word) => isDenial(word) || isModal(word) || isSide(word)) ?? words[Math.max(0, from - 1)]
  const end = next ?? one.at(-1) ?? start
  return sentence.slice(start?.start, end?.end)
}

function denials(words: readonly Word[]): number {
  return words.filter(isDenial).length
}

/** "Neither … nor" denies once. */
function isDenial({ text }: Word): boolean {
  return isNegation(text) && text !== 'nor'
}

/** "May" with a capital is a month. */
function isModal({ text, isCapital }: Word): boolean {
  return !(text === 'may' && isCapital) && modalityOf(text) !== null
}

/** What may be and what could be are one. */
function dutyOf({ text }: Word): Modality | null {
  const modality = modalityOf(text)
  return modality === 'possibility' ? 'permission' : modality
}

function isSide({ text }: Word): boolean {
  return SIDES.some((all) => all.has(text))
}

function isContent(word: Word | undefined): boolean {
  return word !== undefined && !LIGHT.has(word.text) && !isDenial(word) && !isModal(word)
}

/** A word in lower case; UTF-16 offsets into its text. */
type Word = { readonly text: string; readonly start: number; readonly end: number; readonly isCapital: boolean }

/** What stands between two words that both texts have, in each; `from`: how many words of the first text come before it. */
type Gap = {
  readonly one: readonly Word[]
  readonly other: readonly Word[]
  readonly from: number
  readonly next: Word | null
}
type Pair = { readonly one: number; readonly other: number }

type Aligned = {
  readonly words: readonly Word[]
  readonly others: readonly Word[]
  /** The most words that both have in the same order, by their places. */
  readonly pairs: readonly Pair[]
  readonly gaps: readonly Gap[]
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu

/** Two texts word by word, with what one has in place of the other. */
function alignedWords(sentence: string, text: string): Aligned {
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

function keyOf({ text }: Word): string {
  return wordStem(baseForm(text).replace(/(?<=\p{L}{3})(?:ed|ing|es|s|e)$/u, ''))
}
