import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { PassageCitation } from '../answers/answer.ts'
import { errors } from '../errors.ts'
import { messageSchema } from '../message.ts'

const base = oc.errors(errors)

/**
 * In order of gravity. `contradicted`: a document says otherwise, or the draft contradicts itself or the calendar; `nowhere`: stands in no
 * document, nor (an authority) in a reference library; `not-checkable`: opinion, argument, or a language that is not checked.
 */
export const DRAFT_VERDICTS = ['contradicted', 'nowhere', 'not-checkable', 'supported', 'close', 'verbatim'] as const
export const DraftVerdict = z.enum(DRAFT_VERDICTS)
export type DraftVerdict = z.infer<typeof DraftVerdict>

/** Says that something is wrong. */
export function isAccusing({ verdict }: { readonly verdict: DraftVerdict }): boolean {
  return verdict === 'contradicted' || verdict === 'nowhere'
}

/** Says that the words, or what they say, are on a page. */
export function isConfirming(verdict: DraftVerdict): verdict is 'supported' | 'close' | 'verbatim' {
  return verdict === 'verbatim' || verdict === 'close' || verdict === 'supported'
}

/** What was looked at: the sentence as a whole, or one thing in it by a check of its own. */
export const CheckedKind = z.enum([
  'sentence',
  'quotation',
  'authority',
  'page',
  'cross-reference',
  'sum',
  'date',
  'weekday',
  'age',
  'party',
  'time-limit',
])

/** Words that a finding rests on: of a document, in one reading of it, or of a reference library, which has none (null). */
export const DraftCitation = PassageCitation.extend({ textVersion: z.number().int().nullable() })

/** A decision of a person on a finding; accepted: it will be mended. */
export const Decision = z.object({
  state: z.enum(['accepted', 'dismissed']),
  /** Why, of a dismissed one; else a note, or empty. */
  note: z.string().max(2000),
  at: z.string(),
  by: z.string(),
})

export const Finding = z.object({
  findingId: z.string(),
  kind: CheckedKind,
  verdict: DraftVerdict,
  /** UTF-16 offsets into the text of the draft. */
  start: z.number().int(),
  end: z.number().int(),
  page: z.number().int().nullable(),
  /** As printed ("7"), or the count of paragraphs where they have no numbers. */
  paragraph: z.string(),
  text: z.string(),
  /** Of `text` the words that are wrong, in offsets of the draft; empty: all of it. */
  words: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  /** What is wrong in one plain sentence; empty where nothing is. */
  said: messageSchema.nullable(),
  /** The words of the page that say otherwise; null where there are none. */
  instead: z.string().nullable(),
  citations: z.array(DraftCitation),
  decision: Decision.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** Neither confirmed nor contradicted, with a page that speaks of the same: a person compares the two. */
export function isToCompare({ verdict, citations }: Pick<Finding, 'verdict' | 'citations'>): boolean {
  return verdict === 'not-checkable' && citations.length > 0
}

const counts = {
  sentences: z.number().int(),
  confirmed: z.number().int(),
  contradicted: z.number().int(),
  nowhere: z.number().int(),
  notCheckable: z.number().int(),
}

export const Draft = z.object({
  draftId: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  addedAt: z.string(),
  /** Null: never checked to the end. */
  checkedAt: z.string().nullable(),
  /** Of its last check, against so many documents and reference libraries. */
  result: z
    .object({
      ...counts,
      documents: z.number().int(),
      references: z.number().int(),
      findings: z.number().int(),
      /** Of these, on how many nothing is decided yet. */
      open: z.number().int(),
    })
    .nullable(),
})
export type Draft = z.infer<typeof Draft>

/** A part of the draft's text, as it is shown: headings and table rows keep their kind. */
export const DraftPage = z.object({
  page: z.number().int().nullable(),
  start: z.number().int(),
  text: z.string(),
  blocks: z.array(
    z.object({ start: z.number().int(), end: z.number().int(), kind: z.string(), level: z.number().int() }),
  ),
})
export type DraftPage = z.infer<typeof DraftPage>

export const CheckEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('check-progress'),
    done: z.number().int(),
    of: z.number().int(),
    secondsLeft: z.number().nullable(),
  }),
  Finding.extend({ type: z.literal('finding') }),
  z.object({
    type: z.literal('check-end'),
    ...counts,
    /** By name the documents that are not read in full: while there are any, nothing is called missing. */
    unread: z.array(z.string()),
    /** Pages of the draft that have no text, such as scanned ones: nothing of them was checked. */
    pagesWithoutText: z.number().int(),
    /** By the caller, or as the draft or a document changed. */
    stopped: z.boolean(),
    seconds: z.number(),
  }),
])
export type CheckEvent = z.infer<typeof CheckEvent>

const inMatter = z.object({ matter: z.string() })
const one = inMatter.extend({ draft: z.string() })

/** Throw NOT_FOUND for a draft or finding that is not there. A draft is never searched and never cited. */
export const draftCheckProcedures = {
  list: base.input(inMatter).output(z.array(Draft)),
  /** Takes a draft in, or its new version under the same name; what is pasted is a `.txt`. Ends when its text is read. */
  add: base.input(inMatter.extend({ name: z.string().min(1).max(400), file: z.file() })).output(Draft),
  remove: base.input(one).output(z.void()),
  pages: base.input(one).output(z.array(DraftPage)),
  /** Findings of earlier runs come at once, in order of place; sentences that have not changed are not checked anew. */
  check: base.input(one.extend({ afresh: z.boolean().default(false) })).output(eventIterator(CheckEvent)),
  /** Null takes a decision back. */
  decide: base
    .input(one.extend({ findingId: z.string(), decision: Decision.pick({ state: true, note: true }).nullable() }))
    .output(Finding),
  /** What was checked, against which documents, what was found and decided. Not encrypted. */
  report: base.input(one.extend({ format: z.enum(['docx', 'pdf']) })).output(z.object({ file: z.file() })),
  /** The draft as a Word file with a comment at each finding that was not dismissed; a DOCX keeps all its other parts byte for byte. */
  commented: base.input(one).output(z.object({ file: z.file() })),
}
