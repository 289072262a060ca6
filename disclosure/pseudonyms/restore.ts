import { findTokens, type Token } from './find-tokens.ts'
import type { Entity } from './pseudonym-map.ts'

export type Restored = {
  readonly text: string
  /** How many pseudonyms were put back. */
  readonly restored: number
  /** What reads like a pseudonym and is none of this matter; it stays as it is. Each once. */
  readonly unknown: readonly string[]
}

/** Models make marks of kinds of their own in the manner of ours: `[ILLNESS-1, unspecified]`. */
const INVENTED = /\[\p{L}{2,}(?:[-_ ]\p{L}+){0,3}[-_]\d{1,6}(?:[,;:/|][^[\]\n]{0,80})?\]/gu

/** Puts the real terms into a reply, for display on this computer. Whole tokens of the map only. */
export function restore(reply: string, entities: readonly Entity[]): Restored {
  const forms = new Map(entities.map(({ pseudonym, forms: [fullest] }) => [pseudonym, fullest]))
  const unknown = new Set<string>()
  let text = ''
  let at = 0
  let restored = 0
  const tokens = findTokens(reply)
  for (const token of tokens) {
    const form = forms.get(token.pseudonym)
    if (form === undefined) {
      if (isMeant(token, reply)) unknown.add(reply.slice(token.start, token.end))
      continue
    }
    text += reply.slice(at, token.start) + form
    at = token.end
    restored += 1
  }
  for (const { 0: mark, index } of reply.matchAll(INVENTED))
    if (!tokens.some(({ start, end }) => start < index + mark.length && index < end)) unknown.add(mark)
  return { text: text + reply.slice(at), restored, unknown: [...unknown] }
}

/** "record-12" in plain words is no pseudonym gone wrong; `[RECORD-12]` and RECORD-12 are. */
function isMeant({ start, end, isMarked }: Token, text: string): boolean {
  const written = text.slice(start, end)
  return isMarked || written === written.toUpperCase()
}
