import { oc } from '@orpc/contract'
import * as z from 'zod'
import { WorkField } from '../work-field.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { knownText, t } from '../../wording/translate.ts'
import { Interval, Share } from './confidence.ts'
import { errors } from '../errors.ts'
import { messageSchema } from '../message.ts'

const base = oc.errors(errors)
const ofAnswer = z.object({ matter: z.string(), answerId: z.string() })

/** When a second opinion is suggested: never, below an answer that something speaks against, or below every answer. */
export const SuggestionPolicy = z.enum(['never', 'unsure', 'always'])
export type SuggestionPolicy = z.infer<typeof SuggestionPolicy>

export const RoutingCode = z.enum([
  // Before: what the question and the matter say.
  'red-flag',
  'jurisdiction',
  'past-mistake',
  // After: what the answer says.
  'not-found',
  'low-confidence',
  'no-source',
  'contradicted',
  'not-answered',
  'absent',
  'rule-differs',
  'authority',
  'split-choice',
  // The user wants it offered every time.
  'policy',
])
export type RoutingCode = z.infer<typeof RoutingCode>

/** One reason; its words go on after "A second opinion may help:". */
export const RoutingReason = z.object({ code: RoutingCode, text: messageSchema })
export type RoutingReason = z.infer<typeof RoutingReason>

/** Why nothing is suggested though there is reason to. */
export const Withheld = z.enum(['policy', 'network-off', 'forbidden', 'no-provider'])
export type Withheld = z.infer<typeof Withheld>

/** What asking would cost, estimated before there is a packet. Null: not known. */
export const RoutingCost = z.object({
  provider: z.string(),
  model: z.string(),
  /** For about so many tokens there and back; null where no price was entered with the provider. */
  money: z.object({ amount: z.number(), currency: z.string(), prompt: z.number(), reply: z.number() }).nullable(),
  /** The median of so many earlier replies. */
  time: z.object({ seconds: z.number(), replies: z.number().int() }).nullable(),
  /** What would leave: so many passages and characters, and so many terms replaced in them. */
  passages: z.number().int(),
  characters: z.number().int(),
  maskedTerms: z.number().int(),
})
export type RoutingCost = z.infer<typeof RoutingCost>

/** Whether a second opinion was suggested for an answer, why, and what the user did. */
export const Routing = z.object({
  answerId: z.string(),
  at: z.string(),
  suggested: z.boolean(),
  /** Null where it is suggested, or there is no reason to. */
  withheld: Withheld.nullable(),
  reasons: z.array(RoutingReason),
  /** How much speaks against the answer, 0 to 1; no probability. */
  doubt: z.number(),
  /** Null where nothing is suggested. */
  cost: RoutingCost.nullable(),
  /** `none`: nothing yet. */
  outcome: z.enum(['none', 'asked', 'dismissed']),
  decidedAt: z.string().nullable(),
})
export type Routing = z.infer<typeof Routing>

/** A subject that asks for a second look, whatever the answer. The source treats it as such; the words are ours. Named by `topicWords`. */
export const RedFlagTopic = z.object({
  topic: z.string(),
  domain: WorkField,
  words: z.array(z.string()),
  source: z.string(),
})
export type RedFlagTopic = z.infer<typeof RedFlagTopic>

/** What a topic is called; one of another version by its id. */
export function topicWords({ topic }: Pick<RedFlagTopic, 'topic'>): string {
  return knownText('secondLook.topics', topic) ?? topic.replaceAll('-', ' ')
}

/** Quality where so large a share of the questions is taken elsewhere, those with the most doubt first; and with as many at random. */
export const EscalationPoint = z.object({ asked: z.number(), right: z.number(), random: z.number() })
export type EscalationPoint = z.infer<typeof EscalationPoint>

/** What the router would have been worth on the questions of a run. */
export const EscalationCurve = z.object({
  questions: z.number().int(),
  local: Share,
  /** The second opinion: another run on the same questions (null: by a share). `decided`: where the share is from what the user decided. */
  second: z.object({ run: z.number().int().nullable(), right: z.number(), decided: Share.nullable().default(null) }),
  points: z.array(EscalationPoint),
  /** At 20 % asked: by how much the router is better than chance, with a bootstrap interval over the questions. */
  at: z.number(),
  right: z.number(),
  random: z.number(),
  gain: z.number(),
  gainInterval: Interval,
  /** `not-shown`: the interval holds 0, or there are fewer than 20 questions. */
  finding: z.enum(['better', 'worse', 'not-shown']),
})
export type EscalationCurve = z.infer<typeof EscalationCurve>

export const routingProcedures = {
  /** Null where nothing was recorded. */
  get: base.input(ofAnswer).output(Routing.nullable()),
  /** Oldest first. */
  list: base.input(ofAnswer.omit({ answerId: true })).output(z.array(Routing)),
  /** That the user does not want to ask. Asking is recorded when a packet is sent. */
  dismiss: base.input(ofAnswer).output(Routing.nullable()),
  /** Those that come with the program. */
  topics: base.output(z.array(RedFlagTopic)),
}

/** What asking would cost, in three lines: what would leave, money, time. What is not known is said. */
export function costWords({
  provider,
  passages,
  characters,
  maskedTerms,
  money,
  time,
}: RoutingCost): readonly string[] {
  return [
    t('answers.cost.leaves', { provider, passages, characters, terms: maskedTerms }),
    money ? moneyWords(money) : t('answers.cost.noMoney', { provider }),
    time
      ? t('answers.cost.time', { seconds: Math.max(1, Math.round(time.seconds)), replies: time.replies })
      : t('answers.cost.noTime'),
  ]
}

const SMALLEST_SUM = 0.01

function moneyWords({ amount, currency }: NonNullable<RoutingCost['money']>): string {
  return amount < SMALLEST_SUM
    ? t('answers.cost.lessMoney', { amount: formatNumber(SMALLEST_SUM, 2), currency })
    : t('answers.cost.money', { amount: formatNumber(amount, 2), currency })
}
