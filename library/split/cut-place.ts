import { sentenceEnds } from '../../text/sentences.ts'

/** A sentence end is only known by what follows it. */
const LOOKAHEAD_CHARACTERS = 200

/**
 * Where to cut `text` between `start` and `end`, which are more than `room` apart, so that the first part fits: after a
 * sentence, aiming at parts of even length, else after a word, else inside one but never inside a surrogate pair.
 * Null when `onlySentences` is set and not one sentence fits. Only the next `room` characters are looked at, so cutting
 * up a very long line stays linear.
 */
export function cutPlace(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  room: number,
  onlySentences: boolean,
): number | null {
  const ahead = text.slice(start, Math.min(end, start + room + LOOKAHEAD_CHARACTERS))
  const target = (end - start) / Math.ceil((end - start) / room)
  const fitting = sentenceEnds(ahead).filter((sentenceEnd) => sentenceEnd > 0 && sentenceEnd <= room)
  const even = fitting.find((sentenceEnd) => sentenceEnd >= target) ?? fitting.at(-1)
  if (even !== undefined) return start + even
  if (onlySentences) return null
  return start + (wordEnd(ahead, room) ?? codePointEnd(ahead, room))
}

function wordEnd(text: string, room: number): number | null {
  for (let at = room; at > room / 2; at -= 1) if (/\s/.test(text[at] ?? '')) return text.slice(0, at).trimEnd().length
  return null
}

function codePointEnd(text: string, room: number): number {
  const code = text.charCodeAt(room - 1)
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff
  return isHighSurrogate && room > 1 ? room - 1 : room
}
