import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { errors } from '../errors.ts'
import { messageSchema } from '../message.ts'

const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })
const offset = z.number().int().min(0)

/** Where something stands in the local text of a segment, and where in its outgoing text. UTF-16 offsets, ends exclusive. */
const Place = z.object({ start: offset, end: offset, outStart: offset, outEnd: offset })

/** What an identifier is of, in the words of the detector: `person`, `health-plan`. */
export const IdentifierType = z.string().min(1).max(40)
/** Which rule found it. */
export const Layer = z.string()

/** Words that leave as something else. */
export const Replacement = Place.extend({
  type: IdentifierType,
  by: Layer,
  /** As it leaves, with its brackets: `[PERSON-2, f]`. */
  pseudonym: z.string(),
  term: z.string(),
})
export type Replacement = z.infer<typeof Replacement>

/** Words in the place of others that name the other sex or another origin. */
const Swap = Place.extend({ kind: z.enum(['sex', 'origin']), term: z.string(), written: z.string() })

export const Segment = z.object({
  /** `question`, `candidates`, `option A`, `analysis`, or the mark of a source: S1, R1. */
  source: z.string(),
  /** For the reader of the screen only; it never leaves. Empty for the question and the analysis. */
  where: z.string(),
  byOcr: z.boolean(),
  documentId: z.string().nullable(),
  local: z.string(),
  outgoing: z.string(),
  replacements: z.array(Replacement),
  /** Legal authorities, which stay readable. */
  kept: z.array(Place),
  flags: z.array(Place.extend({ flag: z.number().int() })),
  swaps: z.array(Swap).optional(),
})
export type Segment = z.infer<typeof Segment>

/** What a flagged word seems to be, what is likeliest to identify first. */
export const FlagKind = z.enum(['name', 'occupation', 'number', 'day', 'short-form', 'unknown-word', 'capital', 'unit'])
export type FlagKind = z.infer<typeof FlagKind>

/** Words that are neither replaced nor known to be harmless: a person decides about each once, or about all of a kind. */
export const Flag = z.object({
  flag: z.number().int(),
  term: z.string(),
  count: z.number().int(),
  /** Packets of older versions do not say. */
  kind: FlagKind.default('name'),
  suggestedType: IdentifierType,
  suggestedPseudonym: z.string(),
  decision: z.enum(['open', 'mask', 'keep']),
  /** Kept by a decision for the whole matter. */
  isRemembered: z.boolean().default(false),
})
export type Flag = z.infer<typeof Flag>

export const Unmasking = z.object({ term: z.string(), reason: z.string(), at: z.string(), by: z.string() })
export type Unmasking = z.infer<typeof Unmasking>

/**
 * How dates leave. `day`: as the number of the day counted from the earliest date of the packet, with the weekday. `shifted`: all
 * dates of the matter moved by the same secret number of weeks. `exact`: as they are.
 */
export const DateMode = z.enum(['day', 'shifted', 'exact'])
export type DateMode = z.infer<typeof DateMode>

/** `waiting`: it was to be sent while the network was off. `may-have-been-sent`: it was on its way, and nothing came back. */
export const PacketState = z.enum([
  'draft',
  'waiting',
  'sending',
  'sent',
  'failed',
  'refused',
  'abandoned',
  'may-have-been-sent',
])
export type PacketState = z.infer<typeof PacketState>

/** `counterfactual`: the blind packet once more, with sex and origin swapped, to see whether the answer is another. */
export const OpinionKind = z.enum(['blind', 'informed', 'counterfactual'])
export type OpinionKind = z.infer<typeof OpinionKind>

export const Consent = z.object({ by: z.string(), at: z.string() })

