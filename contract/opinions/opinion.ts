import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { BiasCheck, BiasCheckEvent, BiasCheckHere } from './bias-check.ts'
import { Claim, ExportFormat, Source } from '../answers/answer.ts'
import { Anchoring, ComparedBy, ComparingEvent, Judging, Move } from './comparing.ts'
import { decisionProcedures } from './decision.ts'
import { Differential, RankedItem, RankingEvent } from './differential.ts'
import { errors } from '../errors.ts'
import { OpinionKind, PacketRow } from './packet.ts'
import { messageSchema } from '../message.ts'

const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })

/** What a cloud model answered to one packet, with the names put back on this computer. */
export const Opinion = z.object({
  opinionId: z.string(),
  consultation: z.string(),
  packetId: z.string(),
  kind: OpinionKind,
  question: z.string(),
  provider: z.string(),
  model: z.string(),
  sentAt: z.string(),
  finishedAt: z.string(),
  /** `text`: not of the form that was asked for, so shown as it came. */
  state: z.enum(['answered', 'text', 'failed']),
  claims: z.array(Claim),
  text: z.string(),
  /** As it came, with the pseudonyms. */
  storedText: z.string(),
  /** How many pseudonyms were put back. */
  restored: z.number().int(),
  /** What looks like a pseudonym and is none of this matter. */
  unknownTokens: z.array(z.string()),
  /** Citations that resolve to nothing. */
  struck: z.array(z.string()),
  /** What would decide the question. */
  missing: z.array(z.string()),
  /** Its candidates, likeliest first; empty where it gave no list. */
  ranked: z.array(RankedItem).default([]),
  /** Which of the options it chose, in their own words; null where there were none. */
  choice: z.string().nullable().default(null),
  why: messageSchema.nullable(),
  /** The model reached the limit of its answer, so that the end may be missing. */
  isCut: z.boolean().default(false),
  packetHash: z.string(),
  replyHash: z.string(),
  tokens: z.object({ prompt: z.number().int(), generated: z.number().int() }).nullable(),
  attempts: z.number().int(),
  sources: z.array(Source),
  ledgerEntries: z.array(z.number().int()),
})
export type Opinion = z.infer<typeof Opinion>

/**
 * How the opinions stand to each other and to the local answer: by rule, and by the local model where rules cannot tell and it was asked
 * to. A row is what they speak of together: the index of each one's claim, null where it says nothing of it.
 */
export const Agreement = z.object({
  state: z.enum(['agree', 'differ', 'unknown']),
  claims: z.array(
    z.object({
      /** `only`: one alone speaks of it. `unclear`: nobody could tell, or nobody was asked yet. */
      state: z.enum(['agree', 'differ', 'unclear', 'only']),
      by: ComparedBy,
      move: Move.nullable(),
      /** The second opinion that does not say what this computer says there: the blind one before the informed one. Null: none. */
      against: z.enum(['blind', 'informed']).nullable(),
      local: z.number().int().nullable(),
      blind: z.number().int().nullable(),
      informed: z.number().int().nullable(),
    }),
  ),
  judging: Judging,
  anchoring: Anchoring.nullable(),
})
export type Agreement = z.infer<typeof Agreement>

/** One question of a matter with what was sent and what came back. */
export const Consultation = z.object({
  consultation: z.string(),
  question: z.string(),
  askedAt: z.string(),
  /** The local answer. */
  answerId: z.string().nullable(),
  blind: Opinion.nullable(),
  informed: Opinion.nullable(),
  /** How many opinions on it are kept and can no longer be read: they have come, though none is shown. */
  damagedOpinions: z.number().int(),
  packets: z.array(PacketRow),
  agreement: Agreement.nullable(),
  /** Null where the test packet was not sent. */
  biasCheck: BiasCheck.nullable(),
  /** Null where the model of this computer was not asked. */
  biasCheckHere: BiasCheckHere.nullable(),
})
export type Consultation = z.infer<typeof Consultation>

/** The steps of one sending; `opinion-end` is last. A failure before an answer is thrown. */
export const OpinionEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opinion-start') }),
  z.object({ type: z.literal('waiting-to-retry'), seconds: z.number(), why: messageSchema }),
  z.object({ type: z.literal('opinion-delta'), characters: z.number().int() }),
  Claim.extend({ type: z.literal('claim') }),
  Opinion.extend({ type: z.literal('opinion-end') }),
])
export type OpinionEvent = z.infer<typeof OpinionEvent>

export const opinionProcedures = {
  ...decisionProcedures,
  /**
   * Sends the packet with this hash and no other: the call is the consent. Refused (OFFLINE, NO_CONSENT) with an entry in the
   * ledger when anything speaks against it.
   */
  send: base.input(inMatter.extend({ packetId: z.string(), hash: z.string() })).output(eventIterator(OpinionEvent)),
  list: base.input(inMatter).output(z.array(Consultation)),
  /** `by`: `rule` leaves out what the local model judged. */
  get: base.input(inMatter.extend({ consultation: z.string(), by: ComparedBy.default('model') })).output(Consultation),
  /**
   * The local model judges the pairs of sentences that rules cannot tell. Each judgement is kept, so that a later call goes on from there;
   * `get` has them all. Throws `NO_MODEL`.
   */
  compare: base.input(inMatter.extend({ consultation: z.string() })).output(eventIterator(ComparingEvent)),
  /** The candidates of all voices as one list, and what cannot be missed in any case. */
  differential: base.input(inMatter.extend({ consultation: z.string() })).output(Differential),
  /**
   * Makes the list of this computer for a consultation, candidate by candidate, and keeps it. `samples`: so often, in other orders, the
   * model is asked which comes first. Throws `NO_MODEL` where no pack has candidates and there is no model.
   */
  rank: base
    .input(inMatter.extend({ consultation: z.string(), samples: z.number().int().min(0).max(5).default(0) }))
    .output(eventIterator(RankingEvent)),
  /**
   * Asks the model of this computer the packet of the blind opinion, as it was and with sex and origin swapped, and keeps both answers in
   * the place of earlier ones. Nothing leaves. Throws `NO_MODEL`, and `WRONG_USE` where there is nothing to swap.
   */
  checkBias: base.input(inMatter.extend({ consultation: z.string() })).output(eventIterator(BiasCheckEvent)),
  /** The whole consultation as one document. The ledger keeps that it was made. */
  export: base
    .input(inMatter.extend({ consultation: z.string(), format: ExportFormat }))
    .output(z.object({ file: z.file() })),
  delete: base.input(inMatter.extend({ consultation: z.string() })).output(z.void()),
}
