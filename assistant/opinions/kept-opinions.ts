import { Opinion } from '../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** Of one consultation, or (null) all; newest first. */
export function opinionsIn(matter: OpenMatter, consultation: string | null): readonly Opinion[] {
  return keptOpinions(matter, consultation).readable
}

export type KeptOpinions = {
  readonly readable: readonly Opinion[]
  /** The consultation of each that can no longer be read. */
  readonly damaged: readonly string[]
}

export function keptOpinions({ store }: OpenMatter, consultation: string | null): KeptOpinions {
  const rows = consultation === null ? store.opinions.list() : store.opinions.of(consultation)
  const readable: Opinion[] = []
  const damaged: string[] = []
  for (const row of rows) {
    const read = Opinion.safeParse(row)
    if (read.success) readable.push(read.data)
    else damaged.push(row.consultation)
  }
  return { readable, damaged }
}

/** The newest one that came whole, else the newest. */
export function bestOf(opinions: readonly Opinion[], kind: Opinion['kind']): Opinion | null {
  const own = opinions.filter((opinion) => opinion.kind === kind)
  return own.find(({ state }) => state !== 'failed') ?? own[0] ?? null
}

/** That of a kind in a consultation; null where none came. A lesson is the blind one of its own. */
export function opinionOf(matter: OpenMatter, consultation: string, kind: Opinion['kind']): Opinion | null {
  const own = opinionsIn(matter, consultation)
  return bestOf(own, kind)
}

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
