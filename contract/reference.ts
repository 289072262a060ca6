import * as z from 'zod'
import { DocumentState, ReadFailure } from './document.ts'
import { messageSchema } from './message.ts'

/** Also the name of a folder, so only letters, digits, spaces, dots, dashes and underscores. */
export const ReferenceName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u)

/** How an object store is reached; what is null comes from the usual AWS_* variables or profile. Kept encrypted. */
export const StoreAccess = z.object({
  endpoint: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  region: z.string().max(60).nullable().default(null),
  keyId: z.string().max(200).nullable().default(null),
  secret: z.string().max(400).nullable().default(null),
})
export type StoreAccess = z.infer<typeof StoreAccess>

/** A reference library as it was when it was last opened; listing them connects to nothing. */
export const Reference = z.object({
  reference: z.string(),
  documents: z.number().int(),
  pages: z.number().int(),
  passages: z.number().int(),
  /** A folder, or `s3://bucket/prefix`. */
  address: z.string(),
  /** The host that is connected to when a question is asked; null for a folder. */
  host: z.string().nullable(),
  /** Null before the first build has ended. */
  builtAt: z.string().nullable(),
  embedder: z.string(),
  /** Whether it was built with the embedding model in use; if not, it is searched by words only. */
  fits: z.boolean(),
  /** Built here, into the folder that the home keeps for it. */
  own: z.boolean(),
  /** In which matters it is not searched. */
  switchedOffIn: z.array(z.string()),
})
export type Reference = z.infer<typeof Reference>

export const ReferenceEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reference-progress'),
    document: z.string(),
    documentsDone: z.number().int(),
    documents: z.number().int(),
    secondsLeft: z.number().nullable(),
  }),
  z.object({
    type: z.literal('reference-document'),
    document: z.string(),
    state: DocumentState,
    pages: z.number().int(),
    passages: z.number().int(),
    warnings: z.array(messageSchema),
    error: ReadFailure.nullable(),
  }),
  Reference.extend({
    type: z.literal('reference-end'),
    added: z.number().int(),
    unchanged: z.number().int(),
    removed: z.number().int(),
    failed: z.number().int(),
    seconds: z.number(),
  }),
])
export type ReferenceEvent = z.infer<typeof ReferenceEvent>
