import * as z from 'zod'
import { messageSchema } from './message.ts'
import { messageText } from '../wording/message-text.ts'

/** Where a document stands. The first seven are on the way, the last six are ends (`docs/reading.md`). */
export const DocumentState = z.enum([
  'queued',
  'checking',
  'reading',
  'recognising',
  'splitting',
  'embedding',
  'paused',
  'ready',
  'partial',
  'failed',
  'unchanged',
  'needs-password',
  'unsupported',
])
export type DocumentState = z.infer<typeof DocumentState>

export const PageState = z.enum(['text', 'ocr', 'empty', 'failed'])
export type PageState = z.infer<typeof PageState>

/** Why a document could not be read: what happened and what to do, and whether trying again (with another limit) makes sense. */
export const ReadFailure = z.object({
  code: z.enum([
    'gate',
    'time',
    'memory',
    'damaged',
    'cancelled',
    'crashed',
    'password',
    'unsupported',
    'missing',
    'unreadable',
  ]),
  message: messageSchema,
  retry: z.boolean(),
})
export type ReadFailure = Readonly<z.infer<typeof ReadFailure>>

/**
 * What something noticed while reading is about, for those that act on it; the text is for people.
 *
 * - `garbled-text`: a text layer that cannot be trusted. `low-confidence`: recognised, and hardly legible.
 * - `hidden-text`: text that nobody sees. `hidden-part`: a hidden sheet, row, column or slide, which was read.
 * - `tracked-changes`, `struck-text`: text that somebody has taken back or not yet agreed to.
 * - `not-recognised`: scanned pages or pictures whose text was not looked for. `missing-ocr-language`: without the data of
 *   a language, or of any. `pictures`: text inside pictures of this format is never read.
 * - `damaged`: a part is missing or broken. `not-read`: a part that is whole, and of a kind that is not read.
 * - `left-out`: files inside that were not taken, for a limit or because they could not be unpacked.
 * - `macros`, `signature`, `copying-forbidden`, `form`: what the file carries and nobody ran, checked, obeyed or filled in.
 * - `encoding`: letters that may be wrong. `layout`: text that may stand in the wrong place or twice.
 * - `converted`: another program made of it what was read.
 * - `formula-without-result`: cells whose value nobody has computed. `file-type`: the name says another kind of file.
 */
export const NoticeKind = z.enum([
  'garbled-text',
  'low-confidence',
  'hidden-text',
  'hidden-part',
  'tracked-changes',
  'struck-text',
  'not-recognised',
  'missing-ocr-language',
  'pictures',
  'damaged',
  'not-read',
  'left-out',
  'macros',
  'signature',
  'copying-forbidden',
  'form',
  'encoding',
  'layout',
  'formula-without-result',
  'file-type',
  'converted',
  'other',
])

export type NoticeKind = z.infer<typeof NoticeKind>

/** What the user must know of how a document was read. */
export const Notice = z.object({ kind: NoticeKind, text: messageSchema })
export type Notice = Readonly<z.infer<typeof Notice>>

/** pages = pagesWithText + pagesByOcr + pagesEmpty + pagesFailed once a document has ended. A format without pages counts as one. */
export const Coverage = z.object({
  pages: z.number().int(),
  pagesDone: z.number().int(),
  pagesWithText: z.number().int(),
  pagesByOcr: z.number().int(),
  pagesEmpty: z.number().int(),
  pagesFailed: z.number().int(),
})
export type Coverage = z.infer<typeof Coverage>

/** Languages whose data for text recognition comes with the application, by Tesseract's names. */
export const OcrLanguage = z.enum(['eng', 'deu', 'fra', 'spa', 'ita', 'por', 'nld', 'pol'])
export type OcrLanguage = z.infer<typeof OcrLanguage>

/** `auto`: pages without text are recognised; `always`: every page is, beside its text layer. */
export const OcrMode = z.enum(['auto', 'never', 'always'])

/**
 * How the files of a matter are read: its scanned pages (no language: it is found by looking), and whether LibreOffice may
 * convert what is not read here.
 */
export const ReadingOptions = z.object({
  ocr: OcrMode,
  languages: z.array(OcrLanguage).readonly(),
  libreOffice: z.boolean(),
})
export type ReadingOptions = z.infer<typeof ReadingOptions>

/** LibreOffice as far as it is on this computer. */
export const LibreOfficeState = z.object({
  /** Null: it was not found. */
  file: z.string().nullable(),
  /** "7.4.7.2"; null where it does not start. */
  version: z.string().nullable(),
  /** Where its working copies lie while it converts. */
  workingCopies: z.enum(['memory', 'disk']),
  /** `cut`: the system keeps it from any network; `told`: only its settings do. */
  network: z.enum(['cut', 'told']),
})
export type LibreOfficeState = z.infer<typeof LibreOfficeState>

