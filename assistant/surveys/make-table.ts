import { isConfirmed } from '../../contract/answers/confirmed.ts'
import type { Cell, CompleteTableInput, TableEvent } from '../../contract/answers/survey.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { Reranker } from '../../models/reranker.ts'
import type { SurveyPlace } from '../../store/matter/survey-cells.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { createSurveyProgress, surveyKey, type SurveyOptions } from './survey-work.ts'
import { isShown, type SurveyedDocument, surveyedDocuments } from '../documents/find-document.ts'
import { type CellContent, writeCell } from './write-cell.ts'

type TableOptions = SurveyOptions & {
  readonly model: LanguageModel
  readonly reranker: Reranker | null
  /** Told how long each cell took that was written. */
  readonly onWritten: (seconds: number) => void
}

type Asked = Pick<CompleteTableInput, 'questions' | 'documents' | 'fresh' | 'keptOnly'>

/** Raised when cells come to be written otherwise: those of before are then written anew. */
const WAY = 6

/**
 * Asks each document each question. A cell is in the store before it is told, under its question, its model and its reading: a
 * kill loses at most the one that is being written, and the same call goes on. An abort ends it, keeping what it has.
 */
export async function* makeTable(
  { questions, documents: globs, fresh, keptOnly }: Asked,
  options: TableOptions,
  signal: AbortSignal,
): AsyncGenerator<TableEvent, void, void> {
  const { matter, model } = options
  const startedMs = performance.now()
  const { documents, notRead } = surveyedDocuments(matter, globs)
  const progress = createSurveyProgress(documents.reduce((sum, { passages }) => sum + passages, 0))
  const totals = { cells: 0, answered: 0, uncertain: 0, notFound: 0, kept: 0 }
  const { id, sha256 } = model.info
  const keyOf = (question: string) => surveyKey('cell', [WAY, sha256, question])
  const end = (stopped: boolean): TableEvent => {
    const counts = { documents: documents.length, questions: questions.length, ...totals }
    if (!keptOnly) matter.store.ledger.append('table-made', { ...counts, model: { id, sha256 }, stopped })
    const seconds = (performance.now() - startedMs) / 1000
    return {
      type: 'table-end',
      ...progress.now,
      ...counts,
      notRead: [...notRead],
      seconds,
      stopped,
      model: { id, sha256 },
    }
  }
  if (fresh && !keptOnly)
    for (const shown of documents)
      for (const { question } of questions) matter.store.surveyCells.forget({ ...shown, key: keyOf(question) })
  try {
    for (const shown of documents) {
      for (const { id: questionId, question } of questions) {
        yield progress.event(shown.document)
        const place = { ...shown, key: keyOf(question) }
        const kept = findKept(place, matter)
        const found = kept ?? (keptOnly ? null : await write(question, place, options, signal))
        if (!found) continue
        progress.passagesDone(shown.passages / questions.length, found.wasKept)
        count(found, totals)
        yield { type: 'cell', ...placed(shown), id: questionId, question, ...found }
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error
    yield end(true)
    return
  }
  yield end(false)
}

type FoundCell = CellContent & Pick<Cell, 'wasKept'>

type Place = SurveyedDocument & SurveyPlace

function findKept(place: Place, { store }: OpenMatter): FoundCell | null {
  const kept = keptContent(store.surveyCells.find(place))
  if (!kept) return null
  // The document may have another name by now.
  const citations = kept.citations.map((citation) => ({ ...citation, document: place.document }))
  return { ...kept, citations, wasKept: true }
}

/** One from before a cell had to be confirmed is not confirmed where its verdict is none of today's. */
function keptContent(stored: object | null): CellContent | null {
  if (stored === null) return null
  const kept = { instead: null, ...stored } as CellContent
  const { state, verdict, absent } = kept
  const isGreen =
    verdict !== null && isConfirmed({ verdict, absent, differsFrom: [], disagreesWith: [], authorities: [] })
  return state === 'answered' && !isGreen ? { ...kept, state: 'uncertain' } : kept
}

/** Null where the document was removed, or read again, while it was asked. */
async function write(
  question: string,
  place: Place,
  options: TableOptions,
  signal: AbortSignal,
): Promise<FoundCell | null> {
  const { matter, foreground, words } = options
  // A person who waits for an answer goes first; meanwhile another window may have written it.
  await foreground.idle(signal)
  const kept = findKept(place, matter)
  if (kept) return kept
  const startedMs = performance.now()
  const content = await writeCell(question, place, { ...options, lexicon: lexiconOf(await words()) }, signal)
  options.onWritten((performance.now() - startedMs) / 1000)
  if (!isShown(matter, place)) return null
  matter.store.surveyCells.keep(place, content)
  return { ...content, wasKept: false }
}

function placed({ documentId, document, textVersionId }: SurveyedDocument) {
  return { documentId, document, textVersion: textVersionId }
}

type Totals = Record<'cells' | 'answered' | 'uncertain' | 'notFound' | 'kept', number>

function count({ state, wasKept }: FoundCell, totals: Totals): void {
  totals.cells += 1
  totals[state === 'not-found' ? 'notFound' : state] += 1
  if (wasKept) totals.kept += 1
}
