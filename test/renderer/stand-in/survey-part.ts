import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import type { TableEvent } from '../../../contract/answers/survey.ts'
import type { StandInState } from './stand-in-assistant.ts'

const os = implement(contract)

/** A table of one document, and a day that it names twice; real jobs over whole documents are in `test/browser/surveys.test.ts`. */
export function surveyPart(state: Pick<StandInState, 'documents' | 'settings'>) {
  const { survey } = os
  return {
    table: survey.table.handler(async function* ({ input, errors }) {
      if (state.settings.languageModel === null) throw errors.NO_MODEL()
      const asked = input.keptOnly ? [] : input.questions
      for (const question of asked) yield cellOf(question, state)
      yield tableEnd(asked.length)
    }),
    chronology: survey.chronology.handler(async function* () {
      for (const [start, text] of ['Notice was given.', 'The rent was paid.'].entries())
        yield { type: 'event', date: '2026-06-03', text, citations: [{ ...placeIn(state), start, page: null }] }
    }),
    summary: survey.summary.handler(async function* () {}),
    columns: survey.columns.handler(() => []),
    tableSheet: survey.tableSheet.handler(() => ({ file: new File([], 'Table.csv') })),
    chronologySheet: survey.chronologySheet.handler(() => ({ file: new File([], 'Chronology.csv') })),
  }
}

function placeIn({ documents }: Pick<StandInState, 'documents'>) {
  const detail = documents[0]?.detail
  if (!detail) throw new Error('The stand-in has no document any more.')
  const { documentId, document } = detail
  const words = { page: 1, start: 0, end: 5, quote: 'LEASE', textVersion: 1 }
  return { source: 'S1', documentId, document, reference: null, ...words }
}

function tableEnd(cells: number): TableEvent {
  const counts = { documents: 1, questions: cells, cells, answered: 0, uncertain: cells, notFound: 0, kept: 0 }
  const read = { passagesRead: 1, passages: 1, notRead: [], seconds: 0, stopped: false }
  return { type: 'table-end', ...read, ...counts, model: { id: 'phi-4-mini', sha256: '0'.repeat(64) } }
}

/** Contradicted, as a cell may be; asked how something is, word for word and perhaps no answer. */
function cellOf(
  { id, question }: { readonly id: string; readonly question: string },
  state: Pick<StandInState, 'documents'>,
): TableEvent {
  const place = placeIn(state)
  const { documentId, document } = place
  return {
    type: 'cell',
    documentId,
    document,
    textVersion: 1,
    id,
    question,
    state: 'uncertain',
    text: 'It was stopped.',
    ...(question.startsWith('How') ? QUOTED : CONTRADICTED),
    absent: [],
    citations: [place],
    wasKept: false,
  }
}

const QUOTED = { verdict: 'verbatim', instead: null } as const
const CONTRADICTED = { verdict: 'contradicted', instead: 'Furosemide\t40 mg\tIncreased' } as const
