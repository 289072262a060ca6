import * as z from 'zod'
import { Claim } from '../answers/answer.ts'
import { messageSchema } from '../message.ts'

/** Something that a pack says is to be considered, weighed by the confirmed facts of a matter. */
export const CandidateRow = z.object({
  candidate: z.string(),
  name: z.string(),
  pack: z.string(),
  /** Whether it is to be considered at all. `no`: nothing recorded says so; only what cannot be missed is then listed, unweighed. */
  applies: z.enum(['yes', 'unknown', 'no']),
  about: z.string().nullable(),
  /** What is known, as a number; and from the least to the greatest that it can be. */
  weight: z.string(),
  low: z.string(),
  high: z.string(),
  cannotMiss: z.boolean(),
  decides: z.array(z.string()),
  findings: z.array(
    z.object({
      say: z.string(),
      /** Whether it holds, by the confirmed facts. */
      status: z.enum(['yes', 'no', 'unknown']),
      side: z.enum(['for', 'against', 'missing', 'none']),
      /** What it adds, or would. */
      weight: z.string(),
      /** Where the weight is from. */
      source: z.string(),
      sentence: z.string(),
      question: z.string().nullable(),
    }),
  ),
})
export type CandidateRow = z.infer<typeof CandidateRow>

/** A reason for or against a candidate. `claim`: checked against its sources as every sentence is; null: a confirmed fact, by the weights of a pack. */
export const Support = z.object({ text: z.string(), claim: Claim.nullable() })
export type Support = z.infer<typeof Support>

/** One candidate of one voice, at its place in that voice's list. */
export const RankedItem = z.object({
  name: z.string(),
  for: z.array(Support),
  against: z.array(Support),
  missing: z.array(z.string()),
  decides: z.array(z.string()),
  cannotMiss: z.boolean(),
})
export type RankedItem = z.infer<typeof RankedItem>

export const Voice = z.enum(['local', 'blind', 'informed'])
export type Voice = z.infer<typeof Voice>

const VoicedSupport = Support.extend({ voice: Voice })

/** A candidate in the list of all voices. */
export const DifferentialItem = z.object({
  name: z.string(),
  /** At which place each voice has it, counted from 1; null: not listed, or no list. */
  local: z.number().int().nullable(),
  blind: z.number().int().nullable(),
  informed: z.number().int().nullable(),
  cannotMiss: z.boolean(),
  for: z.array(VoicedSupport),
  against: z.array(VoicedSupport),
  missing: z.array(z.string()),
  decides: z.array(z.string()),
})
export type DifferentialItem = z.infer<typeof DifferentialItem>

/** How divided those are that were asked, from 0 (all the same) to 1 (each for another). */
export const Contestedness = z.object({
  /** The first choices of the opinions; the shares of the options; the local model asked in several orders. */
  from: z.enum(['opinions', 'options', 'samples']),
  entropy: z.number(),
  ballots: z.number().int(),
  first: z.array(z.object({ name: z.string(), share: z.number() })),
  isContested: z.boolean(),
})
export type Contestedness = z.infer<typeof Contestedness>

/** One list from all voices. It is no verdict. */
export const Differential = z.object({
  items: z.array(DifferentialItem),
  /** Voices that gave a list. */
  voices: z.array(Voice),
  contested: z.array(Contestedness),
  /** What to look for next, the most useful first. */
  checkNext: z.array(z.object({ text: z.string(), of: z.string(), kind: z.enum(['decides', 'missing']) })),
  /** Whether a list was asked for, or made here. */
  isAsked: z.boolean(),
  /** Why the candidates of the packs could not be read; null: they were, or nobody asked for them. */
  why: messageSchema.nullable(),
})
export type Differential = z.infer<typeof Differential>

/** The list of this computer being made; `ranked` is last. */
export const RankingEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ranking-begin'), names: z.array(z.string()) }),
  z.object({ type: z.literal('ranking-item'), index: z.number().int(), item: RankedItem }),
  z.object({ type: z.literal('sample'), index: z.number().int(), first: z.string() }),
  z.object({ type: z.literal('ranked'), items: z.array(RankedItem) }),
])
export type RankingEvent = z.infer<typeof RankingEvent>
