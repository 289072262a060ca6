import { message } from '../../wording/message.ts'
import type { Answer } from '../../contract/answers/answer.ts'
import { Routing, type RoutingReason, type Withheld } from '../../contract/answers/routing.ts'
import type { Settings } from '../../contract/application.ts'
import { cardScope } from '../cards/card-rows.ts'
import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import { isSendingAllowed } from '../packets/consent-to-packet.ts'
import type { Providers } from '../packets/providers.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { OpenMatter, OpenMatters } from '../home/open-matters.ts'
import { readSettings } from '../home/settings.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { jurisdictionOf, packsOf } from '../rules/packs/matter-packs.ts'
import { afterReasons, beforeReasons, doubtOf } from './escalation-reasons.ts'
import { estimateCost } from './estimate-cost.ts'

/** What a suggestion is made from. The assistant has all of it. */
type Parts = {
  readonly session: HomeSession
  readonly providers: Pick<Providers, 'list'>
  readonly knowledge: Knowledge
  readonly detection: () => Promise<Detection>
  readonly matters: OpenMatters
  readonly now: () => Date
}

/**
 * Whether a second opinion is suggested for an answer, with reasons and what it would cost; kept with the answer. Nothing leaves, and
 * nothing is prepared. Null for what no model answered.
 */
export async function adviseOpinion(
  answer: Answer,
  matter: OpenMatter,
  parts: Parts,
  signal: AbortSignal,
): Promise<Routing | null> {
  if (!answer.model || answer.state === 'extractive' || answer.state === 'stopped') return null
  const settings = readSettings(parts.session.store().app.settings)
  const reasons = await reasonsFor(answer, matter, settings, parts.knowledge)
  const [provider] = parts.providers.list()
  const withheld = reasons.length === 0 ? null : whyWithheld(settings, isSendingAllowed(matter), provider !== undefined)
  const isSuggested = reasons.length > 0 && withheld === null
  const { detection, knowledge, matters, now } = parts
  const cost =
    isSuggested && provider
      ? // A cost that cannot be told is not known; the reasons stand without it.
        await estimateCost(answer, matter, { provider, detection, knowledge, matters: matters.all() }, signal).catch(
          () => {
            signal.throwIfAborted()
            return null
          },
        )
      : null
  const { state, signals, confidence } = answer
  const routing: Routing = {
    answerId: answer.answerId,
    at: now().toISOString(),
    suggested: isSuggested,
    withheld,
    reasons: [...reasons],
    doubt: doubtOf({ state, signals, score: confidence?.score ?? null }),
    cost,
    outcome: 'none',
    decidedAt: null,
  }
  saveRouting(matter, routing)
  return routing
}

async function reasonsFor(
  answer: Answer,
  matter: OpenMatter,
  { secondOpinions, redFlagWords, redFlagsOff }: Settings,
  knowledge: Knowledge,
): Promise<readonly RoutingReason[]> {
  const { question, signals } = answer
  const scope = cardScope(matter.store.settings)
  const law = jurisdictionOf(matter.store.settings)
  const reasons = [
    ...beforeReasons({
      question,
      redFlags: { redFlagWords, redFlagsOff },
      domains: scope.domains,
      jurisdictions: law === null ? (scope.jurisdictions ?? []) : [law],
      covered: await coveredBy(matter, knowledge),
      pastMistake: signals?.pastMistake ?? null,
    }),
    ...afterReasons(answer),
  ]
  if (reasons.length > 0 || secondOpinions !== 'always') return reasons
  return [{ code: 'policy', text: message('secondLook.reasons.policy') }]
}

/** The jurisdictions that the matter's packs, or single rules of them, are made for. */
async function coveredBy(matter: OpenMatter, { shelf, view }: Knowledge): Promise<readonly string[]> {
  const inUse = packsOf(matter.store.settings)
  if (inUse.length === 0) return []
  const { packs, rules } = await view(await shelf.together(inUse))
  return [...packs, ...rules].flatMap(({ jurisdiction }) => jurisdiction ?? [])
}

function whyWithheld({ secondOpinions, network }: Settings, isAllowed: boolean, hasProvider: boolean): Withheld | null {
  if (secondOpinions === 'never') return 'policy'
  if (!isAllowed) return 'forbidden'
  if (!hasProvider) return 'no-provider'
  return network ? null : 'network-off'
}

type Place = Pick<OpenMatter, 'store'>

/** Keeps it with its answer. The ledger gets what was suggested: codes, no words. */
function saveRouting({ store }: Place, routing: Routing): void {
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
