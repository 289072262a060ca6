import type { BuiltPacket } from '../packet/build-packet.ts'
import { composeText } from '../packet/compose-text.ts'
import { findSearchTerms, type SearchTerm } from '../pseudonyms/search-terms.ts'
import type { Edit } from './edit.ts'
import { sexBoundWords } from './sex-bound.ts'
import { swapSegment } from './swap-segment.ts'
import { findSwaps, type SwapWhat } from './swap-text.ts'

/** What was swapped in a packet, by the words that were, and why something was not. */
export type Swapped = SwapWhat & { readonly notes: readonly string[] }

/**
 * The same packet with the sex and the origin of everybody swapped. No word that is to be replaced in this matter comes in by it. Where
 * something in it is of one sex alone, sex stays.
 */
export function swapPacket(
  built: BuiltPacket,
  terms: readonly SearchTerm[],
): { readonly built: BuiltPacket; readonly swapped: Swapped } {
  const bound = sexBoundWords(built.segments.map(({ outgoing }) => outgoing))
  const may = { sex: bound.length === 0, origin: true }
  const left = new Set<string>()
  const made = new Set<Edit['kind']>()
  const segments = built.segments.map((segment) => {
    const found = findSwaps(segment.outgoing, may)
    for (const word of found.left) left.add(word)
    const edits = found.edits.filter(({ start, end, written }) => {
      const isTerm = findSearchTerms(written, terms).length > 0
      if (isTerm) left.add(segment.outgoing.slice(start, end))
      return !isTerm
    })
    for (const { kind } of edits) made.add(kind)
    return swapSegment(segment, edits)
  })
  const pseudonymOf = new Map(
    built.segments.flatMap(({ replacements }, index) =>
      replacements.map(({ pseudonym }, at) => [pseudonym, segments[index]?.replacements[at]?.pseudonym ?? pseudonym]),
    ),
  )
  const packetTerms = built.terms.map((one) => ({ ...one, pseudonym: pseudonymOf.get(one.pseudonym) ?? one.pseudonym }))
  const notes = notesOn(bound, [...left], made.has('origin'))
  return {
    built: {
      ...built,
      segments,
      terms: packetTerms,
      text: composeText(segments),
      cautions: [...notes, ...built.cautions],
    },
    swapped: { sex: made.has('sex'), origin: made.has('origin'), notes },
  }
}

function notesOn(bound: readonly string[], left: readonly string[], hasOrigin: boolean): readonly string[] {
  const said = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ')
  return [
    ...(bound.length === 0 ? [] : [`Sex was not swapped: ${said(bound)} would make no sense of the other sex.`]),
    ...(left.length === 0 ? [] : [`Not swapped, for it has another meaning too or is to be replaced: ${said(left)}.`]),
    ...(hasOrigin ? ['Where origin itself decides the question, another answer can be right.'] : []),
  ]
}

/** Whether the packet asks anything else than the first one. */
export function hasSwaps(
  segments: readonly { readonly outgoing: string }[],
  before: readonly { readonly outgoing: string }[],
): boolean {
  return segments.some(({ outgoing }, index) => outgoing !== before[index]?.outgoing)
}
