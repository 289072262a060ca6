import { CURRENCY_SIGN, CURRENCY_WORD } from '../../text/money.ts'
import { overlapsAny, type Span } from '../../text/spans.ts'
import { type FlagKind, gravest } from '../identifiers/flag-kind.ts'
import type { Findings, IdentifierSpan, IdentifierType, Layer } from '../identifiers/identifier.ts'
import { type Entity, nextPseudonym, type PseudonymMap } from '../pseudonyms/pseudonym-map.ts'
import { type DateMode, sayEntities } from '../pseudonyms/outgoing-marks.ts'
import { type Asks, asksOf, composeText } from './cloud-prompt.ts'
import { createIsKept, type Decisions, type KeptInMatter, wordKey } from './decisions.ts'
import {
  type Detection,
  type LocalSegment,
  type MaskedSegment,
  type MaskInput,
  maskSegments,
  type Place,
  type Replacement,
} from './mask-segments.ts'
import { message, type Message } from '../../wording/message.ts'

type FlagDecision = 'open' | 'mask' | 'keep'

/** Words that a person has to decide about, once for all their places. */
type PacketFlag = {
  readonly flag: number
  readonly term: string
  readonly count: number
  readonly kind: FlagKind
  readonly suggestedType: IdentifierType
  readonly suggestedPseudonym: string
  readonly decision: FlagDecision
  /** Kept by a decision for the whole matter, from an earlier packet. */
  readonly isRemembered: boolean
}

type PacketTerm = {
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
  readonly cautions: readonly Message[]
}

/** Makes the packet of these texts, and nothing else goes in. The same input gives the same packet. */
export function buildPacket(input: MaskInput, detection: Detection): BuiltPacket {
  const { findings, masks, linked } = maskSegments(input, detection)
  const used = [...new Set(linked.of)]
  const { said, entities } = sayEntities(used, { ...input.map, entities: linked.entities }, input.dates)
  const map = { ...input.map, entities }
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

/** Writes a segment as it leaves: `pseudonyms` as they are said, one for each mask. Masks win over kept authorities and flags. */
function replaceMasks(
  segment: LocalSegment,
  masks: readonly IdentifierSpan[],
  pseudonyms: readonly string[],
  { kept, flags }: { readonly kept: Findings['kept']; readonly flags: readonly (Span & { readonly flag: number })[] },
): MaskedSegment {
  const { local } = segment
  const replacements: Replacement[] = []
  let outgoing = ''
  let at = 0
  for (const [index, { start, end, type, by }] of masks.entries()) {
    outgoing += local.slice(at, start)
    const pseudonym = pseudonyms[index] ?? ''
    const outStart = outgoing.length
    outgoing += pseudonym
    replacements.push({
      start,
      end,
      outStart,
      outEnd: outgoing.length,
      type,
      by,
      pseudonym,
      term: local.slice(start, end),
    })
    at = end
  }
  outgoing += local.slice(at)
  const outside = <S extends Span>(spans: readonly S[]) => spans.filter((span) => !overlapsAny(span, masks))
  return {
    ...segment,
    outgoing,
    replacements,
    kept: outside(kept).map((span) => placed(span, replacements)),
    flags: outside(flags).map((span) => ({ ...placed(span, replacements), flag: span.flag })),
  }
}

function placed({ start, end }: Span, replacements: readonly Replacement[]): Place {
  const before = replacements.findLast((one) => one.end <= start)
  const moved = before ? before.outEnd - before.end : 0
  return { start, end, outStart: start + moved, outEnd: end + moved }
}

type FlagPlace = { readonly start: number; readonly end: number; readonly flag: number }

type FoundFlags = {
  readonly flags: readonly PacketFlag[]
  /** For each segment. */
  readonly places: readonly (readonly FlagPlace[])[]
}

type Input = {
  readonly segments: readonly LocalSegment[]
  readonly findings: readonly Findings[]
  readonly masks: readonly (readonly IdentifierSpan[])[]
  readonly decisions: Decisions
  /** Words kept for the whole matter: they ask no more, but nothing that is found is left readable for them. */
  readonly keptInMatter: readonly KeptInMatter[]
  readonly entities: readonly Entity[]
}

/** Numbers the flagged words in the order in which they appear. What was replaced for another reason asks no more. */
function findFlags({ segments, findings, masks, decisions, keptInMatter, entities }: Input): FoundFlags {
  const decided = decisionsByKey(decisions)
  const isKept = createIsKept(keptInMatter)
  const byKey = new Map<string, Found>()
  const places = segments.map(({ local }, index) =>
    (findings[index]?.flags ?? []).flatMap(({ start, end, kind }) => {
      const term = local.slice(start, end)
      const key = wordKey(term)
      if (decided.get(key) !== 'mask' && overlapsAny({ start, end }, masks[index] ?? [])) return []
      const found = byKey.get(key) ?? { flag: byKey.size + 1, term, count: 0, kind }
      byKey.set(key, { ...found, count: found.count + 1, kind: gravest([found.kind, kind]) })
      return [{ start, end, flag: found.flag }]
    }),
  )
  const flags = [...byKey].map(([key, found]): PacketFlag => {
    const suggestedType = suggestType(found.term)
    const isRemembered = !decided.has(key) && isKept(found.term, found.kind)
    const decision = decided.get(key) ?? (isRemembered ? 'keep' : 'open')
    const suggestedPseudonym = `[${nextPseudonym(suggestedType, entities)}]`
    return { ...found, decision, isRemembered, suggestedType, suggestedPseudonym }
  })
  return { flags, places }
}

type Found = Pick<PacketFlag, 'flag' | 'term' | 'count' | 'kind'>

/** A later yes to masking wins over keeping it. */
function decisionsByKey({ kept, unmasked, masked }: Decisions): ReadonlyMap<string, FlagDecision> {
  return new Map<string, FlagDecision>([
    ...[...kept, ...unmasked].map((term) => [wordKey(term), 'keep'] as const),
    ...masked.map(({ text }) => [wordKey(text), 'mask'] as const),
  ])
}

function suggestType(term: string): IdentifierType {
  return /\p{N}/u.test(term) ? 'id' : 'person'
}

const ILLNESS =
  /\b(?:syndrome|disease|disorder|carcinoma|sarcoma|lymphoma|leuk(?:a)?emia|dystrophy|sclerosis|Erkrankung|Syndrom|maladie|syndrome|enfermedad|síndrome)\b/iu

/** A large sum without its currency too. */
const AMOUNT = new RegExp(
  `(?:¥|${CURRENCY_SIGN})\\s?\\d|\\d\\s?(?:${CURRENCY_SIGN}|${CURRENCY_WORD})(?!\\p{L})|\\b(?:million|billion|Millionen|millions|millones|milioni|milhões|miljoen|milionów)(?!\\p{L})`,
  'u',
)

/** What the user is told before deciding, beside the counts: what can identify somebody without a name. */
function findCautions(segments: readonly MaskedSegment[], dates: DateMode): readonly Message[] {
  const left = segments.map(({ outgoing }) => outgoing).join('\n')
  const cautions: Message[] = []
  if (ILLNESS.test(left)) cautions.push(message('outgoing.cautions.illness'))
  if (AMOUNT.test(left)) cautions.push(message('outgoing.cautions.amount'))
  if (dates === 'exact') cautions.push(message('outgoing.cautions.exactDates'))
  if (segments.some(({ byOcr }) => byOcr)) cautions.push(message('outgoing.cautions.scan'))
  return cautions
}
