import type { AskedPart } from '../../checks/asked-parts.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { thingAsked } from '../../text/questions.ts'
import { type Asked, type Asking } from './asking.ts'
import { pointsBack } from '../questions/needs-context.ts'
import { concern, type Quotable, textKey } from './quotable-places.ts'

/** One side of a comparison that no code can rank is quoted where one place says so much of it. */
const SIDE_SHARE = 0.5
/** Of what a part asks about, so much in one place says that the documents concern it, where they have all of its words somewhere. */
export const CONCERNS = 0.3
/** More, where one of its words is nowhere: "Does it lapse?"; and where the thing asked for is: "How much rent deposit is held?" */
const CONCERNS_THOUGH_WORD_UNKNOWN = 0.5
const CONCERNS_THOUGH_THING_UNKNOWN = 0.6
const CONCERNING_AT_MOST = 3
const NEAR_THE_BEST = 0.67

/** The places that concern the question most, of each document that it names; none, and the documents do not say. */
export function concerning(asking: Asking): readonly SourcePlace[] {
  const { asked, quotables, isMeant, named } = asking
  const held = asked.map((one) => ({ ...one, enough: enoughFor(one, asking) }))
  const ranked = quotables
    .filter(({ documentId }) => isMeant(documentId))
    .map((one) => {
      const own = held.filter(({ documentId }) => documentId === null || documentId === one.documentId)
      const shares = own.map(({ part, enough }) => ({ share: concern(part, one), enough }))
      return {
        ...ofDocument(one),
        share: Math.max(0, ...shares.flatMap(({ share, enough }) => (share >= enough ? share : []))),
      }
    })
    .filter(({ share }) => share > 0)
    .toSorted(byShare)
  const near = ranked.filter(({ share }) => share >= NEAR_THE_BEST * (ranked[0]?.share ?? 0))
  const found = [...(named.length < 2 ? [] : named.flatMap((document) => bestOf(document, ranked))), ...near]
  return [...new Map(found.map(({ at }) => [textKey(at), at])).values()].slice(0, CONCERNING_AT_MOST)
}

/** With a pronoun and no more than one word of its own, "What happens if they do not turn up?", no missing word shows that nothing answers it. */
const SAYS_LITTLE_TERMS = 1

export function saysTooLittle({ question, parts, named }: Asking): boolean {
  const isLittle = ({ terms, names }: AskedPart) => terms.length <= SAYS_LITTLE_TERMS && names.length === 0
  return named.length === 0 && pointsBack(question) && parts.every(isLittle)
}

/** Words that a part is about, or the thing that it asks for, which no document that is asked about has. */
function isUnknown({ documentId }: Asked, words: readonly string[], { passages, isMeant, hasForm }: Asking) {
  const ids = documentId === null ? [...new Set(passages.map((one) => one.documentId))].filter(isMeant) : [documentId]
  return words.some((word) => !ids.some((id) => hasForm(id, word)))
}

/** How much of what a part asks about one place must have to say that the documents concern it. */
export function enoughFor(one: Asked, asking: Asking): number {
  const thing = thingAsked(one.part.text)
  if (thing !== null) return isUnknown(one, [thing], asking) ? CONCERNS_THOUGH_THING_UNKNOWN : CONCERNS
  const words = one.part.terms.map(({ word }) => word)
  return isUnknown(one, words, asking) ? CONCERNS_THOUGH_WORD_UNKNOWN : CONCERNS
}

/** What one of several documents says of what is compared: one place, with a value where there is one. */
export function mostConcerning({ part, documentId }: Asked, own: readonly Quotable[]): readonly SourcePlace[] {
  if (documentId === null) return []
  const ranked = own
    .map((one) => ({ ...ofDocument(one), share: concern(part, one) }))
    .filter(({ share }) => share >= SIDE_SHARE)
  return bestOf({ documentId }, ranked).map(({ at }) => at)
}

type Concerning = Pick<Quotable, 'at' | 'documentId'> & { readonly share: number; readonly hasValue: boolean }

function ofDocument({ at, documentId, said }: Quotable): Omit<Concerning, 'share'> {
  return { at, documentId, hasValue: said.values.length > 0 }
}

function byShare(one: Concerning, other: Concerning): number {
  return other.share - one.share
}

/** One place, with a value where there is one. */
function bestOf({ documentId }: Pick<NamedIn, 'documentId'>, all: readonly Concerning[]): readonly Concerning[] {
  const own = all.filter((one) => one.documentId === documentId)
  return own.toSorted((one, other) => byShare(one, other) || Number(other.hasValue) - Number(one.hasValue)).slice(0, 1)
}
