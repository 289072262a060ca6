import {
  type Cell,
  type ChronologyEvent,
  ChronologyInput,
  type ChronologyLine,
  type SheetFormat,
  type SummaryEvent,
  SummaryInput,
  type TableEvent,
  TableInput,
} from '../../contract/answers/survey.ts'
import * as z from 'zod'
import type { Assistant } from '../assembly/assistant.ts'
import { findDocument } from '../documents/find-document.ts'
import { modelFor } from '../models/model-for.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { isWithin, makeChronology } from '../surveys/make-chronology.ts'
import { makeSummary } from '../surveys/make-summary.ts'
import { exportChronology, exportTable } from '../surveys/export-survey.ts'
import { keepCellSeconds } from '../answers/offer/cell-pace.ts'
import { makeTable } from '../surveys/make-table.ts'
import { api, guarded, inMatter } from './contract-base.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'
import { t } from '../../wording/translate.ts'

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
  columns: api.survey.columns.handler(async ({ input, context: { assistant } }) => {
    const { store } = await assistant.matters.open(input.matter)
    return z.array(z.string()).catch([]).parse(store.settings.get(COLUMNS))
  }),
  tableSheet: api.survey.tableSheet.handler(async ({ input, context: { assistant }, signal }) => {
    const cells: Cell[] = []
    for await (const event of tableOf({ ...input, keptOnly: true }, assistant, signal))
      if (event.type === 'cell') cells.push(event)
    const text = exportTable(input.questions, cells, input.format)
    return { file: await sheetFile({ sheet: 'table', text, ...input }, assistant) }
  }),
  chronologySheet: api.survey.chronologySheet.handler(async ({ input, context: { assistant }, signal }) => {
    const lines: ChronologyLine[] = []
    for await (const event of chronologyOf(input, assistant, signal)) if (event.type === 'event') lines.push(event)
    const text = exportChronology(lines, input.format)
    return { file: await sheetFile({ sheet: 'chronology', text, ...input }, assistant) }
  }),
}

/** In the settings of a matter: the questions of its last table. */
const COLUMNS = 'tableColumns'

/** An id tells to which column a cell belongs. */
function refuseDoubleIds(questions: readonly { readonly id: string }[]): void {
  const ids = questions.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) throw new Failure('WRONG_USE', message('failures.surveys.sameId', { id: twice }))
}

type Sheet = {
  readonly sheet: 'table' | 'chronology'
  readonly text: string
  readonly format: SheetFormat
  readonly matter: string
}

/** Words of a matter leave its encryption, so the ledger keeps that they did. */
async function sheetFile({ sheet, text, format, matter }: Sheet, { matters }: Assistant): Promise<File> {
  const { store } = await matters.open(matter)
  store.ledger.append('sheet-exported', { sheet, format, sha256: sha256(text) })
  return new File([text], `${t(`surveys.paper.fileNames.${sheet}`)}.${format}`)
}

async function* tableOf(
  raw: TableInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<TableEvent, void, void> {
  const input = TableInput.parse(raw)
  refuseDoubleIds(input.questions)
  yield* inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const model = await modelFor(input.model, assistant)
    if (!model) throw new Failure('NO_MODEL', message('failures.surveys.needsModel'))
    const { session, shelf } = assistant
    const { settings } = session.store().app
    const onWritten = (seconds: number) => keepCellSeconds(settings, model.info.sha256, seconds)
    const options = { ...(await toolsFor(matter, assistant)), model, reranker: await shelf.reranker(), onWritten }
    const asked = input.questions.map(({ question }) => question)
    if (!input.keptOnly) matter.store.settings.set(COLUMNS, asked)
    yield* makeTable(input, options, ended)
  })
}

async function* chronologyOf(
  raw: ChronologyInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<ChronologyEvent, void, void> {
  const input = ChronologyInput.parse(raw)
  const { from, to } = input
  if (to !== null && !isWithin(to, from, null))
    throw new Failure('WRONG_USE', message('failures.surveys.noDays', { to, from: from ?? '' }))
  yield* inMatter(assistant, input.matter, signal, ({ matter, ended }) => makeChronology(input, matter, ended))
}

async function* summaryOf(
  raw: SummaryInput,
  assistant: Assistant,
  signal: AbortSignal | undefined,
): AsyncGenerator<SummaryEvent, void, void> {
  const input = SummaryInput.parse(raw)
  yield* inMatter(assistant, input.matter, signal, async function* ({ matter, ended }) {
    const { documentId } = findDocument(matter, input.document)
    const options = { ...(await toolsFor(matter, assistant)), model: await modelFor(input.model, assistant) }
    yield* makeSummary({ ...input, document: documentId }, options, ended)
  })
}

async function toolsFor(matter: OpenMatter, { shelf, foreground, words }: Assistant) {
  return { matter, embedder: await shelf.embedder(), foreground, words }
}
