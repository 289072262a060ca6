import { setImmediate } from 'node:timers/promises'
import type { ChronologyEvent, CompleteChronologyInput, SurveyCitation } from '../../../contract/answers/survey.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { createSurveyProgress } from '../survey-progress.ts'
import { type SurveyedDocument, surveyedDocuments } from '../../documents/surveyed-documents.ts'
import { type DatedSentence, datedSentences } from './dated-sentences.ts'
import { type CitedSentence, foldLines } from './fold-lines.ts'
import { isWithin } from './is-within.ts'

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
