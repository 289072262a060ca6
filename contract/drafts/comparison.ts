import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { ExportFormat } from '../answers/answer.ts'
import { errors } from '../errors.ts'
import { messageSchema } from '../message.ts'

const base = oc.errors(errors)

/** What a change is about, the weightiest first. A change that fits several belongs to the first of them. */
export const CHANGE_GROUPS = ['numbers', 'obligations', 'parties', 'wording', 'moved', 'layout'] as const
export const ChangeGroup = z.enum(CHANGE_GROUPS)
export type ChangeGroup = z.infer<typeof ChangeGroup>

/** UTF-16 offsets into the text of a document, the form feeds between its pages included. */
const Span = z.object({ start: z.number().int(), end: z.number().int() })

/** A clause, heading, list item or table row of one of the two documents, with the words of it that differ. */
export const ChangeSide = Span.extend({
  text: z.string(),
  /** As it is cited, of what is printed: "12.1", "12.1 (a)", "Schedule 2"; empty where it has none. */
  number: z.string(),
  /** The heading above it; empty where there is none. */
  section: z.string(),
  page: z.number().int().nullable(),
  words: z.array(Span),
})
export type ChangeSide = z.infer<typeof ChangeSide>

/** A mark that the file itself carries for a change. */
export const TrackedMark = z.object({
  by: z.string(),
  /** ISO 8601, as in the file; empty where it does not say. */
  date: z.string(),
})

export const Change = z.object({
  changeId: z.string(),
  kind: z.enum(['changed', 'added', 'removed', 'moved']),
  group: ChangeGroup,
  /** Higher is weightier; changes come in this order, then in that of the text. */
  weight: z.number(),
  /** Null: an addition. */
  before: ChangeSide.nullable(),
  /** Null: a removal. */
  after: ChangeSide.nullable(),
  /** "six months → three months", by code. */
  said: messageSchema,
  /** Of text that moved: its words changed as well, each of which is a change of its own. */
  isReworded: z.boolean(),
  /**
   * `none`: the file marks changes, and this one is not marked. `null`: neither file marks changes, or programs make this one by
   * themselves, such as a new number.
   */
  tracked: z.union([TrackedMark, z.literal('none')]).nullable(),
})
export type Change = z.infer<typeof Change>

/**
 * What a redline could not keep. `look`: the first document is a Word file, and this is a plain one of its text. `numbers`: numbers that
 * programs write by themselves follow the lists of the first document where the second one has others.
 */
export const RedlineLoss = z.enum(['look', 'numbers'])
export type RedlineLoss = z.infer<typeof RedlineLoss>

export const RedlineFormat = z.enum(['docx', 'pdf'])
export type RedlineFormat = z.infer<typeof RedlineFormat>

export const CompareInput = z.object({
  matter: z.string(),
  /** Null: what `after` was before its file was replaced. */
  before: z.string().nullable(),
  after: z.string(),
})
export type CompareInput = z.input<typeof CompareInput>

export const NotCompared = z.enum(['margins', 'notes', 'marks'])
export type NotCompared = z.infer<typeof NotCompared>

export const CompareEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('compare-progress'), done: z.number().int(), of: z.number().int() }),
  Change.extend({ type: z.literal('change') }),
  z.object({
    type: z.literal('compare-end'),
    changes: z.number().int(),
    tracked: z.number().int(),
    notTracked: z.number().int(),
    /** Share of the words that both have, 0 to 1. */
    sameShare: z.number(),
    /** They share so little that they are hardly versions of one document. */
    unrelated: z.boolean(),
    /**
     * What differs and is in no change: headers and footers, notes laid over the pages. `marks`: what the file marks is not known, since it was
     * read by another version of the program.
     */
    notCompared: z.array(NotCompared),
    /** The readings that offsets are in. */
    beforeVersion: z.number().int(),
    afterVersion: z.number().int(),
    /** Comments of the files, which change no text. */
    comments: z.array(TrackedMark.extend({ text: z.string(), about: z.string() })),
  }),
])
export type CompareEvent = z.infer<typeof CompareEvent>
export type CompareEnd = Extract<CompareEvent, { type: 'compare-end' }>

/** All throw NOT_FOUND for a document or a version of it that is not there, and WRONG_USE for one without text. */
export const comparisonProcedures = {
  /** By code alone: no model, nothing is kept. Changes come weightiest first. */
  compare: base.input(CompareInput).output(eventIterator(CompareEvent)),
  /** The list of changes as a file. Not encrypted. */
  report: base.input(CompareInput.extend({ format: ExportFormat })).output(z.object({ file: z.file() })),
  /**
   * The first document with native insertions and deletions that make the second of it; as PDF, marked by colour. Not encrypted. Throws
   * WRONG_USE where no Word file can hold the changes exactly, too.
   */
  redline: base
    .input(CompareInput.extend({ format: RedlineFormat }))
    .output(z.object({ file: z.file(), losses: z.array(RedlineLoss) })),
}
