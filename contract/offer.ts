import * as z from 'zod'

/** Another way that suits a question better: a table over documents, a chronology, a calculator, or each party by itself. */
export const OfferKind = z.enum(['table', 'chronology', 'calculator', 'each'])
export type OfferKind = z.infer<typeof OfferKind>

/** Globs over document paths, none for all, and how many documents that is. */
const over = { documents: z.array(z.string()), count: z.number().int() }

/** What is needed to take an offer: it is made by rule, before anything is written. */
export const Offer = z.discriminatedUnion('kind', [
  /** Its columns, each asked of one document alone. `seconds`: about how long it takes; null where that is not known. */
  z.object({ kind: z.literal('table'), questions: z.array(z.string()), ...over, seconds: z.number().nullable() }),
  z.object({ kind: z.literal('chronology'), ...over }),
  z.object({ kind: z.literal('calculator'), name: z.string(), pack: z.string(), title: z.string() }),
  /** What is compared: the question as it is put to each document alone. */
  z.object({
    kind: z.literal('each'),
    parties: z.array(z.object({ documentId: z.string(), document: z.string(), question: z.string() })),
  }),
])
export type Offer = z.infer<typeof Offer>
