import { type FlagKind, gravest } from '../identifiers/flag-kind.ts'
import type { Findings, IdentifierSpan, IdentifierType } from '../identifiers/identifier.ts'
import { type Entity, nextPseudonym } from '../pseudonyms/pseudonym-map.ts'
import { type Decisions, wordKey } from './decisions.ts'
import type { LocalSegment } from './masked-segment.ts'
import { touches } from './replace-masks.ts'

export type FlagDecision = 'open' | 'mask' | 'keep'

/** Words that a person has to decide about, once for all their places. */
export type PacketFlag = {
  readonly flag: number
  readonly term: string
  readonly count: number
  readonly why: string
  readonly kind: FlagKind
  readonly suggestedType: IdentifierType
  readonly suggestedPseudonym: string
  readonly decision: FlagDecision
  /** Kept by a decision for the whole matter, from an earlier packet. */
  readonly isRemembered: boolean
}

export type FlagPlace = { readonly start: number; readonly end: number; readonly flag: number }

export type FoundFlags = {
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
  readonly keptInMatter: readonly string[]
  readonly entities: readonly Entity[]
}

/** Numbers the flagged words in the order in which they appear. What was replaced for another reason asks no more. */
export function findFlags({ segments, findings, masks, decisions, keptInMatter, entities }: Input): FoundFlags {
  const decided = decisionsByKey(decisions)
  const remembered = new Set(keptInMatter.map(wordKey))
  const byKey = new Map<string, Found>()
  const places = segments.map(({ local }, index) =>
    (findings[index]?.flags ?? []).flatMap(({ start, end, kind }) => {
      const term = local.slice(start, end)
      const key = wordKey(term)
      const isRemembered = remembered.has(key) && !decided.has(key)
      const decision = decided.get(key) ?? (isRemembered ? 'keep' : 'open')
      if (decision !== 'mask' && touches({ start, end }, masks[index] ?? [])) return []
      const known = byKey.get(key) ?? { flag: byKey.size + 1, term, count: 0, decision, isRemembered, kind }
      known.count += 1
      known.kind = gravest([known.kind, kind])
      byKey.set(key, known)
      return [{ start, end, flag: known.flag }]
    }),
  )
  const flags = [...byKey.values()].map((flag): PacketFlag => {
    const suggestedType = suggestType(flag.term)
    const why = flag.count === 1 ? 'once' : `${flag.count} times`
    return { ...flag, why, suggestedType, suggestedPseudonym: `[${nextPseudonym(suggestedType, entities)}]` }
  })
  return { flags, places }
}

type Found = Pick<PacketFlag, 'flag' | 'term' | 'decision' | 'isRemembered'> & { count: number; kind: FlagKind }

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