/** A packet without its texts. */
export const PacketRow = z.object({
  packetId: z.string(),
  consultation: z.string(),
  kind: OpinionKind,
  question: z.string(),
  /** The answer of this computer that is asked about. */
  answerId: z.string().nullable(),
  provider: z.string(),
  model: z.string(),
  address: z.string(),
  state: PacketState,
  createdAt: z.string(),
  dates: DateMode,
  characters: z.number().int(),
  hash: z.string(),
  /** How many distinct terms of each type are replaced. */
  masked: z.record(z.string(), z.number().int()),
  openFlags: z.number().int(),
  consent: Consent.nullable(),
  /** Whether the other side has it or may have it: then it stays as it is recorded, and a change makes another packet. */
  mayHaveArrived: z.boolean(),
  /** Why it was refused, failed or waits. */
  why: messageSchema.nullable(),
  ledgerEntries: z.array(z.number().int()),
})
export type PacketRow = z.infer<typeof PacketRow>

/** What is to leave, to its last byte, beside what it was made from. */
export const Packet = PacketRow.extend({
  segments: z.array(Segment),
  flags: z.array(Flag),
  unmaskings: z.array(Unmasking),
  /** Sources that could be sent with the question. */
  candidates: z.array(
    z.object({ source: z.string(), where: z.string(), documentId: z.string().nullable(), chosen: z.boolean() }),
  ),
  instructions: z.string(),
  /** The whole message as a person reads it. */
  text: z.string(),
  /** The body of the HTTP request, in which `text` stands. */
  body: z.string(),
  /** What can identify somebody without a name, where the packet has it. */
  cautions: z.array(messageSchema),
  /** What a bias check swaps; absent in all other packets. */
  swapped: z.object({ sex: z.boolean(), origin: z.boolean(), notes: z.array(messageSchema) }).optional(),
  terms: z.array(z.object({ term: z.string(), pseudonym: z.string(), type: IdentifierType, by: Layer })),
})
export type Packet = z.infer<typeof Packet>

/** How a local answer is taken apart for the informed opinion, then the packet. A blind one comes at once. */
export const PreparingEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('analysis-begin'), items: z.number().int() }),
  z.object({ type: z.literal('analysis-item'), index: z.number().int(), text: z.string() }),
  z.object({ type: z.literal('packet'), packet: Packet }),
])
export type PreparingEvent = z.infer<typeof PreparingEvent>

/** The local model reads a text again, piece by piece; then the packet with what it named replaced too. */
export const LookingEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('looking-begin'), items: z.number().int() }),
  /** `found`: of all pieces so far. */
  z.object({ type: z.literal('looking-item'), index: z.number().int(), found: z.number().int() }),
  z.object({ type: z.literal('packet'), packet: Packet }),
])
export type LookingEvent = z.infer<typeof LookingEvent>

const NamedEvent = z.discriminatedUnion('type', [
  LookingEvent.options[0],
  LookingEvent.options[1],
  z.object({ type: z.literal('named'), terms: z.array(z.object({ term: z.string(), type: IdentifierType })) }),
])

const Term = z.string().trim().min(1).max(400)
const Question = z.string().trim().min(1).max(4000)

export const PacketChange = z.union([
  /** `remember`: a masked term joins the matter's own list, a kept one is asked about no more in the matter. */
  z.object({
    decide: z.object({
      flag: z.number().int(),
      decision: z.enum(['mask', 'keep']),
      type: IdentifierType.optional(),
      remember: z.boolean().default(false),
    }),
  }),
  /** All words of a kind that are still open, in the same way. */
  z.object({
    decideGroup: z.object({ kind: FlagKind, decision: z.enum(['mask', 'keep']), remember: z.boolean().default(false) }),
  }),
  /** Takes back that a word is kept, in this packet and in the matter. */
  z.object({ askAgain: z.object({ flag: z.number().int() }) }),
  z.object({ mask: z.object({ term: Term, type: IdentifierType, remember: z.boolean().default(false) }) }),
  /** For this packet; recorded with its reason. */
  z.object({ unmask: z.object({ term: Term, reason: z.string().trim().min(1).max(400) }) }),
  z.object({ dates: DateMode }),
  /** The marks of the candidates that are to be sent. */
  z.object({ sources: z.array(z.string()).max(40) }),
  z.object({ question: Question }),
  z.object({ provider: z.string().min(1).max(120) }),
])
export type PacketChange = z.infer<typeof PacketChange>

