import type { DifferentialItem, RankedItem, Voice } from '../../../contract/opinions/differential.ts'
import { nameKey } from './name-key.ts'

/** What each voice ranks, likeliest first; null: it gave no list. */
export type Rankings = Readonly<Record<Voice, readonly RankedItem[] | null>>

export const VOICES: readonly Voice[] = ['local', 'blind', 'informed']

type Placed = { readonly voice: Voice; readonly rank: number; readonly item: RankedItem }

/**
 * One list from all voices: by the mean over the voices that gave a list of 1 / rank, 0 where it is not listed; then by the best
 * rank, then as the first voice has it. `known` are those of the packs: what is missing and would decide comes from them first, and what
 * cannot be missed is always listed, last where nobody ranks it. Who says what stays beside it; nothing is merged into a verdict.
 */
export function mergeRankings(rankings: Rankings, known: readonly RankedItem[]): readonly DifferentialItem[] {
  const placed = Map.groupBy(
    VOICES.flatMap((voice) => placesOf(voice, rankings[voice])),
    ({ item }) => nameKey(item.name),
  )
  const byKey = Map.groupBy(known, ({ name }) => nameKey(name))
  const ranked = [...placed].map(([key, places]) => ({
    merged: toItem(places, byKey.get(key) ?? []),
    score: scoreOf(places),
  }))
  const unranked = [...byKey].filter(([key, same]) => !placed.has(key) && same.some(({ cannotMiss }) => cannotMiss))
  const ordered = ranked.toSorted((one, other) => other.score - one.score).map(({ merged }) => merged)
  return [...ordered, ...unranked.map(([, same]) => toItem([], same))]
}

/** A voice that names one candidate twice has it at its first place, and all that it says of it there. */
function placesOf(voice: Voice, items: readonly RankedItem[] | null): readonly Placed[] {
  const groups = [...Map.groupBy(items ?? [], ({ name }) => nameKey(name)).values()]
  return groups.flatMap((same, index) => same.map((item): Placed => ({ voice, rank: index + 1, item })))
}

/** The sum orders as the mean does, for all are divided by the same; the best rank decides between equal sums. */
function scoreOf(places: readonly Placed[]): number {
  const ranks = [...new Map(places.map(({ voice, rank }) => [voice, rank])).values()]
  return ranks.reduce((total, rank) => total + 1 / rank, 0) + 1e-6 / Math.min(...ranks)
}

function toItem(places: readonly Placed[], known: readonly RankedItem[]): DifferentialItem {
  const rankOf = (voice: Voice) => places.find((place) => place.voice === voice)?.rank ?? null
  const items = [...known, ...places.map(({ item }) => item)]
  const supports = (side: 'for' | 'against') =>
    places.flatMap(({ voice, item }) => item[side].map((support) => ({ ...support, voice })))
  return {
    name: places[0]?.item.name ?? known[0]?.name ?? '',
    local: rankOf('local'),
    blind: rankOf('blind'),
    informed: rankOf('informed'),
    cannotMiss: items.some((item) => item.cannotMiss),
    for: supports('for'),
    against: supports('against'),
    missing: once(items.flatMap(({ missing }) => missing)),
    decides: once(items.flatMap(({ decides }) => decides)),
  }
}

function once(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [nameKey(text), text])).values()]
}
