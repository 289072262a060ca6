import type { AnswerEvent, CompleteAskInput } from '../../../contract/answers/answer.ts'
import { searchedFor, withReferences } from '../answer-record.ts'
import type { AskOptions } from '../ask-options.ts'
import type { Conversation } from '../conversation.ts'
import type { Found } from '../../questions/evidence-source.ts'
import type { AnswerProgress } from '../answer-progress.ts'
import { markSources } from './mark-sources.ts'

/**
 * Looks for evidence in all sources at once, and puts it on record with where it was looked for. `onFound` is called when one source
 * has found something: the record then holds what there is so far.
 */
export async function findEvidence(
  { question, documents, closedBook, asOf }: CompleteAskInput,
  { lastQuestion, sources: earlier, asOf: asOfBefore }: Conversation,
  { sources, matter, embedder }: Pick<AskOptions, 'sources' | 'matter' | 'embedder'>,
  progress: AnswerProgress,
  signal: AbortSignal,
  onFound: () => void = () => {},
): Promise<void> {
  if (closedBook) return
  const query = { question, follows: lastQuestion, documents, asOf: asOf ?? asOfBefore }
  const searching = searchedFor(question, documents, matter, embedder?.info.revision ?? null)
  let most = 0
  const through: (Found | null)[] = sources.map(() => null)
  async function find(source: (typeof sources)[number], at: number): Promise<void> {
    const [one, searched] = await Promise.all([source.find(query, signal), searching])
    through[at] = one
    const found = through.filter((each) => each !== null)
    const where = await withReferences(searched, found)
    // Another source may have come through while this one was looked up, and put more on record.
    if (found.length < most) return
    most = found.length
    progress.searched = where
    progress.about = found.find(({ about }) => about !== null)?.about ?? { asked: question, named: [] }
    progress.sources = markSources(
      found.flatMap(({ evidence }) => evidence),
      earlier,
    )
    if (one.evidence.length > 0) onFound()
  }
  await Promise.all(sources.map(find))
}

/** What was found so far, and after what time there was something to show. */
export function evidenceOf(progress: AnswerProgress): AnswerEvent {
  progress.evidenceMs ??= performance.now() - progress.startedMs
  const { sources, searched, evidenceMs } = progress
  return { type: 'evidence', sources: [...sources], searched, evidenceMs }
}
