import { definedTermsIn } from '../identifiers/defined-terms.ts'
import { addNamed } from '../identifiers/find-by-model.ts'
import type { Findings, IdentifierSpan, IdentifierType, KnownTerm, Layer } from '../identifiers/identifier.ts'
import { birthSign } from '../pseudonyms/birth-sign.ts'
import { type Linked, linkMentions, type Mention } from '../pseudonyms/link-mentions.ts'
import { sexBefore } from '../pseudonyms/person-name.ts'
import type { Entity, PseudonymMap } from '../pseudonyms/pseudonym-map.ts'
import type { DateMode } from '../pseudonyms/outgoing-marks.ts'
import { type IsOrdinaryWord, type SearchTerm, searchTerms } from '../pseudonyms/search-terms.ts'
import { allowedKeys, type Decisions, type KeptInMatter, wordKey } from './decisions.ts'
import { findMasks, spreadMasks } from './find-masks.ts'

/** Finds what identifies somebody in a text; the matter's own list is among what it knows. */
export type FindIdentifiers = (text: string, known: readonly KnownTerm[], defined?: readonly string[]) => Findings

export type MaskInput = {
  readonly segments: readonly LocalSegment[]
  readonly known: readonly KnownTerm[]
  readonly map: PseudonymMap
  readonly decisions: Decisions
  readonly dates: DateMode
  /** Flagged words that the user keeps in the whole matter. */
  readonly keptInMatter?: readonly KeptInMatter[]
  /** The terms that the documents of the segments define, wherever in them. */
  readonly definedTerms?: readonly string[]
}

export type Detection = {
  readonly find: FindIdentifiers
  readonly isOrdinaryWord: IsOrdinaryWord
  /** Of the rules, with all that they are made with. */
  readonly version: string
  /** SHA-256 of the word lists, in hexadecimal. */
  readonly wordListsHash: string
}

type Masked = {
  readonly findings: readonly Findings[]
  /** For each segment what is replaced, and for each of these by what. */
  readonly masks: readonly (readonly IdentifierSpan[])[]
  readonly linked: Linked
}

/**
 * Decides what of a packet is replaced. What is found in one text is replaced in all of them, with everything that the map and
 * the list of the matter hold; this goes on until nothing further is found, so that no form of a replaced term is left anywhere.
 */
export function maskSegments(input: MaskInput, { find, isOrdinaryWord }: Detection): Masked {
  const { segments, known, map } = input
  const named = input.decisions.named ?? []
  const defined = [...(input.definedTerms ?? []), ...segments.flatMap(({ local }) => definedTermsIn(local))]
  const findings = segments.map(({ local }) => addNamed(find(local, known, defined), local, named))
  let masks = segments.map(({ local }, index) => findMasks(local, findings[index] ?? NOTHING, input))
  for (;;) {
    const linked = linkMentions(mentionsOf(segments, masks), map.entities)
    const terms = termsToFind(linked, input, isOrdinaryWord)
    const wider = segments.map(({ local }, index) => spreadMasks(local, masks[index] ?? [], terms))
    if (sameMasks(masks, wider)) return { findings, masks, linked }
    masks = wider
  }
}

const NOTHING: Findings = { spans: [], flags: [], kept: [] }

/**
 * What must not stand in the bytes that leave: all of the map and of the matter's list, and each part of a person's name, but what the
 * user lets through. What is replaced while a packet is built and what the last check looks for are these same terms.
 */
export function termsToFind(
  { entities }: Pick<Linked, 'entities'>,
  { known, decisions, dates }: Pick<MaskInput, 'known' | 'decisions' | 'dates'>,
  isOrdinaryWord: IsOrdinaryWord,
): readonly SearchTerm[] {
  const allowed = allowedKeys(decisions)
  const listed = known.map(({ text, type }): Entity => ({ pseudonym: '', type, forms: [text], sex: null }))
  return searchTerms([...listed, ...entities], isOrdinaryWord).filter(
    ({ text, type }) => !(dates === 'exact' && type === 'date') && !allowed.has(wordKey(text)),
  )
}

function mentionsOf(
  segments: readonly LocalSegment[],
  masks: readonly (readonly IdentifierSpan[])[],
): readonly Mention[] {
  return segments.flatMap(({ local }, index) =>
    (masks[index] ?? []).map(({ start, end, type, by, confidence }, _at, own) => {
      const sex = type === 'person' ? sexBefore(local, start) : null
      const birth = type === 'date' ? birthSign(local, { start, end }, own) : null
      return { text: local.slice(start, end), type, by, confidence, sex, birth }
    }),
  )
}

/** Masks only grow. */
function sameMasks(one: Masked['masks'], other: Masked['masks']): boolean {
  return one.every((spans, index) => {
    const others = other[index] ?? []
    return (
      spans.length === others.length &&
      spans.every(({ start, end }, at) => start === others[at]?.start && end === others[at]?.end)
    )
  })
}

/** A part of a packet before anything is replaced: the question, a source under its mark, candidates, options, the analysis. */
export type LocalSegment = {
  /** `question`, `candidates`, `option A`, `analysis`, S1, R1. */
  readonly source: string
  /** For the screen of this computer; it never leaves. */
  readonly where: string
  readonly byOcr: boolean
  readonly documentId: string | null
  readonly local: string
}

export type Place = { readonly start: number; readonly end: number; readonly outStart: number; readonly outEnd: number }

export type Replacement = Place & {
  readonly type: IdentifierType
  readonly by: Layer
  /** As it leaves, with its brackets. */
  readonly pseudonym: string
  readonly term: string
}

/** Words in the place of others that name the other sex or another origin, for the bias check. */
export type Swap = Place & { readonly kind: 'sex' | 'origin'; readonly term: string; readonly written: string }

/** What leaves of a segment, beside what it was made from. Offsets are UTF-16 units. */
export type MaskedSegment = LocalSegment & {
  readonly outgoing: string
  readonly replacements: readonly Replacement[]
  /** Legal authorities, left readable. */
  readonly kept: readonly Place[]
  readonly flags: readonly (Place & { readonly flag: number })[]
  readonly swaps?: readonly Swap[]
}
