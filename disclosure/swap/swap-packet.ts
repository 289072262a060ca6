import type { BuiltPacket } from '../packet/build-packet.ts'
import { composeText } from '../packet/cloud-prompt.ts'
import type { MaskedSegment, Place, Swap } from '../packet/mask-segments.ts'
import { findSearchTerms, type SearchTerm } from '../pseudonyms/search-terms.ts'
import { applyEdits, type Edit } from './edit.ts'
import { findSwaps, type SwapWhat } from './swap-text.ts'
import { message, type Message } from '../../wording/message.ts'

/** What was swapped in a packet, by the words that were, and why something was not. */
type Swapped = SwapWhat & { readonly notes: readonly Message[] }

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

function notesOn(bound: readonly string[], left: readonly string[], hasOrigin: boolean): readonly Message[] {
  const quoted = (words: readonly string[]) => ({
    all: words.map((word) => message('outgoing.swapNotes.word', { word })),
  })
  return [
    ...(bound.length === 0 ? [] : [message('outgoing.swapNotes.ofOneSex', { words: quoted(bound) })]),
    ...(left.length === 0 ? [] : [message('outgoing.swapNotes.left', { words: quoted(left) })]),
    ...(hasOrigin ? [message('outgoing.swapNotes.origin')] : []),
  ]
}

/** Whether the packet asks anything else than the first one. */
export function hasSwaps(
  segments: readonly { readonly outgoing: string }[],
  before: readonly { readonly outgoing: string }[],
): boolean {
  return segments.some(({ outgoing }, index) => outgoing !== before[index]?.outgoing)
}

/** A segment as it leaves with these words in the place of others; every place is moved along. */
export function swapSegment(segment: MaskedSegment, edits: readonly Edit[]): MaskedSegment {
  const { outgoing, replacements } = segment
  const swapped = applyEdits(outgoing, edits)
  const moved = (at: number) =>
    edits.reduce((sum, { start, end, written }) => (end <= at ? sum + written.length - (end - start) : sum), at)
  const place = <P extends Place>(one: P): P => ({ ...one, outStart: moved(one.outStart), outEnd: moved(one.outEnd) })
  const isIn = ({ start, end }: Edit) => replacements.some(({ outStart, outEnd }) => outStart <= start && end <= outEnd)
  return {
    ...segment,
    outgoing: swapped,
    replacements: replacements.map((one) => {
      const at = place(one)
      return { ...at, pseudonym: swapped.slice(at.outStart, at.outEnd) }
    }),
    kept: segment.kept.map(place),
    flags: segment.flags.map(place),
    swaps: edits
      .filter((edit) => !isIn(edit))
      .map((edit): Swap => {
        const { start, end, written, kind } = edit
        const before = replacements.findLast(({ outEnd }) => outEnd <= start)
        const local = start - (before ? before.outEnd - before.end : 0)
        const outStart = moved(start)
        const span = { start: local, end: local + end - start, outStart, outEnd: outStart + written.length }
        return { ...span, kind, term: outgoing.slice(start, end), written }
      }),
  }
}

/** What only one sex has: swapped, the case would be none. */
const BOUND =
  /(?<!\p{L})(?:pregnan\p{L}*|prostat\p{L}*|ovar(?:y|ies|ian)|uter(?:us|ine)|hysterectom\p{L}*|endometri\p{L}*|(?:post|peri|pre)?-?menopaus\p{L}*|menstru\p{L}*|vagin\p{L}*|vulv\p{L}*|cervical (?:cancer|smear|carcinoma|screening)|placent\p{L}*|gravida|miscarriage|breast-?feeding|lactating|pen(?:is|ile)|testic\p{L}*|testis|testes|scrot\p{L}*|sperm\p{L}*|semen|vasectom\p{L}*|PSA|erectile|eclampsia|preeclampsia|pre-eclampsia|antenatal|postpartum|obstetric\p{L}*|gyna?ecolog\p{L}*|maternity|paternity|schwanger\p{L}*|Prostata\p{L}*|Eierst[oö]ck\p{L}*|Gebärmutter\p{L}*|Hoden\p{L}*|Wechseljahre\p{L}*|Menstruation\p{L}*|Mutterschutz\p{L}*|Vaterschaft\p{L}*)(?!\p{L})/giu

/** Each once, as it is written first. */
export function sexBoundWords(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => text.match(BOUND) ?? [])
  return [...new Map(words.toReversed().map((word) => [word.toLowerCase(), word])).values()].toReversed()
}
