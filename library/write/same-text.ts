import { isInk } from '../read/word/docx/trace-docx.ts'

/**
 * Leads from a place in one form of a text to the same character in another that differs in white space only. Texts that differ in more
 * are followed as far as they agree: a place behind that is as near as counting characters gives it.
 */
export function inkOffsets(from: string, to: string): (offset: number) => number {
  if (from === to) return (offset) => offset
  const inkBefore = new Int32Array(from.length + 1)
  for (let at = 0; at < from.length; at += 1) inkBefore[at + 1] = inkBefore[at]! + (isInk(from, at) ? 1 : 0)
  const places: number[] = []
  for (let at = 0; at < to.length; at += 1) if (isInk(to, at)) places.push(at)
  return (offset) => places[inkBefore[Math.min(Math.max(0, offset), from.length)]!] ?? to.length
}
