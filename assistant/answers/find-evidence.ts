import type { CompleteAskInput } from '../../contract/answer.ts'
import { searchedFor, withReferences } from './answer-record.ts'
import type { AskOptions } from './ask-options.ts'
import type { Conversation } from './conversation.ts'
import type { AnswerProgress } from './keep-answer.ts'
import { markSources } from './mark-sources.ts'

/** Looks for evidence in all sources at once, and puts it on record with where it was looked for. */
export async function findEvidence(
  { question, documents, closedBook, asOf }: CompleteAskInput,
  { lastQuestion, sources: earlier, asOf: asOfBefore }: Conversation,
  { sources, matter, embedder }: AskOptions,
  progress: AnswerProgress,
  signal: AbortSignal,
): Promise<void> {
  const query = { question, follows: lastQuestion, documents, asOf: asOf ?? asOfBefore }
  if (!closedBook) {
    const [found, searched] = await Promise.all([
      Promise.all(sources.map((source) => source.find(query, signal))),
      searchedFor(question, documents, matter, embedder?.info.revision ?? null),
    ])
    progress.searched = await withReferences(searched, found)
    progress.about = found.find(({ about }) => about !== null)?.about ?? { asked: question, named: [] }
    progress.sources = markSources(
      found.flatMap(({ evidence }) => evidence),
      earlier,
    )
  }
  progress.evidenceMs = performance.now() - progress.startedMs
}