export const PrepareInput = inMatter.extend({
  question: Question,
  /** The local answer on whose sources it rests; null: the question is searched for. */
  answerId: z.string().nullable().default(null),
  kind: OpinionKind.default('blind'),
  /** The consultation that it goes on with; `informed` and `counterfactual` need one. */
  consultation: z.string().nullable().default(null),
  provider: z.string().min(1).max(120),
  /** Null: all of the answer, or those found for the question. */
  sources: z.array(z.string()).max(40).nullable().default(null),
  dates: DateMode.default('day'),
  /** Whether a ranked list of candidates is asked for; null: as the words of the question say. */
  differential: z.boolean().nullable().default(null),
})
export type PrepareInput = z.input<typeof PrepareInput>

/** A line of what must never leave this matter. `from`: who says so. */
export const KnownTerm = z.object({
  term: z.string(),
  type: IdentifierType,
  from: z.enum(['user', 'matter', 'facts', 'documents']),
})
export type KnownTerm = z.infer<typeof KnownTerm>

/**
 * A word that is asked about no more in its matter; what is found to be a name or a number is replaced all the same.
 * `kind`: what it seemed to be when it was kept; one kept before that was recorded is asked about again.
 */
export const KeptWord = z.object({ word: z.string(), kind: FlagKind.default('unit'), by: z.string(), at: z.string() })
export type KeptWord = z.infer<typeof KeptWord>

const ofPacket = inMatter.extend({ packetId: z.string() })

/** What is prepared to leave. Only a packet that was shown leaves, by the consent to its hash (`opinion.send`). */
export const packetProcedures = {
  /** Sends nothing and connects to nothing. */
  prepare: base.input(PrepareInput).output(eventIterator(PreparingEvent)),
  get: base.input(ofPacket).output(Packet),
  /** Newest first. */
  list: base.input(inMatter).output(z.array(PacketRow)),
  /**
   * Any byte that changes makes another hash. Of a packet that may have arrived another one is made, with an id of its own. One that
   * was sent or abandoned cannot be changed (WRONG_USE).
   */
  change: base.input(ofPacket.extend({ change: PacketChange })).output(Packet),
  /** Adds what the local model names, and removes nothing; changes as `change` does. Throws `NO_MODEL`. */
  lookAgain: base.input(ofPacket).output(eventIterator(LookingEvent)),
  /** Not one that was sent or may have arrived (WRONG_USE). */
  abandon: base.input(ofPacket).output(z.void()),
  /** Whether anything of this matter may be sent at all. */
  sending: base.input(inMatter).output(z.object({ allowed: z.boolean() })),
  allowSending: base.input(inMatter.extend({ allowed: z.boolean() })).output(z.void()),
}

export const termProcedures = {
  list: base.input(inMatter).output(z.array(KnownTerm)),
  /** What the local model takes for identifying in a text; nothing is kept. Throws `NO_MODEL`. */
  findByModel: base.input(z.object({ text: z.string() })).output(eventIterator(NamedEvent)),
  add: base.input(inMatter.extend({ term: Term, type: IdentifierType })).output(z.void()),
  /** Only what the user added; the rest follows the matter. */
  remove: base.input(inMatter.extend({ term: Term })).output(z.void()),
  /** What is asked about no more in this matter, in the order of the words. */
  kept: base.input(inMatter).output(z.array(KeptWord)),
  keep: base.input(inMatter.extend({ words: z.array(Term).min(1).max(500) })).output(z.void()),
  /** Throws `NOT_FOUND`. */
  askAgain: base.input(inMatter.extend({ word: Term })).output(z.void()),
}
