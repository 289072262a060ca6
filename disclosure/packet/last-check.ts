import { message, type Message } from '../../wording/message.ts'
import { findSearchTerms, type SearchTerm } from '../pseudonyms/search-terms.ts'
import { composeText, letterOf } from './cloud-prompt.ts'
import { SEPARATOR } from './find-masks.ts'
import type { Replacement } from './mask-segments.ts'

/** A message without anything of a matter in it, to learn what else a provider's client puts into a body. */
export const EMPTY_MESSAGE = 'An empty message.'

/** What of a segment leaves, and where its pseudonyms stand. */
export type OutgoingSegment = {
  readonly source: string
  readonly outgoing: string
  readonly replacements: readonly Pick<Replacement, 'outStart' | 'outEnd' | 'pseudonym'>[]
}

export type LastCheck = {
  /** The exact bytes that would leave, as text. */
  readonly body: string
  /** The body that the same client makes of `EMPTY_MESSAGE`. */
  readonly emptyBody: string
  readonly segments: readonly OutgoingSegment[]
  readonly terms: readonly SearchTerm[]
}

/**
 * The last look at the bytes before they leave: they hold the message once, as JSON writes it, and nothing else of the matter; the
 * message is what the segments say; and none of the terms stands in it, in whatever case and spelling. Null: nothing
 * is wrong; else why nothing is sent, with what to do.
 */
export function lastCheck({ body, emptyBody, segments, terms }: LastCheck): Message | null {
  const text = composeText(segments)
  if (!isBodyOf(body, text, emptyBody)) return message('failures.outgoing.notAsShown')
  const decoded = messagesIn(body).filter((one) => one === text)
  if (decoded.length !== 1) return message('failures.outgoing.notOnce')
  for (const segment of segments) {
    const left = withoutPseudonyms(segment)
    const part = partNamed(segment.source)
    if (left === null) return message('failures.outgoing.marksMoved', { part })
    if (findSearchTerms(left, terms).length > 0) return message('failures.outgoing.termLeft', { part })
  }
  return null
}

/** The bytes around the message are those around the empty one, and the message is written as JSON writes it. */
function isBodyOf(body: string, text: string, emptyBody: string): boolean {
  const around = emptyBody.split(JSON.stringify(EMPTY_MESSAGE))
  const [before = '', after = ''] = around
  return around.length === 2 && body === `${before}${JSON.stringify(text)}${after}`
}

/** Every text in the body as the other side reads it, escapes undone. */
function messagesIn(body: string): readonly string[] {
  try {
    return textsOf(JSON.parse(body))
  } catch {
    return []
  }
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** Null where something else than its pseudonym stands in a replaced place. */
function withoutPseudonyms({ outgoing, replacements }: OutgoingSegment): string | null {
  let left = ''
  let at = 0
  for (const { outStart, outEnd, pseudonym } of replacements) {
    if (outStart < at || outgoing.slice(outStart, outEnd) !== pseudonym || !PSEUDONYM.test(pseudonym)) return null
    left += outgoing.slice(at, outStart) + SEPARATOR
    at = outEnd
  }
  return left + outgoing.slice(at)
}

/** Its details are words of this program. */
const PSEUDONYM =
  /^\[[A-Z]+(?:-[A-Z]+)*-\d+(?:, (?:[fm]|over \d\d|under 2 years|\d+ to \d+|day -?\d+(?:, [A-Z][a-z]+day| to -?\d+)|[+-]?\d{4,6}-\d\d-\d\d(?:, [A-Z][a-z]+day| to [+-]?\d{4,6}-\d\d-\d\d)|(?:more than \d\d|\d+ to \d+|under 2) years before the latest date))?\]$/

/** Sources are known by their marks. */
function partNamed(source: string): Message | string {
  const letter = letterOf(source)
  if (letter !== null) return message('failures.outgoing.parts.option', { letter })
  return isPart(source) ? message(`failures.outgoing.parts.${source}`) : source
}

function isPart(source: string): source is 'question' | 'analysis' | 'candidates' {
  return source === 'question' || source === 'analysis' || source === 'candidates'
}