/** What a document showed before its file was replaced: its reading, the size of its file, and until when it was shown. */
export const PreviousVersion = z.object({ textVersion: z.number().int(), bytes: z.number(), replacedAt: z.string() })
export type PreviousVersion = z.infer<typeof PreviousVersion>

export const DocumentRow = Coverage.extend({
  documentId: z.string(),
  /** Path relative to the folder that was added; `LABEL/path` where two added folders would collide. */
  document: z.string(),
  state: DocumentState,
  characters: z.number().int(),
  passages: z.number().int(),
  /** Passages that already have a vector of the present embedder. */
  passagesEmbedded: z.number().int(),
  bytes: z.number().int(),
  mediaType: z.string(),
  sha256: z.string(),
  addedAt: z.string(),
  error: ReadFailure.nullable(),
  notices: z.array(Notice).readonly().default([]),
  /** The document that it lies in (a message, an archive), by its id. */
  parent: z.string().nullable().default(null),
  /** Path of a document that was there before with the same bytes. */
  sameAs: z.string().nullable().default(null),
  /** The user takes it as it is, whatever is missing; until its state or its content changes. */
  accepted: z.boolean().default(false),
  /** The version before the present one, which is kept for comparing; null where there is none. */
  previous: PreviousVersion.nullable().default(null),
})
export type DocumentRow = z.infer<typeof DocumentRow>

export const PageRow = z.object({
  page: z.number().int().nullable(),
  label: z.string().nullable(),
  state: PageState,
  /** Why it has no text, or where its text is from. */
  reason: messageSchema.nullable(),
  characters: z.number().int(),
})
export type PageRow = z.infer<typeof PageRow>

export const DocumentDetail = DocumentRow.extend({
  pageRows: z.array(PageRow),
  reader: z.string(),
  /** Its pages that are read by OCR instead of by their own text because a person asked for it, from 1. */
  ocrPages: z.array(z.number().int()).readonly().default([]),
  /** The reading that is searched and shown now; null before the first one is complete. */
  textVersion: z.number().int().nullable(),
})
export type DocumentDetail = z.infer<typeof DocumentDetail>

/**
 * A part of a page, `start` to `end` in the page's own text. In a `table` rows end with a line feed, cells are parted by a
 * tab, and the first `level` rows are its head; `firstCell` ("B4") says where in its sheet it begins.
 */
export const TextBlock = z.object({
  start: z.number().int(),
  end: z.number().int(),
  /** As the readers name it: `heading`, `paragraph`, `list-item`, `table`, `code`, `header`, `footer`, `note`, `quoted`, `other`. */
  kind: z.string(),
  /** Heading: 1 to 6. List item: its depth from 1. Table: rows of its head. */
  level: z.number().int(),
  firstCell: z.string().optional(),
})
export type TextBlock = z.infer<typeof TextBlock>

/** A cross-reference: `start` to `end` in the page's own text, `target` an offset of the document's text. */
export const TextLink = z.object({ start: z.number().int(), end: z.number().int(), target: z.number().int() })
export type TextLink = z.infer<typeof TextLink>

/** Everything that was read and not read in a matter: each page in one of the counts, and what one should know of it. */
export const CoverageReport = Coverage.extend({
  documents: z.number().int(),
  /** How many documents are in each state. */
  states: z.partialRecord(DocumentState, z.number().int()),
  /** Pages of ended documents that no count holds: 0, or something is wrong. */
  pagesUnaccounted: z.number().int(),
  rows: z.array(
    DocumentRow.pick({
      documentId: true,
      document: true,
      state: true,
      error: true,
      notices: true,
      accepted: true,
    }).extend({
      ...Coverage.shape,
      /** Pages that are empty or failed, with the reason. */
      withoutText: z.array(PageRow.pick({ page: true, label: true, state: true, reason: true })),
    }),
  ),
})
export type CoverageReport = z.infer<typeof CoverageReport>

/** One page (or the whole, for a format without pages) with where it starts in the document's text. */
export const PageText = z.object({
  page: z.number().int().nullable(),
  label: z.string().nullable(),
  start: z.number().int(),
  text: z.string(),
  blocks: z.array(TextBlock).readonly(),
  links: z.array(TextLink).readonly().default([]),
})
export type PageText = z.infer<typeof PageText>

/** A rectangle in PDF points from the top left of the page as it is shown. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof Box>

/** Where a span lies on its page. */
export const PageBoxes = z.object({
  page: z.number().int(),
  width: z.number(),
  height: z.number(),
  boxes: z.array(Box),
})
export type PageBoxes = z.infer<typeof PageBoxes>

