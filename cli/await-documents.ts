import type { AssistantClient } from '../contract/index.ts'
import { progressBar } from './progress-bar.ts'
import type { Session } from './session.ts'

const LOOK_EVERY_MS = 200

/** Waits until every document of a matter has been read, showing how far it is. */
export async function awaitDocuments(
  { output, signal }: Pick<Session, 'output' | 'signal'>,
  assistant: AssistantClient,
  matter: string,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const jobs = await assistant.job.list({ matter })
    const waiting = jobs.filter(({ state }) => state === 'queued' || state === 'running')
    if (waiting.length === 0) break
    output.progress(
      `${progressBar(1 - waiting.length / jobs.length, null)}  ${waiting[0]?.stage} ${waiting[0]?.document}`,
    )
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  output.progress(null)
}
