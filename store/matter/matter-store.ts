import type { CipherDatabase, CipherDatabaseOptions } from '../cipher-database.ts'
import { createEvaluationRuns, createQuestionSets, type EvaluationRuns, type QuestionSets } from '../evaluation-rows.ts'
import { createJsonSettings, type JsonSettings } from '../stored-json.ts'
import { createLedger, type Ledger, type LedgerAnchor } from '../ledger.ts'
import { cannotWrite } from '../store-errors.ts'
import { openStoreFile } from '../store-file.ts'
import {
  type Answers,
  asKept,
  type Corrections,
  createAnswers,
  createCorrections,
  type ReadAnswer,
  type StoredAnswer,
} from './stored-answers.ts'
import { type Attachments, createAttachments } from './attachments.ts'
import {
  type ConsultationResults,
  createConsultationResults,
  createDecisions,
  createOpinions,
  createRoutings,
  type Decisions,
  type Opinions,
  type Routings,
} from './second-opinions.ts'
import { createCrossReferences, createTextVersions, type CrossReferences, type TextVersions } from './text-versions.ts'
import { createDocumentRemoval, type DocumentRemoval } from './document-removal.ts'
import { createDocumentRows, type DocumentRows } from './document-rows.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { createHighlights, type Highlights } from './highlights.ts'
import { createFacts, createProposalsRead, type Facts, type ProposalsRead } from './stored-facts.ts'
import { createJobs, type Jobs } from './stored-jobs.ts'
import {
  createKnownTerms,
  createPackets,
  createPseudonyms,
  type KnownTerms,
  type Packets,
  type Pseudonyms,
} from './outgoing-texts.ts'
import { MATTER_STORE } from './matter-schema.ts'
import { createOriginals, type Originals } from './originals.ts'
import { createPages, type Pages } from './pages.ts'
import { createPassages, type Passages } from './passages.ts'
import { createSurveyCells, type SurveyCells } from './survey-cells.ts'
import { createVectors, type Vectors } from './vectors.ts'
import { crc32 } from 'node:zlib'

/** Everything of one matter, in one encrypted file. `A` is the shape of its answers. */
export interface MatterStore<A extends StoredAnswer = StoredAnswer> extends AsyncDisposable {
  readonly database: CipherDatabase
  readonly settings: JsonSettings
  readonly originals: Originals
  readonly documents: DocumentRows
  readonly attachments: Attachments
  readonly crossReferences: CrossReferences
  readonly removal: DocumentRemoval
  readonly textVersions: TextVersions
  readonly pages: Pages
  readonly passages: Passages
  readonly vectors: Vectors
  readonly indexParts: IndexParts
  readonly jobs: Jobs
  readonly answers: Answers<A>
  readonly corrections: Corrections
  readonly facts: Facts
  readonly highlights: Highlights
  readonly drafts: Drafts
  readonly proposalsRead: ProposalsRead
  readonly surveyCells: SurveyCells
  readonly knownTerms: KnownTerms
  readonly pseudonyms: Pseudonyms
  readonly packets: Packets
  readonly opinions: Opinions
  readonly consultationResults: ConsultationResults
  readonly decisions: Decisions
  readonly routings: Routings
  readonly questionSets: QuestionSets
  readonly evaluationRuns: EvaluationRuns
  readonly ledger: Ledger
}

type MatterFile = {
  readonly path: string
  /** 32 bytes; the caller overwrites them afterwards. */
  readonly key: Uint8Array
  readonly anchor: LedgerAnchor
  readonly beforeMigrationFolder: string
}

/**
 * Opens a matter (`new`: makes its file), queues interrupted jobs again and clears away what a kill left half written.
 * Throws `DAMAGED`, `WRONG_USE`, `NO_SPACE`.
 */
export async function openMatterStore<A extends StoredAnswer>(
  { path, key, anchor, beforeMigrationFolder }: MatterFile,
  file: CipherDatabaseOptions['file'],
  now: () => Date,
  readAnswer: ReadAnswer<A> = asKept,
): Promise<MatterStore<A>> {
  const database = await openStoreFile(path, key, MATTER_STORE, file, beforeMigrationFolder)
  try {
    const store = composeMatterStore<A>(database, anchor, now, readAnswer)
    await recover(store).catch(unlessFull)
    return store
  } catch (error) {
    await database[Symbol.asyncDispose]()
    throw error
  }
}

