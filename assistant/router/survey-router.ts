import {
  type ChronologyEvent,
  ChronologyInput,
  type SummaryEvent,
  SummaryInput,
  type TableEvent,
  TableInput,
} from '../../contract/survey.ts'
import type { Assistant } from '../assistant.ts'
import { AssistantError } from '../assistant-error.ts'
import { findDocument } from '../documents/find-document.ts'
import { modelFor } from '../models/model-for.ts'
import type { OpenMatter } from '../open-matters.ts'
import { makeChronology } from '../surveys/chronology/make-chronology.ts'
import { makeSummary } from '../surveys/summary/make-summary.ts'
import { makeTable } from '../surveys/table/make-table.ts'
import { api, guarded } from './contract-base.ts'
import { finishedByItself } from './finished-by-itself.ts'

export const surveyRouter = {
  table: api.survey.table.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, tableOf(input, assistant, signal)),
  ),
  chronology: api.survey.chronology.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, chronologyOf(input, assistant, signal)),
  ),
  summary: api.survey.summary.handler(({ input, context: { assistant }, signal }) =>
    guarded(assistant, summaryOf(input, assistant, signal)),
  ),
}

async function* tableOf(
  raw: TableInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<TableEvent, void, void> {
  const input = TableInput.parse(raw)
  const matter = await assistant.matters.open(input.matter)
  const model = await modelFor(input.model, assistant)
  if (!model)
    throw new AssistantError(
      'NO_MODEL',
      'A table needs a model on this computer, which answers for each document. To get one: consilium models',
    )
  const options = { ...(await toolsFor(matter, assistant)), model }
  yield* inMatter(matter, signal, (ended) => makeTable(input, options, ended))
}

async function* chronologyOf(
  raw: ChronologyInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<ChronologyEvent, void, void> {
  const input = ChronologyInput.parse(raw)
  const matter = await assistant.matters.open(input.matter)
  yield* inMatter(matter, signal, (ended) => makeChronology(input, matter, ended))
}

async function* summaryOf(
  raw: SummaryInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<SummaryEvent, void, void> {
  const input = SummaryInput.parse(raw)
  const matter = await assistant.matters.open(input.matter)
  const { documentId } = findDocument(matter, input.document)
  const options = { ...(await toolsFor(matter, assistant)), model: await modelFor(input.model, assistant) }
  yield* inMatter(matter, signal, (ended) => makeSummary({ ...input, document: documentId }, options, ended))
}

async function toolsFor(matter: OpenMatter, { shelf, foreground, words }: Assistant) {
  return { matter, embedder: await shelf.embedder(), foreground, words }
}

/** Ends when the matter is closed, and to its own end when nobody reads on. */
async function* inMatter<T>(
  matter: OpenMatter,
  signal: AbortSignal | undefined,
  begin: (ended: AbortSignal) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  using _user = matter.users.enter()
  const stop = new AbortController()
  const ended = AbortSignal.any([stop.signal, matter.closing, ...(signal ? [signal] : [])])
  yield* finishedByItself(begin(ended), stop)
}
