import { type ContractRouterClient, eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Answer, AnswerEvent, AskInput, DocumentCitation, ExportFormat } from './answers/answer.ts'
import { cardProcedures } from './knowledge/card.ts'
import { AppEvent, Check, LONGEST_PASSPHRASE, Settings, Status } from './application.ts'
import {
  AddEvent,
  CoverageReport,
  DocumentDetail,
  DocumentRow,
  Job,
  OcrMode,
  LibreOfficeState,
  PageBoxes,
  PageText,
  PageWords,
  ReadingOptions,
  SearchResult,
} from './document.ts'
import { errors } from './errors.ts'
import {
  calculatorProcedures,
  factProcedures,
  packProcedures,
  ruleProcedures,
} from './knowledge/knowledge-procedures.ts'
import { evaluationProcedures } from './evaluation/evaluation-procedures.ts'
import { optimisationProcedures } from './evaluation/optimisation.ts'
import { opinionProcedures } from './opinions/opinion.ts'
import { providerProcedures } from './opinions/provider.ts'
import { routingProcedures } from './answers/routing.ts'
import { packetProcedures, termProcedures } from './opinions/packet.ts'
import { comparisonProcedures } from './drafts/comparison.ts'
import { DamagedEntry, DamagedKind, KeyMode, Matter, SampleMatter, WatchedFolder } from './matter.ts'
import { MatterName } from './matter-name.ts'
import { draftCheckProcedures } from './drafts/draft-check.ts'
import { highlightProcedures } from './highlight.ts'
import { LedgerCheck, LedgerEntry } from './ledger.ts'
import { sheetProcedures } from './knowledge/sheet.ts'
import { surveyProcedures } from './answers/survey.ts'
import { Computer, ModelProgress, ModelRow } from './model.ts'
import { updateProcedures } from './update.ts'
import { Reference, ReferenceEvent, ReferenceName, StoreAccess } from './reference.ts'

const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })
const inDocument = inMatter.extend({ document: z.string() })
const inPages = inDocument.extend({ pages: z.array(z.number().int().min(1)).min(1).max(10_000) })
/** A reading that an answer cites, as `Source` names it; null: the present one. */
const inReading = inDocument.extend({ textVersion: z.number().int().nullable().default(null) })
const inFolder = inMatter.extend({ folder: z.string().min(1).max(4096) })
/** Without a matter: the application's own ledger. */
const inLedger = z.object({ matter: z.string().nullable().default(null) })
/** Of reading one document, where the user gives it longer. */
const MINUTES_AT_MOST = 120
const Passphrase = z.string().min(1).max(LONGEST_PASSPHRASE)

/**
 * Everything a user interface may ask of the assistant. Hosts carry it; only `assistant/router/` implements it.
 * `matter` is a matter's name or id, `document` a document's path or id. Streams end, and every call can be aborted.
 */
