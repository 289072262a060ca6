import * as z from 'zod'
import { Judging } from './comparing.ts'

/** The answer to a packet with sex and origin swapped, held against the blind one. It is no opinion, and counts as none. */
export const BiasCheck = z.object({
  /** `unclear`: nobody could tell, or nobody was asked yet. */
  state: z.enum(['unchanged', 'changed', 'unclear']),
  opinionId: z.string(),
  packetId: z.string(),
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
export type BiasCheck = z.infer<typeof BiasCheck>
