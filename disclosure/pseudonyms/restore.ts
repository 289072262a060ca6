import { overlapsAny } from '../../text/spans.ts'
import { type Entity, PSEUDONYM_WORDS } from './pseudonym-map.ts'

type Restored = {
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

/** Something that reads like a pseudonym; `pseudonym` in the spelling of the map. */
type Token = {
  readonly start: number
  readonly end: number
  readonly pseudonym: string
  readonly isMarked: boolean
}

// The longest first, so that NATIONAL-ID is not taken for ID.
const WORD = PSEUDONYM_WORDS.toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace('-', '[-_ \u2010-\u2015]'))
  .join('|')
const DASH = '[-_\u2010-\u2015\u2212]'
const MARKED = new RegExp(
  `\\\\?[\\[\u27e6\u3010]\\s*(${WORD})\\s*(?:${DASH}\\s*)?(\\d{1,6})\\s*(?:[,;:/|][^\\[\\]\\n]{0,80})?\\\\?[\\]\u27e7\u3011]`,
  'giu',
)
const BARE = new RegExp(`(?<![\\p{L}\\p{N}])(${WORD})${DASH}(\\d{1,6})(?![\\p{L}\\p{N}])`, 'giu')

/**
 * Everything that reads like a pseudonym: in brackets in any case and spelling that models fall into (`[person 1]`,
 * `\[PERSON_1, f\]`), or bare with its dash (`PERSON-1`). In order, free of overlaps.
 */
export function findTokens(text: string): readonly Token[] {
  const marked = [...text.matchAll(MARKED)].map((match) => toToken(match, true))
  const bare = [...text.matchAll(BARE)].map((match) => toToken(match, false))
  const free = bare.filter((one) => !overlapsAny(one, marked))
  return [...marked, ...free].toSorted((one, other) => one.start - other.start)
}

function toToken({ 0: whole, 1: word = '', 2: number = '', index }: RegExpExecArray, isMarked: boolean): Token {
  const pseudonym = `${word.toUpperCase().replace(/[^A-Z]/g, '-')}-${Number(number)}`
  return { start: index, end: index + whole.length, pseudonym, isMarked }
}
