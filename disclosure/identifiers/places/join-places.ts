import type { IdentifierSpan } from '../identifier.ts'

/** Small words inside of the name of a town or a street, and none that leads from one town to another: "de Málaga a Granada". */
const JOINT =
  /^(?:[ -](?:de|del|da|do|dos|das|di|la|le|am|an|sur|sous|lès|upon|aan|bij|nad|pod|der|den|los|las|el)){1,2}[ -]$/u

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
