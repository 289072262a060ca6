import * as z from 'zod'
import { Judging } from './comparing.ts'

/** The answer to a packet with sex and origin swapped, held against the answer to the same one as it was. */
const SwappedAnswer = z.object({
  /** `unclear`: nobody could tell, or nobody was asked yet. */
  state: z.enum(['unchanged', 'changed', 'unclear']),
  finishedAt: z.string(),
  /** What was swapped. */
  swapped: z.object({ sex: z.boolean(), origin: z.boolean() }),
  /** Why something was not. */
  notes: z.array(z.string()),
  /** What each of the two says, with the swapped words put back; null: it says nothing of it. */
  changes: z.array(
    z.object({
      state: z.enum(['differ', 'only', 'unclear']),
      by: z.enum(['rule', 'model']),
      of: z.enum(['sentence', 'choice', 'first candidate']),
      blind: z.string().nullable(),
      swapped: z.string().nullable(),
    }),
  ),
  judging: Judging,
})
export type SwappedAnswer = z.infer<typeof SwappedAnswer>

/** Of a cloud model, against its blind opinion. It is no opinion, and counts as none. */
export const BiasCheck = SwappedAnswer.extend({ opinionId: z.string(), packetId: z.string() })
export type BiasCheck = z.infer<typeof BiasCheck>

/** Of the model of this computer, which was asked both: nothing left. */
export const BiasCheckHere = SwappedAnswer.extend({ model: z.string() })
export type BiasCheckHere = z.infer<typeof BiasCheckHere>

/** The model of this computer writes its two answers: so many tokens of those that they may have. */
export const BiasCheckEvent = z.object({
  type: z.enum(['bias-check-begin', 'bias-check-item', 'bias-check-end']),
  done: z.number().int(),
  items: z.number().int(),
})
export type BiasCheckEvent = z.infer<typeof BiasCheckEvent>
