import type {
  CandidateRow,
  Contestedness,
  Differential,
  DifferentialItem,
  RankedItem,
  Voice,
} from '../../../contract/opinions/differential.ts'
import {
  asksForDifferential,
  candidatesOf,
  type CandidatesOn,
  itemOfCandidate,
  listedCandidates,
  nameKey,
} from './candidates.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { packetRecords } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { keptRanking, type KeptRanking } from './rank-consultation.ts'

/** What each voice ranks, likeliest first; null: it gave no list. */
export type Rankings = Readonly<Record<Voice, readonly RankedItem[] | null>>

const VOICES: readonly Voice[] = ['local', 'blind', 'informed']

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

/** More is no order in which anybody works. */
const SHOWN = 8

/**
 * What to look for next: what would decide the candidates that cannot be missed, then what would decide the others, then what is
 * missing; each in the order of the list, and once.
 */
export function checkNext(items: readonly DifferentialItem[]): Differential['checkNext'] {
  const urgent = items.filter(({ cannotMiss }) => cannotMiss)
  const others = items.filter(({ cannotMiss }) => !cannotMiss)
  const all = [
    ...[...urgent, ...others].flatMap(({ name, decides }) => decides.map((text) => toCheck(text, name, 'decides'))),
    ...items.flatMap(({ name, missing }) => missing.map((text) => toCheck(text, name, 'missing'))),
  ]
  const seen = new Set<string>()
  return all
    .filter(({ text }) => {
      const isNew = !seen.has(nameKey(text))
      seen.add(nameKey(text))
      return isNew
    })
    .slice(0, SHOWN)
}

function toCheck(text: string, of: string, kind: 'decides' | 'missing') {
  return { text, of, kind }
}

/** Two of three for one candidate are .58; of an option with nine tenths among three, .36. */
const CONTESTED_FROM = 0.5

/**
 * How divided ballots or shares are: Shannon's entropy over that of the case in which each is for another. Null with fewer than two:
 * then there is nothing to be divided.
 */
export function contestedness(
  from: Contestedness['from'],
  weights: readonly { readonly name: string; readonly share: number }[],
  ballots: number,
): Contestedness | null {
  const total = weights.reduce((sum, { share }) => sum + share, 0)
  if (ballots < 2 || total <= 0) return null
  const first = weights.map(({ name, share }) => ({ name, share: share / total })).filter(({ share }) => share > 0)
  const bits = first.reduce((sum, { share }) => sum - share * Math.log2(share), 0)
  const entropy = Math.min(1, Math.max(0, bits / Math.log2(ballots)))
  const ordered = first.toSorted((one, other) => other.share - one.share)
  return { from, entropy, ballots, first: ordered, isContested: entropy >= CONTESTED_FROM }
}

/** Each ballot is a name; those of one candidate are counted together. */
export function contestedBallots(from: Contestedness['from'], ballots: readonly string[]): Contestedness | null {
  const groups = [...Map.groupBy(ballots, nameKey).values()]
  const weights = groups.map((names) => ({ name: names[0] ?? '', share: names.length }))
  return contestedness(from, weights, ballots.length)
}

/**
 * The candidates of all voices of a consultation as one list, with what cannot be missed. Empty where its question asks for no list
 * and nobody gave one. Throws `NOT_FOUND`.
 */
export async function differentialOf(id: string, on: CandidatesOn, signal: AbortSignal): Promise<Differential> {
  const { matter } = on
  const consultation = consultationNamed(matter, id)
  const kept = keptRanking(matter, id)
  const isListed = isAsked(consultation, matter) || kept !== null
  const read = isListed ? await candidatesOf(on, signal) : { rows: [], why: null }
  const rows = listedCandidates(read.rows)
  const rankings = rankingsOf(consultation, kept, rows)
  const items = mergeRankings(rankings, rows.map(itemOfCandidate))
  const voices = VOICES.filter((voice) => rankings[voice] !== null)
  const contested = contestedIn(consultation, rankings, kept, answerIn(matter.store, consultation.answerId))
  return { items: [...items], voices, contested, checkNext: checkNext(items), isAsked: isListed, why: read.why }
}

/** By the question's words, or because a packet of it asked for a list. */
function isAsked({ consultation, question }: Consultation, { store }: OpenMatter): boolean {
  const records = packetRecords(store, consultation)
  return asksForDifferential(question) || records.some(({ differential }) => differential)
}

/** Without a list of its own this computer ranks by the weights of the packs what something is known of. */
function rankingsOf(
  { blind, informed }: Consultation,
  kept: KeptRanking | null,
  rows: readonly CandidateRow[],
): Rankings {
  const isKnown = ({ side }: CandidateRow['findings'][number]) => side === 'for' || side === 'against'
  const weighed = rows
    .filter(({ applies, findings }) => applies !== 'no' && findings.some(isKnown))
    .map(itemOfCandidate)
  return {
    local: filled(kept?.items) ?? filled(weighed),
    blind: filled(blind?.ranked),
    informed: filled(informed?.ranked),
  }
}

function filled(items: readonly RankedItem[] | undefined): readonly RankedItem[] | null {
  return items === undefined || items.length === 0 ? null : items
}

/** By each way in which it can be told, and never summed up: the ways count different things. */
function contestedIn(
  { blind, informed }: Consultation,
  rankings: Rankings,
  kept: KeptRanking | null,
  answer: Answer | null,
): Contestedness[] {
  const choice = answer?.choice ?? null
  const shares = choice ? choice.options.map((name, index) => ({ name, share: choice.shares[index] ?? 0 })) : []
  const chosen = [choice?.options[choice.choice], blind?.choice, informed?.choice].flatMap((one) => one ?? [])
  const firsts = VOICES.flatMap((voice) => rankings[voice]?.[0]?.name ?? [])
  return [
    contestedBallots('opinions', firsts.length > 0 ? firsts : chosen),
    contestedness('options', shares, shares.length),
    contestedBallots('samples', kept?.samples ?? []),
  ].filter((one) => one !== null)
}
