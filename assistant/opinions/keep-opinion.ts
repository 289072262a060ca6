import type { Opinion } from '../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** Records what the checks found, in counts, and keeps the opinion with its entries. */
export function keepOpinion({ store }: OpenMatter, opinion: Opinion, sendingEntry: number): Opinion {
  const { opinionId, packetId, kind, state, claims, restored, unknownTokens, struck, replyHash } = opinion
  const verdicts: Record<string, number> = {}
  for (const { verdict } of claims) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
  const { seq } = store.ledger.append('opinion-kept', {
    opinionId,
    packetId,
    kind,
    state,
    replyHash,
    verdicts,
    restored,
    unknownTokens: unknownTokens.length,
    struck: struck.length,
  })
  const kept: Opinion = { ...opinion, ledgerEntries: [sendingEntry, seq] }
  store.opinions.save(kept)
  return kept
}
