import { oc } from '@orpc/contract'
import * as z from 'zod'
import { ExportFormat } from './answers/answer.ts'
import { errors } from './errors.ts'

/** A highlight has at most so many. */
export const QUOTE_CHARACTERS = 4000

/** Words of a document that a person marked, with a note to them. */
export const Highlight = z.object({
  highlightId: z.string(),
  documentId: z.string(),
  document: z.string(),
  /** The marked words as they stood when they were marked. */
  quote: z.string(),
  note: z.string(),
  /** Its passage is read for every question that its words or its note concern. */
  isEvidence: z.boolean(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Where the words stand in the text that the document shows (UTF-16 offsets); null: the text no longer has them. */
  place: z
    .object({
      page: z.number().int().nullable(),
      label: z.string().nullable(),
      section: z.string(),
      start: z.number().int(),
      end: z.number().int(),
    })
    .nullable(),
})
export type Highlight = z.infer<typeof Highlight>

const Note = z.string().trim().max(10_000)
const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })
const one = inMatter.extend({ highlightId: z.string() })

/** Throw NOT_FOUND for a document or a highlight that is not there. */
export const highlightProcedures = {
  /** In the order of the documents and of their text; without a place last. `words`: those whose quote or note has them all. */
  list: base
    .input(
      inMatter.extend({
        document: z.string().nullable().default(null),
        words: z.string().trim().max(400).default(''),
      }),
    )
    .output(z.array(Highlight)),
  /**
   * Marks the words of the text that a document shows from `start` to `end`, those that these cut in two as a whole. Refused
   * (WRONG_USE) where these are no words, more than 4,000 characters, or of another text than `textVersion`.
   */
  add: base
    .input(
      inMatter.extend({
        document: z.string(),
        textVersion: z.number().int(),
        start: z.number().int().min(0),
        end: z.number().int().min(1),
        note: Note.default(''),
        isEvidence: z.boolean().default(false),
      }),
    )
    .output(Highlight),
  /** Marks the first place of these words, on that page where one is given. Refused (WRONG_USE) where they are not found. */
  addWords: base
    .input(
      inMatter.extend({
        document: z.string(),
        words: z.string().trim().min(1).max(QUOTE_CHARACTERS),
        page: z.number().int().min(1).nullable().default(null),
        note: Note.default(''),
        isEvidence: z.boolean().default(false),
      }),
    )
    .output(Highlight),
  change: base.input(one.extend({ note: Note.optional(), isEvidence: z.boolean().optional() })).output(Highlight),
  remove: base.input(one).output(z.void()),
  /** All of a matter, or of a document, each with its document and page. */
  export: base
    .input(inMatter.extend({ document: z.string().nullable().default(null), format: ExportFormat }))
    .output(z.object({ file: z.file() })),
}
