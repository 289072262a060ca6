import { type Modality, modalityOf } from '../text/modal-words.ts'
import { isNegation } from '../text/negation.ts'
import { alignedWords, type Gap, type Word } from './aligned-words.ts'

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
  // What is so of both sides is so of each.
  if (stands?.text === 'bilateral') return false
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
