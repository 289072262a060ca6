import { readDates } from '../text/dates.ts'
import { isFunctionWord } from '../text/function-words.ts'
import { measuresIn, PLACE_BEFORE } from '../text/measures.ts'
import { modalityOf } from '../text/modal-words.ts'
import { isNegation } from '../text/negation.ts'
import type { Span } from '../text/spans.ts'
import type { ReadText, WordRange } from './read-text.ts'

/** Words around an edit in which its number, unit or date may go on. */
const NEAR_WORDS = 10
/** From a modal word to the verb that it belongs to: "shall not at any time repay". */
const TO_VERB = 4
const TO_AMOUNT = 3
/** An addition longer than this is understood by itself. */
const SHORT_WORDS = 4
/** They say which way a number bounds. */
const BOUND =
  /^(?:least|most|more|less|fewer|minimum|maximum|before|after|within|exceed|exceeding|over|under|above|below|later|earlier|mindestens|höchstens|mehr|weniger|vor|nach|binnen|innerhalb|spätestens|frühestens)$/

/** One thing that was changed inside a part. */
export type Edit = {
  /** The words that differ; empty where the document has none there. */
  readonly before: WordRange
  readonly after: WordRange
  /** With the words around them without which they cannot be understood: "six months" of "six". */
  readonly phraseBefore: WordRange
  readonly phraseAfter: WordRange
}

type Reach = { readonly left: number; readonly right: number }

/** The edit with as many of the words around it as make it readable; `room`: how many both documents have there. */
export function phraseAround(before: ReadText, after: ReadText, edit: Edit, room: Reach): Edit {
  const reach = [
    wholeValues(before, edit.before, room),
    wholeValues(after, edit.after, room),
    verbOf(before, after, edit),
    besideShort(before, after, edit, room),
    throughHyphens(before, edit.before),
    throughHyphens(after, edit.after),
    ofReference(before, edit.before),
    ofReference(after, edit.after),
  ].reduce((one, other) => ({ left: Math.max(one.left, other.left), right: Math.max(one.right, other.right) }))
  const first = within(reach, room)
  const rest = { left: room.left - first.left, right: room.right - first.right }
  // "At least 5" needs the rest of "5 % a year".
  const more = within(wholeValues(after, widened(edit.after, first), rest), rest)
  const whole = { left: first.left + more.left, right: first.right + more.right }
  return { ...edit, phraseBefore: widened(edit.before, whole), phraseAfter: widened(edit.after, whole) }
}

function within({ left, right }: Reach, room: Reach): Reach {
  return { left: Math.min(left, room.left), right: Math.min(right, room.right) }
}

function widened({ from, to }: WordRange, { left, right }: Reach): WordRange {
  return { from: from - left, to: to + right }
}

/** Up to the beginning and the end of each number with its unit and each date that the words are a part of. */
function wholeValues({ text, words }: ReadText, { from, to }: WordRange, room: Reach): Reach {
  const first = Math.max(from - Math.min(NEAR_WORDS, room.left), 0)
  const last = Math.min(to + Math.min(NEAR_WORDS, room.right), words.length) - 1
  const start = words[first]?.start ?? 0
  const piece = text.slice(start, words[last]?.end ?? start)
  const values: readonly Span[] = [...readDates(piece, true), ...measuresIn(piece).map(({ whole }) => whole)]
  const isInside = (value: Span, word: number) =>
    words[word]!.start - start < value.end && words[word]!.end - start > value.start
  const places = [...Array(Math.max(0, last - first + 1)).keys()].map((at) => first + at)
  let reach = { left: 0, right: 0 }
  for (const value of values) {
    const inside = places.filter((word) => isInside(value, word))
    const [begins, ends] = [inside[0], inside.at(-1)]
    if (begins === undefined || ends === undefined) continue
    const isPartOf = from === to ? begins < from && ends >= from : begins < to && ends >= from
    if (isPartOf) reach = { left: Math.max(reach.left, from - begins), right: Math.max(reach.right, ends + 1 - to) }
  }
  return reach
}