/** A word on its page: `start` to `end` in the document's text; its box as in `PageBoxes`. */
export const PageWord = Box.extend({
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  /** How sure OCR is of its letters, 0 to 100; null where they come from the file, or it is not known. */
  confidence: z.number().nullable(),
})
export type PageWord = z.infer<typeof PageWord>

/** A cross-reference on a drawn page: where its words stand, and the offset and page of what it names. */
export const PageLink = z.object({
  text: z.string(),
  boxes: z.array(Box).readonly(),
  target: z.number().int(),
  page: z.number().int().nullable(),
})
export type PageLink = z.infer<typeof PageLink>

/** The words of a page in the order of the text, and its links; none, and no size, for a page without geometry. */
export const PageWords = z.object({
  width: z.number(),
  height: z.number(),
  words: z.array(PageWord),
  links: z.array(PageLink).readonly().default([]),
})
export type PageWords = z.infer<typeof PageWords>

const DocumentEnd = Coverage.omit({ pagesDone: true }).extend({
  type: z.literal('document-end'),
  path: z.string(),
  document: z.string(),
  state: DocumentState,
  characters: z.number().int(),
  passages: z.number().int(),
  error: ReadFailure.nullable(),
  notices: z.array(Notice).readonly().default([]),
})

export const AddEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('document-start'), path: z.string() }),
  z.object({
    type: z.literal('progress'),
    path: z.string(),
    state: DocumentState,
    pagesDone: z.number().int(),
    pages: z.number().int(),
    documentsDone: z.number().int(),
    documents: z.number().int(),
    secondsLeft: z.number().nullable(),
  }),
  DocumentEnd,
  /** A file of an added folder that the user once removed, or replaced by another, and that has not changed since. */
  z.object({ type: z.literal('left-out'), path: z.string(), reason: z.enum(['removed', 'replaced']) }),
  z.object({
    type: z.literal('add-end'),
    documents: z.number().int(),
    ready: z.number().int(),
    partial: z.number().int(),
    failed: z.number().int(),
    paused: z.number().int(),
    unchanged: z.number().int(),
    needsPassword: z.number().int(),
    unsupported: z.number().int(),
    leftOut: z.number().int().default(0),
    pages: z.number().int(),
    seconds: z.number(),
  }),
])
export type AddEvent = z.infer<typeof AddEvent>

export const SearchHit = z.object({
  rank: z.number().int(),
  score: z.number(),
  document: z.string(),
  documentId: z.string(),
  /** The reference library that it comes from; null: the matter. */
  reference: z.string().nullable().default(null),
  page: z.number().int().nullable(),
  start: z.number().int(),
  end: z.number().int(),
  section: z.string(),
  text: z.string(),
  /** Other documents with nearly the same passage, which was left out for this one. */
  alsoIn: z.array(z.string()).readonly().default([]),
})
export type SearchHit = z.infer<typeof SearchHit>

/** What could not be looked through, and why: a document by its name, a reference library, the rules. */
export const NotRead = z.object({ document: messageSchema, reason: messageSchema })
export type NotRead = z.infer<typeof NotRead>

/** Both in words. */
export function notReadWords({ document, reason }: NotRead): { readonly document: string; readonly reason: string } {
  return { document: messageText(document), reason: messageText(reason) }
}

export const SearchResult = z.object({
  question: z.string(),
  ms: z.number(),
  /** False while no embedder is installed or its vectors are not all there yet. */
  vectors: z.boolean(),
  /** Reference libraries that could not be searched, and why. */
  notSearched: z.array(NotRead).default([]),
  hits: z.array(SearchHit),
})
export type SearchResult = z.infer<typeof SearchResult>

/** Work on the documents of one matter, as the user sees it. */
export const Job = z.object({
  job: z.string(),
  document: z.string(),
  documentId: z.string(),
  state: z.enum(['queued', 'running', 'paused', 'cancelled', 'done', 'failed']),
  stage: DocumentState,
  pagesDone: z.number().int(),
  pages: z.number().int(),
  attempts: z.number().int(),
  error: ReadFailure.nullable(),
})
export type Job = z.infer<typeof Job>

/** The reading queue as a whole. `secondsLeft` is null until a speed has been measured. */
export const ReadingProgress = z.object({
  matter: z.string(),
  running: z.boolean(),
  paused: z.boolean(),
  documentsDone: z.number().int(),
  documents: z.number().int(),
  current: z.string().nullable(),
  stage: DocumentState.nullable(),
  /** The page that is being read, which need not be the one after `pagesDone`; null while none is. */
  page: z.number().int().nullable(),
  pagesDone: z.number().int(),
  pages: z.number().int(),
  secondsLeft: z.number().nullable(),
})
export type ReadingProgress = z.infer<typeof ReadingProgress>
