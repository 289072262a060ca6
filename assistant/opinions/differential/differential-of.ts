import type { Answer } from '../../../contract/answers/answer.ts'
import type { CandidateRow, Contestedness, Differential, RankedItem } from '../../../contract/opinions/differential.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { packetRecords } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import {
  asksForDifferential,
  candidatesOf,
  type CandidatesOn,
  itemOfCandidate,
  listedCandidates,
} from './candidates.ts'
import { checkNext, contestedBallots, contestedness, mergeRankings, type Rankings, VOICES } from './merge-rankings.ts'
import { type KeptRanking, keptRanking } from './rank-consultation.ts'

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
