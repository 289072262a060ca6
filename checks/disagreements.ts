import { judgePlace, readPlace } from './confirm.ts'
import { placesIn } from './places.ts'
import { statementOf } from './claim-statement.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * The sentences of one answer that cannot both be true, as pairs of their numbers: another state or value of the same thing. Each may
 * be confirmed by a document of its own; which one is right no check can tell.
 */
export function disagreements(sentences: readonly string[]): readonly (readonly [number, number])[] {
  const read = sentences.map((text) => ({ claim: statementOf(text), places: placesIn(text).map(readPlace) }))
  const saysOtherwise = (one: number, other: number) =>
    (read[other]?.places ?? []).some((place) => {
      const claim = read[one]?.claim
      return claim !== undefined && judgePlace({ claim, place, known: NONE })?.kind === 'contradicts'
    })
  return sentences.flatMap((_, one) =>
    sentences.flatMap((__, other) =>
      one < other && (saysOtherwise(one, other) || saysOtherwise(other, one)) ? [[one, other] as const] : [],
    ),
  )
}
