import { setImmediate } from 'node:timers/promises'
import { sentenceKey } from '../../../checks/draft-claims.ts'
import type {
  ChronologyEvent,
  ChronologyLine,
  CompleteChronologyInput,
  SurveyCitation,
} from '../../../contract/answers/survey.ts'
import { type SurveyedDocument, surveyedDocuments } from '../../documents/find-document.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { createSurveyProgress } from '../survey-work.ts'
import { type DatedSentence, datedSentences } from './dated-sentences.ts'

type Wanted = Pick<CompleteChronologyInput, 'documents' | 'from' | 'to'>

/**
 * Dates with their sentences over all documents, by code alone, so that nothing can be invented. It takes a moment a document;
 * after an abort, which gives the lines of what was looked through, it is begun again.
 */
export async function* makeChronology(
  { documents: globs, from, to }: Wanted,
  matter: OpenMatter,
  signal: AbortSignal,
): AsyncGenerator<ChronologyEvent, void, void> {
  const startedMs = performance.now()
  const { documents, notRead } = surveyedDocuments(matter, globs)
  const progress = createSurveyProgress(documents.reduce((sum, { passages }) => sum + passages, 0))
  const found: CitedSentence[] = []
  const total = { documents: 0, withoutYear: 0, withoutOrder: 0, inHeaders: 0 }
  for (const shown of documents) {
    if (signal.aborted) break
    yield progress.event(shown.document)
    const { sentences, withoutYear, withoutOrder, inHeaders } = datedSentences(
      matter.store.pages.text(shown.textVersionId),
    )
    for (const sentence of sentences)
      if (isWithin(sentence.date, from, to)) found.push({ date: sentence.date, citation: citationOf(sentence, shown) })
    total.documents += 1
    total.withoutYear += withoutYear
    total.withoutOrder += withoutOrder
    total.inHeaders += inHeaders
    progress.passagesDone(shown.passages)
    // Others wait for this process.
    await setImmediate()
  }
  const lines = foldLines(found)
  for (const line of lines) yield { type: 'event', ...line }
  matter.store.ledger.append('chronology-made', { documents: total.documents, events: lines.length })
  yield {
    type: 'chronology-end',
    ...progress.now,
    ...total,
    notRead: [...notRead],
    events: lines.length,
    seconds: (performance.now() - startedMs) / 1000,
    stopped: total.documents < documents.length,
  }
}

function citationOf({ page, start, end, text }: DatedSentence, shown: SurveyedDocument): SurveyCitation {
  const { document, documentId, textVersionId: textVersion } = shown
  return { source: '', document, documentId, reference: null, textVersion, page, start, end, quote: text }
}

type CitedSentence = { readonly date: string; readonly citation: SurveyCitation }

/** Lines by their dates, the less certain first ("2023-03" before "2023-03-01"), sentences that say the same as one with all their places. */
export function foldLines(sentences: readonly CitedSentence[]): readonly ChronologyLine[] {
  const byDate = Map.groupBy(sentences, ({ date }) => date)
  return [...byDate.keys()].toSorted().flatMap((date) => {
    const lines = Map.groupBy(byDate.get(date) ?? [], ({ citation }) => sentenceKey(citation.quote))
    return [...lines.values()].map((same) => {
      const citations = same.map(({ citation }) => citation)
      return { date, text: citations[0]?.quote ?? '', citations }
    })
  })
}

/** Whether any day of a date that may be a month or a year lies between two such dates, both included; null: no limit. */
export function isWithin(date: string, from: string | null, to: string | null): boolean {
  return (from === null || lastDay(date) >= firstDay(from)) && (to === null || firstDay(date) <= lastDay(to))
}

function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4)
}

/** Of every month the 31st: days are only compared. */
function lastDay(date: string): string {
  return date + '-12-31'.slice(date.length - 4)
}