/** "Shall" with what shall be done, "not" with what is not, "at least" with how much. */
function verbOf(before: ReadText, after: ReadText, edit: Edit): Reach {
  const changed = [...keysOf(before, edit.before), ...keysOf(after, edit.after)]
  const behind = keysOf(after, { from: edit.after.to, to: edit.after.to + TO_VERB })
  if (changed.some(isModal)) {
    if (hasOwnVerb(keysOf(before, edit.before)) || hasOwnVerb(keysOf(after, edit.after))) return { left: 0, right: 0 }
    const verb = behind.findIndex((key) => !isFunctionWord(key))
    const isDenialAlone = edit.before.from === edit.before.to || edit.after.from === edit.after.to
    const modal = modalityOf(after.words[edit.after.from - 1]?.key ?? '')
    return { left: isDenialAlone && modal !== null ? 1 : 0, right: verb + 1 }
  }
  if (!changed.some((key) => BOUND.test(key))) return { left: 0, right: 0 }
  const amount = behind.slice(0, TO_AMOUNT).findIndex((key) => /\d/.test(key))
  return { left: 0, right: amount + 1 }
}

function isModal(key: string): boolean {
  return modalityOf(key) !== null || isNegation(key)
}

/** "Shall repair" came as a whole. */
function hasOwnVerb(keys: readonly string[]): boolean {
  const modal = keys.findLastIndex(isModal)
  return modal >= 0 && keys.slice(modal + 1).some((key) => !isFunctionWord(key))
}

/** A small word, or one that came or went, is shown with its neighbours. */
function besideShort(before: ReadText, after: ReadText, { before: gone, after: come }: Edit, room: Reach): Reach {
  const [one, other] = [keysOf(before, gone), keysOf(after, come)]
  if (one.length > SHORT_WORDS || other.length > SHORT_WORDS) return { left: 0, right: 0 }
  const isSmall = [...one, ...other].every((key) => isFunctionWord(key) && modalityOf(key) === null)
  if (isSmall) return { left: 1, right: 1 }
  const isOneSided = one.length === 0 || other.length === 0
  if (!isOneSided) return { left: 0, right: 0 }
  const longer = one.length > 0 ? ([before, gone] as const) : ([after, come] as const)
  const isBehindComma = hasComma(...longer)
  // "Roof and walls" of "and walls".
  const beginsSmall = isFunctionWord(one[0] ?? other[0] ?? '')
  return room.right === 0 || isBehindComma || beginsSmall ? { left: 1, right: 0 } : { left: 0, right: 1 }
}

/** In front of the words or behind them, as in a list. */
function hasComma(text: ReadText, { from, to }: WordRange): boolean {
  return /,/.test(textBetween(text, from - 1, from)) || /,/.test(textBetween(text, to - 1, to))
}

/** "e-mail" of "e". */
function throughHyphens(text: ReadText, { from, to }: WordRange): Reach {
  if (from === to) return { left: 0, right: 0 }
  const isHyphen = (word: number) => /^[-‐‑]$/.test(textBetween(text, word, word + 1))
  let [left, right] = [0, 0]
  while (isHyphen(from - left - 1)) left += 1
  while (isHyphen(to + right - 1)) right += 1
  return { left, right }
}

/** "Clause 3.2" of "3.2". */
function ofReference({ text, words }: ReadText, { from, to }: WordRange): Reach {
  const [before, first] = [words[from - 1], words[from]]
  if (!before || !first || from === to || !/^\d/.test(first.key)) return { left: 0, right: 0 }
  return { left: PLACE_BEFORE.test(text.slice(before.start, first.start)) ? 1 : 0, right: 0 }
}

function textBetween({ text, words }: ReadText, one: number, other: number): string {
  return text.slice(words[one]?.end ?? 0, words[other]?.start ?? 0)
}

/** Whether a word, in small letters, says which way a number bounds. */
export function isBound(key: string): boolean {
  return BOUND.test(key)
}

export function keysOf({ words }: ReadText, { from, to }: WordRange): readonly string[] {
  return words.slice(from, to).map(({ key }) => key)
}
