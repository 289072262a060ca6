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
import { createIndexParts, type IndexParts } from './index-parts.ts'
import { MATTER_STORE } from './matter-schema.ts'
import { createOriginals, type Originals } from './originals.ts'
import { createPages, type Pages } from './pages.ts'
import { createPassages, type Passages } from './passages.ts'
import { createSurveyCells, type SurveyCells } from './survey-cells.ts'
import { createVectors, type Vectors } from './vectors.ts'

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

export type MatterFile = {
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