export const contract = {
  application: {
    status: base.output(Status),
    events: base.output(eventIterator(AppEvent)),
    settings: base.output(Settings),
    changeSettings: base.input(Settings.partial()).output(Settings),
    /** Restarts a child process that stopped for good (`failed`). */
    restart: base.input(z.object({ process: z.enum(['language', 'embedding', 'reader']) })).output(z.void()),
    doctor: base.output(z.array(Check)),
  },
  home: {
    /** First start: makes the home, locked by a passphrase, or (null) by a key file. */
    create: base.input(z.object({ passphrase: Passphrase.nullable() })).output(z.void()),
    unlock: base.input(z.object({ passphrase: Passphrase })).output(z.void()),
    /** Drops all keys from memory. Refused (WRONG_USE) where only a key file locks the home. */
    lock: base.output(z.void()),
    /** Sets or changes the passphrase; `recoveryKey` is a key printed earlier, for a forgotten passphrase. */
    setPassphrase: base
      .input(z.object({ passphrase: Passphrase, recoveryKey: z.string().nullable().default(null) }))
      .output(z.object({ mode: KeyMode })),
    /** Makes a new recovery key and returns it, once; the old one no longer opens the home. */
    recoveryKey: base.output(z.object({ recoveryKey: z.string() })),
    backup: base
      .input(z.object({ folder: z.string(), passphrase: Passphrase }))
      .output(z.object({ files: z.number().int(), bytes: z.number() })),
    /** Only into an empty home. */
    restore: base
      .input(z.object({ folder: z.string(), passphrase: Passphrase }))
      .output(z.object({ files: z.number().int(), bytes: z.number() })),
  },
  matter: {
    list: base.output(z.array(Matter)),
    create: base.input(z.object({ name: MatterName, subtitle: z.string().max(120).default('') })).output(Matter),
    rename: base.input(inMatter.extend({ name: MatterName })).output(Matter),
    archive: base.input(inMatter.extend({ archived: z.boolean() })).output(Matter),
    /** Destroys the matter's key first, then its file. Older backups still hold it. */
    delete: base.input(inMatter).output(z.void()),
    export: base
      .input(inMatter.extend({ file: z.string(), passphrase: Passphrase }))
      .output(z.object({ file: z.string(), bytes: z.number() })),
    import: base.input(z.object({ file: z.string(), passphrase: Passphrase })).output(Matter),
    /** Of these kinds alone, since each costs the reading of all that is kept of it. `matter` null: of the application. */
    damaged: base
      .input(z.object({ matter: z.string().nullable(), kinds: z.array(DamagedKind) }))
      .output(z.array(DamagedEntry)),
    samples: base.output(z.array(SampleMatter)),
    /** Makes the sample matters where they are not there, and queues their documents; what is read already stays as it is. */
    createSamples: base.output(z.array(Matter)),
  },
  library: {
    /** Takes files and folders of this computer in. Ends when all of them are done; what is begun goes on after an abort. */
    addPaths: base
      .input(
        inMatter.extend({
          paths: z.array(z.string()).min(1),
          /** How the scanned pages of these files are read; null: as in the whole matter. */
          ocr: OcrMode.nullable().default(null),
          /** Tried on locked files, now and later. */
          passwords: z.array(z.string().max(1024)).max(20).default([]),
        }),
      )
      .output(eventIterator(AddEvent)),
    /** Takes a file in by its bytes, for a browser, which knows no paths. Chunks of at most 4 MiB, in order; the last one has `last`. */
    addBytes: base
      .input(
        inMatter.extend({
          path: z.string().max(1024),
          upload: z.string(),
          /** How many bytes of the file came before; a piece that does not follow is refused. */
          from: z.number().int().min(0),
          chunk: z.file().max(4 * 2 ** 20),
          last: z.boolean(),
          /** The document that the file becomes the new version of; null: a document of its own. */
          replaces: z.string().nullable().default(null),
        }),
      )
      .output(z.object({ documentId: z.string().nullable() })),
    /** A file of this computer becomes the new version of a document; the old one stays for comparing and for the answers that cite it. */
    replace: base.input(inDocument.extend({ file: z.string().min(1).max(4096) })).output(z.void()),
    /**
     * Takes a document that asks for attention as it is. Pages of a reading that failed are searched from now on, and the
     * document is partial. Refused (WRONG_USE) for one that does not ask.
     */
    accept: base.input(inDocument).output(z.void()),
    documents: base.input(inMatter).output(z.array(DocumentRow)),
    document: base.input(inDocument).output(DocumentDetail),
    /** Accounts for every page of the matter. */
    coverage: base.input(inMatter).output(CoverageReport),
    /** Reads a locked document with this password, which is kept in the matter and tried on its other locked documents too. */
    unlock: base.input(inDocument.extend({ password: z.string().min(1).max(1024) })).output(z.void()),
    /** Reads a document anew with its scanned pages treated in its own way; null: as in the whole matter. */
    recognise: base.input(inDocument.extend({ ocr: OcrMode.nullable() })).output(z.void()),
    /**
     * Reads pages of a PDF (from 1) by text recognition instead of by their own text, now and whenever it is read again; the
     * other pages keep the text that they have. Refused (WRONG_USE) for pages that are not there, and for what is no PDF.
     */
    recognisePages: base.input(inPages).output(z.void()),
    /**
     * Takes such pages back to their own text; the other pages keep the text that they have. Refused (WRONG_USE) for pages
     * that are not read by OCR because it was asked for.
     */
    takeOwnText: base.input(inPages).output(z.void()),
    readingOptions: base.input(inMatter).output(ReadingOptions),
    /** Holds for what is read from now on; LibreOffice, once it may, also gets what was left unread for want of it. */
    changeReadingOptions: base.input(inMatter.extend(ReadingOptions.partial().shape)).output(ReadingOptions),
    libreOffice: base.output(LibreOfficeState),
    text: base.input(inReading).output(z.array(PageText)),
    /** What answers cite of a document, in the order of its text; citations of its earlier versions last. */
    citations: base.input(inDocument).output(z.array(DocumentCitation)),
    /** Where spans of the text lie on the pages; empty for formats without pages. */
    boxes: base
      .input(
        inReading.extend({ spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })).max(200) }),
      )
      .output(z.array(PageBoxes)),
    /** Every word of a page with its place, for selecting and copying on the drawn page. */
    words: base.input(inReading.extend({ page: z.number().int() })).output(PageWords),
    /** A page of an image that browsers do not draw (TIFF), as one that they do. Refused (WRONG_USE) for one that cannot be drawn. */
    pageImage: base.input(inReading.extend({ page: z.number().int().min(1) })).output(z.object({ image: z.file() })),
    /** The password with which a locked document was read, for drawing its pages; null where it took none. */
    password: base.input(inDocument).output(z.object({ password: z.string().nullable() })),
    /** Bytes `from` up to, not including, `to` of the original; for the page viewer's range reads. */
    bytes: base
      .input(inReading.extend({ from: z.number().int().min(0), to: z.number().int() }))
      .output(z.object({ size: z.number(), bytes: z.file() })),
    /**
     * Removes the document with all that was made from it, and counts what is left (0, or it throws). `inside`: how many
     * documents that lay in it (attachments, files of an archive) went with it. `leftOut`: its file is passed over when its
     * folder is added again, until it changes or is added itself.
     */
    remove: base.input(inDocument).output(
      z.object({
        removed: z.string(),
        inside: z.number().int().default(0),
        left: z.number().int(),
        leftOut: z.boolean().default(false),
      }),
    ),
    /**
     * Removes what is kept of a document as it was before its file was replaced. `kept`: its bytes stay, as
     * an answer or a fact cites them or another document has them. Throws NOT_FOUND where nothing was kept.
     */
    removePrevious: base.input(inDocument).output(z.object({ document: z.string(), kept: z.boolean() })),
    search: base
      .input(
        inMatter.extend({
          question: z.string().trim().min(1).max(4000),
          limit: z.number().int().min(1).max(200).default(10),
          documents: z.array(z.string()).default([]),
        }),
      )
      .output(SearchResult),
  },
  highlight: highlightProcedures,
  draft: draftCheckProcedures,
  job: {
    list: base.input(inMatter).output(z.array(Job)),
    pause: base.input(inMatter).output(z.void()),
    resume: base.input(inMatter).output(z.void()),
    /** Without `document`: all that have not begun. */
    cancel: base.input(inMatter.extend({ document: z.string().nullable().default(null) })).output(z.void()),
    /**
     * Without `document`: all that failed and may succeed. `minutes`: how long each may take this time. Of a partial document
     * the pages that failed are read again.
     */
    retry: base
      .input(
        inMatter.extend({
          document: z.string().nullable().default(null),
          minutes: z.number().int().min(1).max(MINUTES_AT_MOST).nullable().default(null),
        }),
      )
      .output(z.void()),
  },
  watch: {
    list: base.input(inMatter).output(z.array(WatchedFolder)),
    /** From now on the matter follows the files of a folder of this computer. */
    add: base.input(inFolder).output(z.void()),
    pause: base.input(inFolder).output(z.void()),
    resume: base.input(inFolder).output(z.void()),
    /** Stops watching; the documents stay. */
    remove: base.input(inFolder).output(z.void()),
    /** Removes the documents whose files are gone, though so many are gone at once that they were kept. */
    accept: base.input(inFolder).output(z.void()),
  },
  answer: {
    ask: base.input(AskInput).output(eventIterator(AnswerEvent)),
    /** Stops the answer that is being written; what was written is kept, with state `stopped`. */
    stop: base.input(z.object({ answerId: z.string() })).output(z.void()),
    list: base.input(inMatter).output(z.array(Answer)),
    get: base.input(inMatter.extend({ answerId: z.string() })).output(Answer),
    /** A question with its follow-ups, oldest first, as a file with its sentences, verdicts, sources and quotes. */
    export: base
      .input(inMatter.extend({ answerIds: z.array(z.string()).min(1).max(100), format: ExportFormat }))
      .output(z.object({ file: z.file() })),
    delete: base.input(inMatter.extend({ answerId: z.string() })).output(z.void()),
  },
  model: {
    list: base.output(z.object({ computer: Computer, models: z.array(ModelRow) })),
    /** Loads the model that answers, and reads what every question begins with, for whoever is about to ask. Without one: nothing. */
    prepare: base.output(z.void()),
    /**
     * Fetches a catalogue model, going on where an earlier download stopped. An abort keeps what came. `networkForThis`: the
     * user agreed to this one fetch though the network is switched off; the switch stays as it is.
     */
    get: base
      .input(
        z.object({
          id: z.string(),
          fromPackageIndex: z.boolean().default(false),
          networkForThis: z.boolean().default(false),
        }),
      )
      .output(eventIterator(ModelProgress)),
    /** Takes in a GGUF file of this computer (copied, hashed). */
    importFile: base.input(z.object({ file: z.string() })).output(eventIterator(ModelProgress)),
    /** Uses a model with a LoRA adapter, whose file is copied. What was measured for the model alone does not count for both. */
    attachLora: base
      .input(
        z.object({
          id: z.string(),
          file: z.string().min(1).max(4096),
          scale: z.number().min(-10).max(10).default(1),
        }),
      )
      .output(z.object({ name: z.string(), sha256: z.string(), scale: z.number() })),
    detachLora: base.input(z.object({ id: z.string() })).output(z.void()),
    remove: base.input(z.object({ id: z.string() })).output(z.void()),
    use: base.input(z.object({ id: z.string() })).output(z.void()),
    unload: base.output(z.void()),
  },
  /** Reference libraries: public material, unencrypted, in a folder or an object store; built by one, read by many. */
  reference: {
    /** Connects to nothing. */
    list: base.output(z.array(Reference)),
    /**
     * Makes the library what the files and folders hold now: reads what is new or changed, drops what is gone, publishes at
     * the end. An abort keeps what was read; the next build goes on. Address null: where it is, or a folder of the home.
     */
    build: base
      .input(
        z.object({
          reference: ReferenceName,
          paths: z.array(z.string()).min(1),
          address: z.string().nullable().default(null),
          access: StoreAccess.nullable().default(null),
        }),
      )
      .output(eventIterator(ReferenceEvent)),
    /** Reads what another built. Refused (WRONG_USE) when it does not fit the embedding model, unless by `wordsOnly`. */
    attach: base
      .input(
        z.object({
          reference: ReferenceName,
          address: z.string(),
          access: StoreAccess.nullable().default(null),
          wordsOnly: z.boolean().default(false),
        }),
      )
      .output(Reference),
    /** Forgets it; `deleteFiles` also deletes the folder of one that was built into the home. */
    remove: base.input(z.object({ reference: z.string(), deleteFiles: z.boolean().default(false) })).output(z.void()),
    /** Whether a matter is searched together with it; it is, until switched off. */
    use: base.input(inMatter.extend({ reference: z.string(), on: z.boolean() })).output(z.void()),
    /** The text of one of its documents, by the hash of its content as `Source.documentId` gives it. */
    text: base
      .input(z.object({ reference: z.string(), documentId: z.string() }))
      .output(z.object({ document: z.string(), mediaType: z.string().default(''), pages: z.array(PageText) })),
  },
  evaluation: evaluationProcedures,
  optimisation: optimisationProcedures,
  card: cardProcedures,
  survey: surveyProcedures,
  comparison: comparisonProcedures,
  fact: factProcedures,
  rule: ruleProcedures,
  calculator: calculatorProcedures,
  sheet: sheetProcedures,
  pack: packProcedures,
  packet: packetProcedures,
  term: termProcedures,
  opinion: opinionProcedures,
  routing: routingProcedures,
  provider: providerProcedures,
  update: updateProcedures,
  ledger: {
    /** Oldest first, from the entry after `after` on. */
    list: base.input(inLedger.extend({ after: z.number().int().min(0).default(0) })).output(z.array(LedgerEntry)),
    verify: base.input(inLedger).output(LedgerCheck),
    /** All of it, as lines that can be checked without the program. */
    export: base.input(inLedger).output(z.object({ file: z.file() })),
  },
}

export type AssistantClient = ContractRouterClient<typeof contract>
