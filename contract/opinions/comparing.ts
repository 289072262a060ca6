import * as z from 'zod'

/** Who compared: rules alone, or also the local model where rules could not tell. */
export const ComparedBy = z.enum(['rule', 'model'])
export type ComparedBy = z.infer<typeof ComparedBy>

/** How often the model gave the label that the labelled pairs have, of those that rules could not tell. */
const Measured = z.object({ right: z.number().int(), of: z.number().int() })

/** What became of the pairs of sentences that rules could not tell. */
export const Judging = z.object({
  /** Pairs that wait for the model. */
  open: z.number().int(),
  /** Pairs that it judged, also where it could not tell either. */
  judged: z.number().int(),
  model: z.string().nullable(),
  /** Null for a model that was never measured. */
  measured: Measured.nullable(),
})
export type Judging = z.infer<typeof Judging>

/** What became of a blind sentence in the informed opinion, held against what this computer says. */
export const Move = z.enum(['stayed', 'toward', 'away', 'elsewhere'])
export type Move = z.infer<typeof Move>

/** In how many rows with both the informed sentence did what; `unclear` where rules and model cannot tell. */
export const Anchoring = z.object({
  stayed: z.number().int(),
  toward: z.number().int(),
  away: z.number().int(),
  elsewhere: z.number().int(),
  unclear: z.number().int(),
  /** Said by this computer and the informed opinion, and not by the blind one. */
  takenUp: z.number().int(),
})
export type Anchoring = z.infer<typeof Anchoring>

/** The local model compares: so many pairs of all that are known so far. */
export const ComparingEvent = z.object({
  type: z.enum(['comparing-begin', 'comparing-item', 'comparing-end']),
  done: z.number().int(),
  items: z.number().int(),
})
export type ComparingEvent = z.infer<typeof ComparingEvent>
