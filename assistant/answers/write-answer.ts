import type { AnswerEvent, Claim, CompleteAskInput, PassageSource, Source } from '../../contract/answers/answer.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { StrategyName, UsualStrategy } from '../../contract/answers/strategy.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { rejectRestatedAside } from './draft/aside.ts'
import { documentTitle } from '../../library/search/document-title.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { findAmendments } from './evidence/find-amendments.ts'
import { scanForAnswers } from './evidence/scan-documents.ts'
import { passages } from './answer-record.ts'
import type { AskOptions } from './ask-options.ts'
import { createClaimStream } from './claims/claim-stream.ts'
import { type Conversation, uniqueSources } from './conversation.ts'
import { createFindAuthorities } from './evidence/find-authorities.ts'
import { evidenceOf } from './evidence/find-evidence.ts'
import type { AnswerProgress } from './answer-progress.ts'
import { judgeParts } from './coverage/judge-parts.ts'
import { draftParts } from './draft/draft-parts.ts'
import { type Part, type Reading, withAllRead } from './draft/plan-parts.ts'
import type { ShowSource } from './draft/prompt-source.ts'
import { rerankPassages } from './evidence/rerank-passages.ts'
import { answeringConclusions, isFullAnswer, sayConclusions } from './claims/conclusion-text.ts'
import { leadByQuotes } from './lead-by-quotes.ts'
import type { FurtherStrategies, Strategy } from './strategies/strategy.ts'
import { reportReading, type WatchedModel, watchModel } from './draft/watched-model.ts'
import { createQuestionCoverage, type QuestionCoverage } from './coverage/question-coverage.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

export type Writing = Pick<
  AskOptions,
  'matter' | 'sources' | 'plan' | 'settings' | 'embedder' | 'reranker' | 'cards' | 'examples' | 'furtherStrategies'
> & {
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
  const said = sayConclusions(answering)
  if (said === '' && !closedBook) yield* settled(writing, progress, signal)
  const sources = uniqueSources([...writing.conversation.sources, ...progress.sources])
  const { lists, sources: search } = writing
  const claims = createClaimStream({
    sources,
    question,
    lexicon: lexiconOf(lists),
    unknownWords: progress.searched.unknownWords,
    named: progress.about.named,
    answering,
    show: writing.show,
  })
  const findAuthorities = createFindAuthorities({ lists, question, passages: passages(sources), search })
  const whole = await coverageAsked(input, claims.places, sources, { writing, progress }, signal)
  if (!closedBook) progress.whole = whole
  const take = async function* (checked: readonly Claim[]) {
    for (const one of checked) {
      const { knowledge, approach } = progress
      const given = { cards: knowledge.sources, recalled: approach.recalled, examples: approach.examples }
      const claim = rejectRestatedAside(one, { ...given, passages: passages(sources), question })
      yield* taken(await findAuthorities(claim, signal), progress)
    }
  }
  if (said !== '') {
    progress.text = said
    progress.firstTokenMs = performance.now() - progress.startedMs
    yield { type: 'answer-delta', text: said }
    yield* take(claims.ended(said))
    if (!closedBook) yield* ordered(writing, progress, signal)
  }
  const begun = isFullAnswer(answering) ? said : ''
  const strategy = strategyNamed(progress.strategy, writing)
  const reading = strategy.reading?.(writing.settings) ?? writing.settings
  const parts = closedBook ? [NO_SOURCES] : await planned({ question, begun, reading }, writing, progress, signal)
  if (parts.length === 0) return
  const watched = watchModel(writing.model)
  try {
    const drafting = { claims, take, begun, progress, whole }
    yield* reportReading(watched.model, (model) =>
      strategy.write(input, { ...writing, model }, parts, drafting, signal),
    )
    yield* concluded(whole, progress)
  } finally {
    progress.sources = progress.sources.map((one) => asShown(one, watched))
  }
}

/** Led by quotes, or written by a model whose own sentences their sources confirm: all that a question needs. */
const USUAL: Readonly<Record<UsualStrategy, Strategy>> = {
  quotes: { write: leadByQuotes },
  direct: { write: draftParts },
}

