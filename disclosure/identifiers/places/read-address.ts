import type { Reading } from '../tokens/read-words.ts'
import { firstWordFrom, type Word, wordAt } from '../tokens/word-at.ts'
import { HEADS, NUMBER_BEFORE, PARTS, SEPARATOR, TO_TOWN, TOWN_BEFORE, TOWN_HERE } from './address-grammar.ts'

/** An address goes on with at most so many parts. */
const MOST_PARTS = 8
/** What stands before a street is looked for in so many characters. */
const LOOK_BACK = 90

export type Stretch = { readonly start: number; readonly end: number }

/** With all that belongs to it on both sides: rooms, floors, houses, codes and towns. */
export function wholeAddress(reading: Reading, { start, end }: Stretch): Stretch {
  // "8 – 5004 Basel", "2. OG": the last number may begin a part of its own.
  const last = /(?:,|\s[–-])?\s(?:\d{1,5}|[1-9]\d{3}[ \u00a0]?[A-Z]{2})$/u.exec(reading.text.slice(start, end))
  const tail = Math.max(tailEnd(reading, end), last ? tailEnd(reading, start + last.index) : 0)
  const dot = reading.text[tail - 1] === '.' ? 1 : 0
  return { start: headStart(reading, start), end: tail - dot }
}

function tailEnd(reading: Reading, from: number): number {
  const { text } = reading
  let end = from
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const next = partEnd(text, end) ?? townEnd(reading, end)
    if (next === null) break
    end = next
  }
  return end
}

function partEnd(text: string, at: number): number | null {
  const begin = matchEnd(SEPARATOR, text, at) ?? at
  if (/\n\s*\n/u.test(text.slice(at, begin))) return null
  for (const part of PARTS) {
    const end = matchEnd(part, text, begin)
    if (end !== null && (begin > at || /[(/]/u.test(text[begin] ?? ''))) return end
  }
  return null
}

/** A town of the list, or the unknown capitalised words that end a line. */
function townEnd(reading: Reading, at: number): number | null {
  const { text, words } = reading
  const joint = matchEnd(TO_TOWN, text, at)
  const begin = joint ?? (text[at] === ' ' ? at + 1 : at)
  const end = begin > at ? matchEnd(TOWN_HERE, text, begin) : null
  if (end === null) return null
  const first = wordAt(words, firstWordFrom(reading, begin))
  if (isListed(first, joint === null, /^\s\p{Ll}/u.test(text.slice(at, begin)))) return end
  const isLast = /^\s?(?:[\n.|(]|$)/u.test(text.slice(end, end + 2))
  return joint !== null && first.ordinary === 0 && isLast && text[begin - 1] !== '\n' ? end : null
}

/** A town of the list; with nothing but a space or a small word before no common word, and no first name. */
function isListed({ levels, ordinary }: Word, isBare: boolean, isBehindWord: boolean): boolean {
  if (levels.place === 0) return false
  return isBare ? ordinary < 2 && levels.first === 0 : ordinary < 2 || !isBehindWord
}

function headStart({ text }: Reading, start: number): number {
  let from = start
  for (let parts = 0; parts < 4; parts += 1) {
    const before = text.slice(Math.max(0, from - LOOK_BACK), from)
    const line = before.slice(before.lastIndexOf('\n\n') + 1)
    const found = [NUMBER_BEFORE, TOWN_BEFORE, ...HEADS].map((head) => head.exec(line)).find((match) => match !== null)
    if (!found) break
    from -= line.length - found.index
  }
  return from
}

function matchEnd(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : null
}
