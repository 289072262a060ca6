import type { CompleteAskInput, Source } from '../../contract/answer.ts'
import { searchedFor, withReferences } from './answer-record.ts'
import type { AskOptions } from './ask-options.ts'
import type { Conversation } from './conversation.ts'
import type { AnswerProgress } from './keep-answer.ts'
import { markSources } from './mark-sources.ts'

/** Returns those of the sources that the model has not been shown in this conversation. */
export async function findEvidence(
  { question, documents, closedBook }: CompleteAskInput,
  { lastQuestion, sources: earlier, rounds }: Conversation,
  { sources, matter, embedder }: AskOptions,
  progress: AnswerProgress,
  signal: AbortSignal,
): Promise<readonly Source[]> {
  const query = { question, follows: lastQuestion, documents }
  if (!closedBook) {
    const [found, searched] = await Promise.all([
      Promise.all(sources.map((source) => source.find(query, signal))),
      searchedFor(question, documents, matter, embedder),
    ])
    progress.searched = await withReferences(searched, found)
    progress.sources = markSources(
      found.flatMap(({ evidence }) => evidence),
      earlier,
    )
  }
  progress.evidenceMs = performance.now() - progress.startedMs
  const shown = new Set(rounds.flatMap(({ newSources }) => newSources.map(({ source }) => source)))
  return progress.sources.filter(({ source }) => !shown.has(source))
}
