import type { IdentifierSpan } from '../identifier.ts'

/** Small words inside of the name of a town or a street. */
const JOINT =
  /^(?:[ -](?:de|del|da|do|dos|das|di|la|le|a|am|an|im|in|sur|sous|en|lès|upon|op|aan|bij|nad|pod|van|von|of|the|der|den|los|las|el|al)){1,2}[ -]$/u

/** "alcalá" and "guadaíra": two places with nothing but small words between them are one. */
export function joinPlaces(text: string, spans: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  const joined: IdentifierSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const isNext = last?.type === 'place' && span.type === 'place' && JOINT.test(text.slice(last.end, span.start))
    if (last !== undefined && isNext) joined.splice(-1, 1, { ...last, end: span.end })
    else joined.push(span)
  }
  return joined
}