function composeMatterStore<A extends StoredAnswer>(
  database: CipherDatabase,
  anchor: LedgerAnchor,
  now: () => Date,
  readAnswer: ReadAnswer<A>,
): MatterStore<A> {
  const pages = createPages(database)
  return {
    database,
    settings: createJsonSettings(database),
    originals: createOriginals(database),
    documents: createDocumentRows(database),
    attachments: createAttachments(database),
    crossReferences: createCrossReferences(database),
    removal: createDocumentRemoval(database),
    textVersions: createTextVersions(database),
    pages,
    passages: createPassages(database, pages),
    vectors: createVectors(database),
    indexParts: createIndexParts(database),
    jobs: createJobs(database),
    answers: createAnswers<A>(database, readAnswer),
    corrections: createCorrections(database),
    facts: createFacts(database),
    highlights: createHighlights(database),
    drafts: createDrafts(database),
    proposalsRead: createProposalsRead(database),
    surveyCells: createSurveyCells(database),
    knownTerms: createKnownTerms(database),
    pseudonyms: createPseudonyms(database),
    packets: createPackets(database),
    opinions: createOpinions(database),
    consultationResults: createConsultationResults(database),
    decisions: createDecisions(database),
    routings: createRoutings(database),
    questionSets: createQuestionSets(database),
    evaluationRuns: createEvaluationRuns(database),
    ledger: createLedger(database, anchor, now),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

async function recover<A extends StoredAnswer>({ jobs, originals }: MatterStore<A>): Promise<void> {
  jobs.recover()
  await originals.sweep()
}

/** On a full disk a matter can still be read; clearing up waits. */
function unlessFull(error: unknown): void {
  if (!cannotWrite(error)) throw error
}

/** `words`: those of its passages. `vectors`: small copies of theirs. */
type IndexKind = 'words' | 'vectors'

/**
 * What an index has made of a text, so that it need not be made again when the matter is opened. What it holds is the index's own affair;
 * `form` says how it was made, and what was made in another way is not found. It goes with the text that it was made of.
 */
interface IndexParts {
  /** All of them, in order; none where nothing was kept, or one of them is damaged or gone: then they are made again. */
  of(textVersionId: number, kind: IndexKind, form: string): readonly Uint8Array[]
  /** In place of what was kept of this kind, all or nothing. Keeps nothing of a text that was removed meanwhile. */
  keep(textVersionId: number, kind: IndexKind, form: string, parts: readonly Uint8Array[]): void
}

function createIndexParts(database: CipherDatabase): IndexParts {
  const select = database.prepare<{ readonly bytes: Uint8Array }>(
    'SELECT bytes FROM index_parts WHERE text_version = ? AND kind = ? AND form = ? ORDER BY ordinal',
  )
  const forget = database.prepare('DELETE FROM index_parts WHERE text_version = ? AND kind = ?')
  const insert = database.prepare(`
    INSERT INTO index_parts (text_version, kind, form, ordinal, bytes) SELECT id, ?, ?, ?, ? FROM text_versions WHERE id = ?`)
  return {
    of: (id, kind, form) => unsealed(select.all(id, kind, form).map(({ bytes }) => bytes)),
    keep: (id, kind, form, parts) =>
      database.transaction(() => {
        forget.run(id, kind)
        for (const [ordinal, bytes] of sealed(parts).entries()) insert.run(kind, form, ordinal, bytes, id)
      }),
  }
}

/** Before each part: how many there are, and the checksum of this one. */
const HEAD_BYTES = 8

function sealed(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return parts.map((part) => {
    const bytes = new Uint8Array(HEAD_BYTES + part.length)
    const head = new DataView(bytes.buffer)
    head.setUint32(0, parts.length)
    head.setUint32(4, crc32(part))
    bytes.set(part, HEAD_BYTES)
    return bytes
  })
}

function unsealed(all: readonly Uint8Array[]): readonly Uint8Array[] {
  const isWhole = all.every((bytes) => {
    if (bytes.length < HEAD_BYTES) return false
    const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return head.getUint32(0) === all.length && head.getUint32(4) === crc32(bytes.subarray(HEAD_BYTES))
  })
  return isWhole ? all.map((bytes) => bytes.subarray(HEAD_BYTES)) : []
}
