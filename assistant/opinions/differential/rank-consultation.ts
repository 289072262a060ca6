import * as z from 'zod'
import { RankedItem, type RankingEvent } from '../../../contract/opinions/differential.ts'
import type { WordLists } from '../../../disclosure/words/open-word-lists.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { passages } from '../../answers/answer-record.ts'
import { packetRecords } from '../../packets/packet-record.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { lexiconOf } from '../../home/word-lists.ts'
import { consultationNamed } from '../consultations.ts'
import { candidatesOf, type CandidatesOn, listedCandidates } from './candidates.ts'
import { localDifferential } from './local-differential.ts'

type RankOptions = CandidatesOn & {
  readonly consultation: string
  readonly samples: number
  readonly lists: WordLists
  /** The model of this computer, null for none; `isNeeded`: throws `NO_MODEL` instead. */
  readonly model: (isNeeded: boolean) => Promise<LanguageModel | null>
}

/**
 * Makes the list of this computer for a consultation from the sources that its first packet could have had, and keeps it when it is
 * whole. Throws `NOT_FOUND`, `NO_MODEL`.
 */
export async function* rankConsultation(
  options: RankOptions,
  signal: AbortSignal,
): AsyncGenerator<RankingEvent, void, void> {
  const { matter, consultation, samples, lists } = options
  const { question } = consultationNamed(matter, consultation)
  const records = packetRecords(matter.store, consultation)
  const { rows } = await candidatesOf(options, signal)
  const candidates = listedCandidates(rows).filter(({ applies }) => applies !== 'no')
  const model = await options.model(candidates.length === 0 || samples > 0)
  const sources = passages(records.at(-1)?.candidateSources ?? [])
  const asked = { question, passages: sources, candidates, model, lexicon: lexiconOf(lists), samples }
  const { items, samples: firsts } = yield* localDifferential(asked, signal)
  signal.throwIfAborted()
  // Deleted meanwhile, it must not come back.
  consultationNamed(matter, consultation)
  keepRanking(matter, consultation, { items: [...items], samples: [...firsts] })
}

const RANKING_KEY = 'differential-local'

/** The list that this computer made for a consultation, and which candidate its model put first in other orders. */
const KeptRanking = z.object({ items: z.array(RankedItem), samples: z.array(z.string()) })
export type KeptRanking = z.infer<typeof KeptRanking>

/** What another version left in another shape counts as none. */
export function keptRanking({ store }: OpenMatter, consultation: string): KeptRanking | null {
  return KeptRanking.safeParse(store.consultationResults.find(consultation, RANKING_KEY)).data ?? null
}

export function keepRanking({ store }: OpenMatter, consultation: string, ranking: KeptRanking): void {
  store.consultationResults.keep(consultation, RANKING_KEY, ranking)
}
