import type {
  AnswerEvent,
  CompleteAskInput,
  ConclusionSource,
  PassageSource,
  Source,
} from '../../../contract/answers/answer.ts'
import { searchedFor, withReferences } from '../answer-record.ts'
import type { AskOptions } from '../ask-options.ts'
import type { Conversation } from '../conversation.ts'
import type { Evidence, Found } from '../../questions/evidence-source.ts'
import type { AnswerProgress } from '../answer-progress.ts'

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

const LETTERS = { passage: 'S', conclusion: 'R' } as const

/**
 * Gives what was found its marks: S1, S2, … to passages, R1, R2, … to conclusions. In a follow-up a source keeps the mark that
 * it had, and new ones are counted on, so that what the model already holds in its context stays as it was.
 */
export function markSources(
  found: readonly Evidence[],
  earlier: readonly Source[],
): readonly (PassageSource | ConclusionSource)[] {
  const marks = new Map(earlier.filter((one) => one.kind !== 'card').map((source) => [identity(source), source.source]))
  return found.map((one) => {
    const letter = LETTERS[one.kind]
    const source = marks.get(identity(one)) ?? nextMark(letter, marks.values())
    marks.set(identity(one), source)
    return one.kind === 'passage' ? { ...one, source, read: null } : { ...one, source }
  })
}

/** A passage by its place; a conclusion by all that the model was shown of it. */
function identity(one: Evidence): string {
  if (one.kind === 'passage') return `${one.documentId}:${one.textVersion}:${one.start}-${one.end}`
  const { relation, args, asOf, holds, proof } = one
  return JSON.stringify([relation, args, asOf, holds, proof])
}

/**
 * The next mark of a letter: S3 behind S1 and S2. Behind the last one, and not by their number: where an answer of the conversation was
 * deleted, there are gaps.
 */
export function nextMark(letter: string, marks: Iterable<string>): string {
  const known = [...marks].flatMap((mark) => (mark.startsWith(letter) ? Number(mark.slice(letter.length)) : []))
  return `${letter}${Math.max(0, ...known) + 1}`
}
