import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { TableEvent } from '../../../contract/answers/survey.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)

/** A table of one document; other jobs over whole documents are shown with the real engine alone (`test/browser/surveys.test.ts`). */
export function surveyPart(state: Pick<StandInState, 'documents'>) {
  const { survey } = os
  return {
    table: survey.table.handler(async function* ({ input }) {
      for (const question of input.keptOnly ? [] : input.questions) yield cellOf(question, state)
    }),
    chronology: survey.chronology.handler(async function* () {}),
    summary: survey.summary.handler(async function* () {}),
    columns: survey.columns.handler(() => []),
    tableSheet: survey.tableSheet.handler(() => ({ file: new File([], 'Table.csv') })),
    chronologySheet: survey.chronologySheet.handler(() => ({ file: new File([], 'Chronology.csv') })),
  }
}

/** Contradicted, as a cell may be. */
function cellOf(
  { id, question }: { readonly id: string; readonly question: string },
  { documents }: Pick<StandInState, 'documents'>,
): TableEvent {
  const detail = documents[0]?.detail
  if (!detail) throw new Error('The stand-in has no document any more.')
  const { documentId, document } = detail
  const place = { source: 'S1', documentId, document, reference: null, page: 1, start: 0, end: 5, quote: 'LEASE' }
  return {
    type: 'cell',
    documentId,
    document,
    textVersion: 1,
    id,
    question,
    state: 'uncertain',
    text: 'It was stopped.',
    verdict: 'contradicted',
    absent: [],
    instead: 'Furosemide\t40 mg\tIncreased',
    citations: [{ ...place, textVersion: 1 }],
    wasKept: false,
  }
}
