import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { PassageCitation, Verdict } from './answer.ts'
import { errors } from '../errors.ts'

const base = oc.errors(errors)

/** Words of a document, with the reading that the offsets are in; `source` is empty where no model named it. */
export const SurveyCitation = PassageCitation.extend({ textVersion: z.number().int() })
export type SurveyCitation = z.infer<typeof SurveyCitation>

/** `passagesRead` of `passages` were looked through so far, by this run and by earlier ones. */
const progress = { passagesRead: z.number().int(), passages: z.number().int() }

const SurveyProgress = z.object({
  type: z.literal('survey-progress'),
  document: z.string(),
  ...progress,
  /** Null as long as it can't be told. */
  secondsLeft: z.number().nullable(),
})

/** Of every end. `stopped`: before its time; what was written is kept, and the same call goes on. */
const end = {
  ...progress,
  documents: z.number().int(),
  /** Documents without a text: not read yet, or not readable. */
  notRead: z.array(z.string()),
  seconds: z.number(),
  stopped: z.boolean(),
}

const documents = z.array(z.string()).max(10_000).default([])
const ModelUsed = z.object({ id: z.string(), sha256: z.string() })
/** A model's id, or null for the chosen one. */
const model = z.string().nullable().default(null)

const inMatter = z.object({ matter: z.string() })

/** Rows are documents (globs; none: all of them), columns questions; each cell is asked of its document alone. */
export const TableInput = inMatter.extend({
  questions: z
    .array(z.object({ id: z.string().min(1).max(200), question: z.string().trim().min(1).max(4000) }))
    .min(1)
    .max(100),
  documents,
  model,
  /** Writes all cells anew, instead of going on. */
  fresh: z.boolean().default(false),
  /** Gives what is there already, and writes nothing. */
  keptOnly: z.boolean().default(false),
})
export type TableInput = z.input<typeof TableInput>
/** With what was left out filled in. */
export type CompleteTableInput = z.output<typeof TableInput>

/**
 * `answered`: confirmed by its document. `uncertain`: not confirmed, or it gives no date or number that was asked for.
 * `not-found`: nothing in the document supports it; `text` is empty.
 */
export const CellState = z.enum(['answered', 'uncertain', 'not-found'])

export const Cell = z.object({
  documentId: z.string(),
  document: z.string(),
  textVersion: z.number().int(),
  id: z.string(),
  question: z.string(),
  state: CellState,
  text: z.string(),
  /** Null where nothing was found. */
  verdict: Verdict.nullable(),
  /** Numbers, dates and names of it that the cited words do not hold. */
  absent: z.array(z.string()),
  /** Of a contradicted one, the words of the page that say otherwise; else null. */
  instead: z.string().nullable().default(null),
  citations: z.array(SurveyCitation),
  /** Written by an earlier run. */
  wasKept: z.boolean(),
})
export type Cell = z.infer<typeof Cell>

export const TableEvent = z.discriminatedUnion('type', [
  SurveyProgress,
  Cell.extend({ type: z.literal('cell') }),
  z.object({
    type: z.literal('table-end'),
    ...end,
    questions: z.number().int(),
    cells: z.number().int(),
    answered: z.number().int(),
    uncertain: z.number().int(),
    notFound: z.number().int(),
    /** Of the cells, those that an earlier run had written. */
    kept: z.number().int(),
    model: ModelUsed,
  }),
])
export type TableEvent = z.infer<typeof TableEvent>

/** A day, a month or a year: `2023-03-04`, `2023-03`, `2023`. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

export const ChronologyInput = inMatter.extend({
  documents,
  /** Both are included, with all of their month or year. */
  from: PartialDate.nullable().default(null),
  to: PartialDate.nullable().default(null),
})
export type ChronologyInput = z.input<typeof ChronologyInput>
/** With what was left out filled in. */
export type CompleteChronologyInput = z.output<typeof ChronologyInput>

/** A date with the sentence that it stands in, word for word as the first citation has it. */
export const ChronologyLine = z.object({
  date: PartialDate,
  text: z.string(),
  /** One for each place that says so, nearly in the same words; never none. */
  citations: z.array(SurveyCitation),
})
export type ChronologyLine = z.infer<typeof ChronologyLine>

/** The lines come sorted, once all documents have been looked through. */
export const ChronologyEvent = z.discriminatedUnion('type', [
  SurveyProgress,
  ChronologyLine.extend({ type: z.literal('event') }),
  z.object({
    type: z.literal('chronology-end'),
    ...end,
    events: z.number().int(),
    /** Days without a year, which have no place: `5 March`. */
    withoutYear: z.number().int(),
    /** Dates that leave open which is the day and which the month, or the century: `03/05/23`. */
    withoutOrder: z.number().int(),
    /** Dates of what was taken for the headers and footers of pages, and left out. */
    inHeaders: z.number().int(),
  }),
])
export type ChronologyEvent = z.infer<typeof ChronologyEvent>

export const SummaryInput = inMatter.extend({
  document: z.string(),
  /** A model's id, `none` for sentences of the document alone, or null for the chosen one. */
  model,
  fresh: z.boolean().default(false),
})
export type SummaryInput = z.input<typeof SummaryInput>
/** With what was left out filled in. */
export type CompleteSummaryInput = z.output<typeof SummaryInput>

/** A sentence on a section: of the model, borne out by what it cites, or (`by` null) of the document itself. */
export const SummaryLine = z.object({
  index: z.number().int(),
  section: z.string(),
  page: z.number().int().nullable(),
  text: z.string(),
  by: z.string().nullable(),
  verdict: Verdict,
  citations: z.array(SurveyCitation),
  wasKept: z.boolean(),
})
export type SummaryLine = z.infer<typeof SummaryLine>

export const SummaryEvent = z.discriminatedUnion('type', [
  SurveyProgress,
  SummaryLine.extend({ type: z.literal('line') }),
  z.object({
    type: z.literal('summary-end'),
    ...end,
    lines: z.number().int(),
    /** Of the lines, the document's own sentences. */
    extracted: z.number().int(),
    /** Pages without a text, which no line can tell of. */
    pagesWithoutText: z.number().int(),
    /** Null: none, the sentences are the document's own. */
    model: ModelUsed.nullable(),
  }),
])
export type SummaryEvent = z.infer<typeof SummaryEvent>

export const SheetFormat = z.enum(['csv', 'md'])
export type SheetFormat = z.infer<typeof SheetFormat>
const format = SheetFormat.default('csv')
const Sheet = z.object({ file: z.file() })

export const surveyProcedures = {
  /** Cells row by row, those of earlier runs with them. Needs a model (NO_MODEL). */
  table: base.input(TableInput).output(eventIterator(TableEvent)),
  /** By code alone; nothing is written by a model. */
  chronology: base.input(ChronologyInput).output(eventIterator(ChronologyEvent)),
  summary: base.input(SummaryInput).output(eventIterator(SummaryEvent)),
  /** The questions of the last table that was begun; empty before. */
  columns: base.input(inMatter).output(z.array(z.string())),
  /** A table as far as it is written, as a file. Not encrypted. */
  tableSheet: base.input(TableInput.extend({ format })).output(Sheet),
  chronologySheet: base.input(ChronologyInput.extend({ format })).output(Sheet),
}
