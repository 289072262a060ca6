import type { Answer } from '../../../contract/answers/answer.ts'
import { isWritten } from '../../../contract/answers/answer-words.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { cardScope } from '../../cards/card-rows.ts'
import { findPacketRecord } from '../../disclosure/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultations } from '../consultations.ts'
import { keptRanking } from '../differential/kept-ranking.ts'
import { type CloudSide, type Pair, pairOf } from './pair-of.ts'

/** A pair, with who said it and when. */
export type DatedPair = Pair & {
  readonly at: string
  readonly domain: string | null
  readonly localModel: string
  readonly provider: string
  readonly model: string
}

export type OpinionPairs = { readonly pairs: readonly DatedPair[]; readonly notCompared: number }

/**
 * The blind opinions of a matter beside the answers of this computer. The same question asked twice of the same two models counts
 * once, the first time: a repetition is not independent.
 */
export function opinionPairs(matter: OpenMatter): OpinionPairs {
  const domain = cardScope(matter.store.settings).domains?.join(', ') || null
  const seen = new Set<string>()
  const pairs: DatedPair[] = []
  let notCompared = 0
  for (const { consultation, answerId, blind } of consultations(matter).toReversed()) {
    const local = answerId === null ? null : writtenAnswer(matter, answerId)
    if (!local || !blind || blind.state === 'failed') continue
    // A packet goes by its own question, which may be edited.
    if (blind.question !== local.question) continue
    const key = JSON.stringify([folded(local.question), local.model.id, blind.provider, blind.model])
    if (seen.has(key)) continue
    seen.add(key)
    const pair = pairOf({ ...local, ranked: rankedHere(matter, consultation) }, cloudSide(blind, matter))
    if (!pair) notCompared += 1
    else {
      const { provider, model, finishedAt: at } = blind
      pairs.push({ ...pair, at, domain, localModel: local.model.id, provider, model })
    }
  }
  return { pairs, notCompared }
}

/** Without case, punctuation and spaces. */
function folded(question: string): string {
  return (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** The list of this computer, which is made of the sources alone and never of an opinion. */
function rankedHere(matter: OpenMatter, consultation: string): readonly string[] {
  return (keptRanking(matter, consultation)?.items ?? []).map(({ name }) => name)
}

function cloudSide({ claims, text, choice, ranked, packetId }: Opinion, { store }: OpenMatter): CloudSide {
  const wasAskedToChoose = (findPacketRecord(store, packetId)?.options ?? []).length > 0
  return { claims, text, choice, wasAskedToChoose, ranked: ranked.map(({ name }) => name) }
}

type Written = Answer & { readonly model: NonNullable<Answer['model']> }

/** One that the local model gave; it may have been deleted since. */
function writtenAnswer({ store }: OpenMatter, answerId: string): Written | null {
  const answer = answerIn(store, answerId)
  return answer?.model && isWritten(answer.state) ? (answer as Written) : null
}
