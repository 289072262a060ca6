import type { Answer } from '../../contract/answers/answer.ts'
import { Opinion } from '../../contract/opinions/opinion.ts'
import type { Provider } from '../../contract/opinions/provider.ts'
import type { RoutingCost } from '../../contract/answers/routing.ts'
import { INSTRUCTIONS } from '../../disclosure/packet/cloud-prompt.ts'
import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import { passages } from '../answers/answer-record.ts'
import { matterTerms, toKnownTerms } from '../packets/matter-terms.ts'
import { packetSegments } from '../packets/packet-segments.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from '../rules/knowledge.ts'

export type CostTools = {
  readonly provider: Provider
  readonly detection: () => Promise<Detection>
  readonly knowledge: Knowledge
  /** Whose earlier replies say how long one takes. */
  readonly matters: readonly OpenMatter[]
}

/** What is read of an earlier opinion; what another version kept in another shape is none. */
const Reply = Opinion.pick({ state: true, provider: true, model: true, sentAt: true, finishedAt: true, tokens: true })
type Reply = Pick<Opinion, 'sentAt' | 'finishedAt' | 'tokens'>

/** As models cut plain English. */
const CHARACTERS_A_TOKEN = 4
/** Where no reply has come yet. */
const REPLY_TOKENS = 500

/** Money, time and exposure of a blind packet on this answer, before one is made; an estimate, for the user may leave passages out. */
export async function estimateCost(
  answer: Answer,
  matter: OpenMatter,
  tools: CostTools,
  signal: AbortSignal,
): Promise<RoutingCost> {
  const { provider, matters } = tools
  const replies = matters.flatMap(({ store }) => earlierReplies(store.opinions.list(), provider))
  const exposed = await exposureOf(answer, matter, tools)
  signal.throwIfAborted()
  const seconds = medianOf(replies.map((one) => (Date.parse(one.finishedAt) - Date.parse(one.sentAt)) / 1000))
  const tokens = replies.flatMap((one) => (one.tokens ? [one.tokens.generated] : []))
  return {
    provider: provider.provider,
    model: provider.model,
    money: moneyOf(provider, exposed.characters + INSTRUCTIONS.length, medianOf(tokens) ?? REPLY_TOKENS),
    time: seconds === null ? null : { seconds, replies: replies.length },
    ...exposed,
  }
}

function earlierReplies(stored: readonly object[], { provider, model }: Provider): readonly Reply[] {
  return stored
    .flatMap((row) => Reply.safeParse(row).data ?? [])
    .filter((one) => one.state !== 'failed' && one.provider === provider && one.model === model)
}

function moneyOf({ price }: Provider, characters: number, reply: number): RoutingCost['money'] {
  if (price === null) return null
  const prompt = Math.ceil(characters / CHARACTERS_A_TOKEN)
  const amount = (prompt * price.prompt + reply * price.reply) / 1_000_000
  return { amount, currency: price.currency, prompt, reply }
}

async function exposureOf(answer: Answer, matter: OpenMatter, { detection, knowledge }: CostTools) {
  const sources = passages(answer.sources)
  const texts = packetSegments({ question: answer.question, sources, analysis: null }, matter).map(({ local }) => local)
  const { find, isOrdinaryWord } = await detection()
  const known = toKnownTerms(await matterTerms(matter, knowledge, isOrdinaryWord))
  const terms = texts.flatMap((text) => find(text, known).spans.map(({ start, end }) => text.slice(start, end)))
  return {
    passages: sources.length,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    maskedTerms: new Set(terms.map((term) => term.toLowerCase())).size,
  }
}

/** Null for none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
