import type { Job } from '../../contract/document.ts'
import { AssistantError } from '../home/assistant-error.ts'
import type { Assistant } from '../assistant.ts'
import { retryReading } from '../documents/read-again.ts'
import { api } from './contract-base.ts'

export const jobRouter = {
  list: api.job.list.handler(async ({ input, context: { assistant } }): Promise<Job[]> => {
    const { store } = await assistant.matters.open(input.matter)
    const rows = new Map(store.documents.list(null).map((row) => [row.documentId, row]))
    return store.jobs.list().flatMap(({ job, documentId, state, stage, attempts, error }) => {
      const row = documentId === null ? undefined : rows.get(documentId)
      if (!row || documentId === null) return []
      const { document, pagesDone, pages } = row
      return [{ job, document, documentId, state, stage, pagesDone, pages, attempts, error }]
    })
  }),
  pause: api.job.pause.handler(async ({ input, context: { assistant } }) =>
    (await queueOf(assistant, input.matter)).pause(),
  ),
  resume: api.job.resume.handler(async ({ input, context: { assistant } }) =>
    (await queueOf(assistant, input.matter)).resume(),
  ),
  cancel: api.job.cancel.handler(async ({ input, context: { assistant } }) =>
    (await queueOf(assistant, input.matter)).cancel(await idOf(assistant, input)),
  ),
  retry: api.job.retry.handler(async ({ input, context: { assistant } }) => {
    const matter = await assistant.matters.open(input.matter)
    const limitMs = input.minutes === null ? null : input.minutes * 60_000
    retryReading(matter, assistant.reading.queue(matter), await idOf(assistant, input), limitMs)
  }),
}

async function queueOf({ matters, reading }: Assistant, matter: string) {
  return reading.queue(await matters.open(matter))
}

async function idOf(
  { matters }: Assistant,
  { matter, document }: { matter: string; document: string | null },
): Promise<string | null> {
  if (document === null) return null
  const { store, name } = await matters.open(matter)
  const row = store.documents.find(document, null)
  if (!row) throw new AssistantError('NOT_FOUND', `There is no document "${document}" in "${name}".`)
  return row.documentId
}
