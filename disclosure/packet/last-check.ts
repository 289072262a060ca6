import { findSearchTerms, type SearchTerm } from '../pseudonyms/search-terms.ts'
import { composeText } from './cloud-prompt.ts'
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

const ANEW = 'Prepare the outgoing text again.'

/**
 * The last look at the bytes before they leave: they hold the message once, as JSON writes it, and nothing else of the matter; the
 * message is what the segments say; and none of the terms stands in it, in whatever case and spelling. Null: nothing
 * is wrong; else for the user, with what to do.
 */
export function lastCheck({ body, emptyBody, segments, terms }: LastCheck): string | null {
  const text = composeText(segments)
  if (!isBodyOf(body, text, emptyBody)) return `What would be sent is not what is shown. ${ANEW}`
  const decoded = messagesIn(body).filter((message) => message === text)
  if (decoded.length !== 1) return `The message does not stand in what would be sent exactly once. ${ANEW}`
  for (const segment of segments) {
    const left = withoutPseudonyms(segment)
    if (left === null) return `The marks of ${nameOf(segment.source)} are not where they should be. ${ANEW}`
    if (findSearchTerms(left, terms).length > 0)
      return `A term that is to be replaced stands in ${nameOf(segment.source)}: replace or keep it.`
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

function nameOf(source: string): string {
  return /^[a-z]/.test(source) ? `the ${source}` : source
}
