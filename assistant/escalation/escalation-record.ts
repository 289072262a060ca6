import { Routing } from '../../contract/answers/routing.ts'
import type { OpenMatter } from '../home/open-matters.ts'

type Place = Pick<OpenMatter, 'store'>

/** Keeps it with its answer. The ledger gets what was suggested: codes, no words. */
export function saveRouting({ store }: Place, routing: Routing): void {
  store.routings.save(routing)
  const { answerId, suggested, reasons } = routing
  if (suggested) store.ledger.append('opinion-suggested', { answerId, reasons: reasons.map(({ code }) => code) })
}

/** Null where nothing was recorded, as for answers of old. */
export function routingOf({ store }: Place, answerId: string): Routing | null {
  return Routing.safeParse(store.routings.find(answerId)).data ?? null
}

/** What the user did about a suggestion; asking wins over an earlier no. Nothing where there was none. */
export function decideRouting(
  { store }: Place,
  answerId: string,
  outcome: 'asked' | 'dismissed',
  now: Date,
): Routing | null {
  const routing = routingOf({ store }, answerId)
  if (!routing?.suggested || routing.outcome === 'asked' || routing.outcome === outcome) return routing
  const decided: Routing = { ...routing, outcome, decidedAt: now.toISOString() }
  store.routings.save(decided)
  store.ledger.append('suggestion-decided', { answerId, outcome })
  return decided
}
