import type { AnswerEvent, Claim, CompleteAskInput, Source } from '../../contract/answer.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { withoutCardAlone } from '../cards/rests-on-card.ts'
import { lexiconOf } from '../word-lists.ts'
import { passages } from './answer-record.ts'
import type { AskOptions } from './ask-options.ts'
import { createClaimStream } from './claim-stream.ts'
import { type Conversation, uniqueSources } from './conversation.ts'
import { createFindAuthorities } from './find-authorities.ts'
import type { AnswerProgress } from './keep-answer.ts'
import { type Part, withAllRead } from './parts/plan-parts.ts'
import type { ShowSource } from './prompt-source.ts'
import { answeringConclusions, areTheAnswer, sayConclusions } from './say-conclusions.ts'
import { readingOf } from './strategies/reading-of.ts'
import { STRATEGIES } from './strategies/strategies.ts'
import { watchShown, type WatchedModel } from './watch-shown.ts'
import { withReading } from './with-reading.ts'

export type Writing = Pick<AskOptions, 'sources' | 'plan' | 'settings' | 'embedder' | 'cards' | 'examples'> & {
  readonly model: LanguageModel
  readonly conversation: Conversation
  readonly show: ShowSource
  readonly lists: WordLists
}

/** First what rules conclude, in their own words; then what the model writes from the passages. */
export async function* writeAnswer(
  input: CompleteAskInput,
  writing: Writing,
  progress: AnswerProgress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { question, closedBook } = input
  const answering = answeringConclusions(progress.sources)
  const sources = uniqueSources([...writing.conversation.sources, ...progress.sources])
  const { lists, sources: search } = writing
  const claims = createClaimStream({
    sources,
    question,
    lexicon: lexiconOf(lists),
    unknownWords: progress.searched.unknownWords,
    named: progress.about.named,
    answering,
    above: (source) => writing.show(source).above,
  })
  const findAuthorities = createFindAuthorities({ lists, question, passages: passages(sources), search })
  const take = async function* (checked: readonly Claim[]) {
    for (const one of checked) {
      const { knowledge, approach } = progress
      const given = { cards: knowledge.sources, recalled: approach.recalled, examples: approach.examples }
      const claim = withoutCardAlone(one, { ...given, passages: passages(sources), question })
      yield* taken(await findAuthorities(claim, signal), progress)
    }
  }
  const said = sayConclusions(answering)
  if (said !== '') {
    progress.text = said
    progress.firstTokenMs = performance.now() - progress.startedMs
    yield { type: 'answer-delta', text: said }
    yield* take(claims.ended(said))
  }
  const begun = areTheAnswer(answering) ? said : ''
  const parts = closedBook ? [NO_SOURCES] : await planned(question, begun, writing, progress, signal)
  const write = STRATEGIES[progress.strategy]
  if (parts.length === 0) return
  const watched = watchShown(writing.model)
  try {
    const drafting = { claims, take, begun, progress }
    yield* withReading(watched.model, (model) => write(input, { ...writing, model }, parts, drafting, signal))
  } finally {
    progress.sources = progress.sources.map((one) => asShown(one, watched))
  }
}

/** What is on record as read is what the model was given, and not what did not fit. */
function asShown(one: Source, { wasShown }: WatchedModel): Source {
  return one.kind === 'passage' && !wasShown(one.source) ? { ...one, read: [] } : one
}

const NO_SOURCES: Part = { passages: [], note: '', isApart: false }

/** What is read of the passages, put on record. Where the answer has begun it is only gone on with, in one call. */
async function planned(
  question: string,
  begun: string,
  { plan, settings, embedder }: Writing,
  progress: AnswerProgress,
  signal: AbortSignal,
): Promise<readonly Part[]> {
  const found = passages(progress.sources)
  if (found.length === 0) return []
  const all = await plan(
    {
      question: progress.about.asked,
      asked: question,
      passages: found,
      named: progress.about.named,
      embedder,
      settings: readingOf(progress.strategy, settings),
    },
    signal,
  )
  const parts = begun === '' ? all : all.slice(0, 1)
  const read = new Map(withAllRead(found, parts).map((passage) => [passage.source, passage]))
  progress.sources = progress.sources.map((one) => read.get(one.source) ?? one)
  return parts
}

function* taken(claim: Claim, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.claims.push(claim)
  yield { type: 'claim', ...claim }
}