function strategyNamed(name: StrategyName, { furtherStrategies }: Writing): Strategy {
  const known: FurtherStrategies = { ...USUAL, ...furtherStrategies }
  const strategy = known[name]
  if (!strategy) throw new Failure('WRONG_USE', message('failures.answers.noStrategy', { name }))
  return strategy
}

/** What is asked, with what the reranker says of the parts that the rules leave open. */
async function coverageAsked(
  { question, closedBook }: CompleteAskInput,
  places: readonly SourcePlace[],
  sources: readonly Source[],
  { writing, progress }: { readonly writing: Writing; readonly progress: AnswerProgress },
  signal: AbortSignal,
): Promise<QuestionCoverage> {
  const { asked, named } = progress.about
  const found = passages(sources)
  const textOf = textIn(writing.matter, found)
  const whole = createQuestionCoverage({ question: asked || question, named, passages: found, places, textOf })
  if (closedBook) return whole
  return whole.with(await judgeParts(whole, { named, reranker: writing.reranker }, signal))
}

/** What is on record as read is what the model was given, and not what did not fit. */
function asShown(one: Source, { wasShown }: WatchedModel): Source {
  return one.kind === 'passage' && !wasShown(one.source) ? { ...one, read: [] } : one
}

/** The whole text of a document with its name, in lower case; of one of a reference library only what was found of it. */
function textIn({ store }: OpenMatter, found: readonly PassageSource[]): (documentId: string) => string {
  const read = new Map<string, string>()
  return (documentId) => {
    const known = read.get(documentId)
    if (known !== undefined) return known
    const row = store.documents.find(documentId, null)
    const version = row?.textVersionId ?? null
    const own = found.filter((one) => one.documentId === documentId)
    const text = version === null ? own.map(({ text: part }) => part).join('\n') : store.pages.wholeText(version)
    // Its places are offsets into the text: the name comes last.
    const whole = `${text}\n${documentTitle(row?.document ?? own[0]?.document ?? '')}`.toLowerCase()
    read.set(documentId, whole)
    return whole
  }
}

/** What is concluded from the sentences by code comes last. */
function* concluded(whole: QuestionCoverage, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  const claim = whole.conclusion(progress.claims)
  if (!claim) return
  const marks = claim.citations.map(({ source }) => `[${source}]`)
  progress.text = `${progress.text}\n${claim.text} ${[...new Set(marks)].join('')}`.trim()
  yield* taken(claim, progress)
}

const NO_SOURCES: Part = { passages: [], note: '', isApart: false }

/** What the model reads, and code looks through: the passages in order, and what no search brought. */
async function* settled(
  writing: Writing,
  progress: AnswerProgress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  yield* ordered(writing, progress, signal)
  const { matter, conversation } = writing
  const found = passages(progress.sources)
  const scanned = scanForAnswers(matter, {
    question: progress.about.asked,
    named: progress.about.named,
    found,
    marked: [...conversation.sources, ...progress.sources],
    textOf: textIn(matter, found),
  })
  const known = [...progress.sources, ...scanned]
  const more = [...scanned, ...findAmendments(matter, passages(known), [...conversation.sources, ...known])]
  if (more.length === 0) return
  progress.sources = [...progress.sources, ...more]
  yield evidenceOf(progress)
}

/** Puts the passages in the order in which they are read, with their marks. What was shown at once is told again where it changes. */
async function* ordered(
  { reranker }: Writing,
  progress: AnswerProgress,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const found = passages(progress.sources)
  const { asked: question, named } = progress.about
  const { passages: best, best: score } = await rerankPassages({ question, named, passages: found, reranker }, signal)
  progress.bestPassage = score
  const isSame = best.every(({ source }, at) => source === found[at]?.source)
  const left = [...best]
  progress.sources = progress.sources.map((one) => (one.kind === 'passage' ? (left.shift() ?? one) : one))
  if (!isSame) yield evidenceOf(progress)
}

/** What is read of the passages, put on record. Where the answer has begun it is only gone on with, in one call. */
async function planned(
  { question, begun, reading }: { readonly question: string; readonly begun: string; readonly reading: Reading },
  { plan, embedder }: Writing,
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
      settings: reading,
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
