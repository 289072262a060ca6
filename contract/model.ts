import * as z from 'zod'

/** Whether a model fits this computer; `why` is a sentence for the user. */
export const Fit = z.object({
  verdict: z.enum(['yes', 'slow', 'no']),
  why: z.string(),
  needBytes: z.number(),
})
export type Fit = z.infer<typeof Fit>

/** What a model that writes is fit for, best first. */
export const MODEL_PURPOSES = ['daily', 'try', 'tests'] as const

export const ModelRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['language', 'embedding', 'reranker']),
  bytes: z.number(),
  sha256: z.string(),
  licence: z.string(),
  languages: z.string(),
  installed: z.boolean(),
  inUse: z.boolean(),
  /** Bytes already fetched by an earlier, interrupted download. */
  partialBytes: z.number(),
  fromPackageIndex: z.boolean(),
  address: z.string().nullable(),
  note: z.string(),
  /** The LoRA adapter that it is used with; `sha256` above is then one of both. Absent: none. */
  lora: z.object({ name: z.string(), sha256: z.string(), bytes: z.number(), scale: z.number() }).optional(),
  fit: Fit,
  /** What a model that writes is fit for; null: not known (a file of the user's own), or it writes nothing. */
  purpose: z.enum(MODEL_PURPOSES).nullable(),
})
export type ModelRow = z.infer<typeof ModelRow>

export const Computer = z.object({
  cores: z.number().int(),
  threads: z.number().int(),
  memoryBytes: z.number(),
  freeBytes: z.number(),
  diskFreeBytes: z.number(),
  graphics: z.string().nullable(),
})
export type Computer = z.infer<typeof Computer>

export const ModelProgress = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('model-start'),
    id: z.string(),
    way: z.string(),
    address: z.string(),
    bytes: z.number(),
    resumedAt: z.number(),
  }),
  z.object({
    type: z.literal('model-progress'),
    id: z.string(),
    doneBytes: z.number(),
    bytes: z.number(),
    bytesPerSecond: z.number(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({ type: z.literal('model-end'), id: z.string(), path: z.string(), sha256: z.string() }),
])
export type ModelProgress = z.infer<typeof ModelProgress>
