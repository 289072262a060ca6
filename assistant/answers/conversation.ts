import type { Answer, PassageSource, Source } from '../../contract/answers/answer.ts'
import { asideBlock, cardBlock } from './draft/aside.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { cards, passages } from './answer-record.ts'
import type { Round } from './draft/build-turns.ts'
import type { ShowSource } from './draft/prompt-source.ts'
import { type Span, joinSpans, subtractSpans } from './draft/passage-spans.ts'
import { failedWith } from '../../wording/failure.ts'

/** The questions that a follow-up follows, oldest first. */
export type Conversation = {
  readonly lastQuestion: string | null
  /** The day that was chosen for the rules, which follow-ups keep. */
  readonly asOf: string | null
  /** Every source that an earlier question found; they keep their marks. */
  readonly sources: readonly Source[]
  /** What the model was shown and wrote, each source only in the round that brought it. */
  readonly rounds: readonly Round[]
  /** What it was shown of each passage, by its mark. */
  readonly shown: Shown
}

export type Shown = ReadonlyMap<string, readonly Span[]>

/** What stands in the conversation for a question that the documents do not answer. */
const NOTHING = 'The sources do not say.'

/** Throws `NOT_FOUND` when the answer that is followed is gone; a gap further back only makes the conversation shorter. */
export function conversationBefore({ store }: OpenMatter, follows: string | null, show: ShowSource): Conversation {
  const answers: Answer[] = follows === null ? [] : [store.answers.get(follows)]
  for (let id = answers[0]?.follows ?? null; id !== null; id = answers[0]?.follows ?? null) {
    const earlier = findAnswer(store.answers, id)
    if (!earlier) break
    answers.unshift(earlier)
  }
  return {
    lastQuestion: answers.at(-1)?.question ?? null,
    asOf: answers.at(-1)?.asOf ?? null,
    sources: uniqueSources(answers.flatMap(({ sources }) => sources)),
    ...roundsOf(answers.filter(wasShown), show),
  }
}

export function uniqueSources(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [source.source, source])).values()]
}

function findAnswer(answers: OpenMatter['store']['answers'], id: string): Answer | null {
  try {
    return answers.get(id)
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}

/** Passages alone, and answers stopped before their first word, were never in the model's context. */
function wasShown({ model, state, answer }: Answer): boolean {
  return model !== null && (answer !== '' || state === 'not-found' || state === 'not-written')
}

function roundsOf(answers: readonly Answer[], show: ShowSource): Pick<Conversation, 'rounds' | 'shown'> {
  const shown = new Map<string, readonly Span[]>()
  const rounds = answers.map(({ question, answer, sources, approach }) => {
    const fresh = unseenParts(passages(sources), shown)
    for (const { source, read } of fresh) shown.set(source, joinSpans([...(shown.get(source) ?? []), ...(read ?? [])]))
    const newSources = fresh.map((source) => show(source, source.read))
    // Before answers had it, it was not kept.
    const aside = approach ? asideBlock(approach) : ''
    const knowledge = [aside, cardBlock(cards(sources))].filter(Boolean).join('\n\n')
    return { question, answer: answer || NOTHING, newSources, knowledge }
  })
  return { rounds, shown }
}

/** The passages with what of them the model has not seen in this conversation, without those that it has seen. */
export function unseenParts(found: readonly PassageSource[], shown: Shown): readonly PassageSource[] {
  return found.flatMap((passage) => {
    const { source, start, end, text } = passage
    const left = subtractSpans(passage.read ?? [{ start, end }], shown.get(source) ?? [])
    // Between two sentences that were shown apart there is white space that was not.
    const read = left.filter((span) => text.slice(span.start - start, span.end - start).trim() !== '')
    return read.length === 0 ? [] : [{ ...passage, read: [...read] }]
  })
}
