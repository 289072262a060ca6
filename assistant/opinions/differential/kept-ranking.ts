import * as z from 'zod'
import { RankedItem } from '../../../contract/opinions/differential.ts'
import type { OpenMatter } from '../../home/open-matters.ts'

const KEY = 'differential-local'

/** The list that this computer made for a consultation, and which candidate its model put first in other orders. */
const KeptRanking = z.object({ items: z.array(RankedItem), samples: z.array(z.string()) })
export type KeptRanking = z.infer<typeof KeptRanking>

/** What another version left in another shape counts as none. */
export function keptRanking({ store }: OpenMatter, consultation: string): KeptRanking | null {
  return KeptRanking.safeParse(store.consultationResults.find(consultation, KEY)).data ?? null
}

export function keepRanking({ store }: OpenMatter, consultation: string, ranking: KeptRanking): void {
  store.consultationResults.keep(consultation, KEY, ranking)
}
