import type { Answer } from '../../contract/answers/answer.ts'
import type { Settings } from '../../contract/application.ts'
import type { Routing, RoutingReason, Withheld } from '../../contract/answers/routing.ts'
import type { Assistant } from '../assistant.ts'
import { cardScope } from '../cards/card-rows.ts'
import { isSendingAllowed } from '../disclosure/sending-ban.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { jurisdictionOf, packsOf } from '../rules/packs/matter-packs.ts'
import { readSettings } from '../home/settings.ts'
import { afterReasons } from './after-reasons.ts'
import { beforeReasons } from './before-reasons.ts'
import { doubtOf } from './doubt-of.ts'
import { estimateCost } from './estimate-cost.ts'
import { saveRouting } from './escalation-record.ts'

type Parts = Pick<Assistant, 'session' | 'providers' | 'knowledge' | 'detection' | 'matters' | 'now'>

/**
 * Whether a second opinion is suggested for an answer, with reasons and what it would cost; kept with the answer. Nothing leaves, and
 * nothing is prepared. Null for what no model answered.
 */
export async function routeAnswer(
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
  return [{ code: 'policy', text: 'you want one offered below every answer' }]
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
