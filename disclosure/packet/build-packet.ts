import type { IdentifierType, Layer } from '../identifiers/identifier.ts'
import type { PseudonymMap } from '../pseudonyms/pseudonym-map.ts'
import { sayEntities } from '../pseudonyms/say-entities.ts'
import { type Asks, asksOf } from './asks.ts'
import { composeText } from './compose-text.ts'
import { findCautions } from './find-cautions.ts'
import { findFlags, type PacketFlag } from './find-flags.ts'
import { type Detection, type MaskInput, maskSegments } from './mask-segments.ts'
import type { MaskedSegment } from './masked-segment.ts'
import { replaceMasks } from './replace-masks.ts'

export type PacketTerm = {
  readonly term: string
  readonly pseudonym: string
  readonly type: IdentifierType
  readonly by: Layer
}

/** Everything of a packet but the bytes around its text, which the provider's client makes. */
export type BuiltPacket = {
  readonly segments: readonly MaskedSegment[]
  readonly flags: readonly PacketFlag[]
  readonly openFlags: number
  readonly text: string
  /** What a reply may cite: the marks of the sources. */
  readonly marks: readonly string[]
  readonly asks: Asks
  /** The map of the matter with what is new in it. */
  readonly map: PseudonymMap
  /** How many things of each type are replaced. */
  readonly masked: Readonly<Record<string, number>>
  /** What is replaced, each spelling once. */
  readonly terms: readonly PacketTerm[]
  readonly cautions: readonly string[]
}

/** Makes the packet of these texts, and nothing else goes in. The same input gives the same packet. */
export function buildPacket(input: MaskInput, detection: Detection): BuiltPacket {
  const { findings, masks, linked } = maskSegments(input, detection)
  const { entities } = linked
  const map = { ...input.map, entities }
  const used = [...new Set(linked.of)]
  const said = sayEntities(used, map, input.dates)
  const { flags, places } = findFlags({ ...input, keptInMatter: input.keptInMatter ?? [], findings, masks, entities })
  const pseudonyms = linked.of.map(({ pseudonym }) => said.get(pseudonym) ?? '')
  let before = 0
  const segments = input.segments.map((segment, index) => {
    const ownMasks = masks[index] ?? []
    const own = pseudonyms.slice(before, before + ownMasks.length)
    before += ownMasks.length
    return replaceMasks(segment, ownMasks, own, { kept: findings[index]?.kept ?? [], flags: places[index] ?? [] })
  })
  return {
    segments,
    flags,
    openFlags: flags.filter(({ decision }) => decision === 'open').length,
    text: composeText(segments),
    marks: segments.map(({ source }) => source).filter((source) => /^[SR]\d+$/.test(source)),
    asks: asksOf(segments),
    map,
    masked: countByType(used.map(({ type }) => type)),
    terms: termsOf(segments),
    cautions: findCautions(segments, input.dates),
  }
}

function countByType(types: readonly IdentifierType[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

function termsOf(segments: readonly MaskedSegment[]): readonly PacketTerm[] {
  const all = segments.flatMap(({ replacements }) =>
    replacements.map(({ term, pseudonym, type, by }) => ({ term, pseudonym, type, by })),
  )
  const first = new Map<string, PacketTerm>()
  for (const one of all) {
    const key = `${one.pseudonym} ${one.term}`
    // That it was found elsewhere too says less than what found it there.
    if (first.get(key)?.by === 'spread' || !first.has(key)) first.set(key, one)
  }
  return [...first.values()]
}
