import type { AnswerEvent, Claim, CompleteAskInput, Source } from '../../contract/answer.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { lexiconOf } from '../word-lists.ts'
import { passages } from './answer-record.ts'
import { saysAnything } from './answerable.ts'
import { measureMargin } from '../confidence/measure-margin.ts'
import { type ClaimStream, createClaimStream } from './claim-stream.ts'
import { type Conversation, uniqueSources } from './conversation.ts'
import { draftAnswer, draftTurns, withBegun } from './draft-answer.ts'
import type { EvidenceSource } from './evidence-source.ts'
import { createFindAuthorities } from './find-authorities.ts'
import type { AnswerProgress } from './keep-answer.ts'
import type { ShowSource } from './prompt-source.ts'
import { answeringConclusions, areTheAnswer, sayConclusions } from './say-conclusions.ts'

export type Writing = {
  readonly model: LanguageModel
  readonly conversation: Conversation
  /** Sources that the model has not been shown before. */
  readonly added: readonly Source[]
  readonly show: ShowSource
  readonly lists: WordLists
  readonly search: readonly EvidenceSource[]
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
  const { lists, search } = writing
  const claims = createClaimStream({
    sources,
    question,
    lexicon: lexiconOf(lists),
    answering,
    above: (source) => writing.show(source).above,
  })
  const findAuthorities = createFindAuthorities({ lists, question, passages: passages(sources), search })
  const take = async function* (checked: readonly Claim[]) {
    for (const claim of checked) yield* taken(await findAuthorities(claim, signal), progress)
  }
  const said = sayConclusions(answering)
  if (said !== '') {
    progress.text = said
    progress.firstTokenMs = performance.now() - progress.startedMs
    yield { type: 'answer-delta', text: said }
    yield* take(claims.ended(said))
  }
  const begun = areTheAnswer(answering) ? said : ''
  if (passages(progress.sources).length > 0 || closedBook)
    yield* draftClaims(input, writing, { claims, take, begun, progress }, signal)
}

type Drafting = {
  readonly claims: ClaimStream
  /** Gives sentences out, with the authorities that they name looked up. */
  readonly take: (checked: readonly Claim[]) => AsyncGenerator<AnswerEvent, void, void>
  /** What the model goes on from; else it answers the question by itself, below what was said. */
  readonly begun: string
  readonly progress: AnswerProgress
}

/** What the model writes, checked as it comes; nothing where the sources say nothing. */
async function* draftClaims(
  input: CompleteAskInput,
  { model, conversation, added, show }: Writing,
  { claims, take, begun, progress }: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { rounds } = conversation
  yield { type: 'model-loading', model: model.info.id }
  const [sources, newSources] = [passages(progress.sources), passages(added)]
  const draft = { ...input, model, earlier: rounds, sources, newSources, begun, show }
  const turns = await draftTurns(draft)
  if (!input.closedBook && !(await saysAnything(model, turns, progress.searched.unknownWords, signal))) return
  if (progress.text !== begun) yield* more('\n', progress)
  const texts = draftAnswer(draft, turns, signal)
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done) {
      progress.generated = next.value
      break
    }
    progress.firstTokenMs ??= performance.now() - progress.startedMs
    yield* more(next.value, progress)
    yield* take(claims.written(progress.text))
  }
  yield* take(claims.ended(progress.text))
  if (!input.closedBook) progress.draftMargin ??= await measureMargin(model, withBegun(turns, begun), signal)
}

function* more(text: string, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.text += text
  yield { type: 'answer-delta', text }
}

function* taken(claim: Claim, progress: AnswerProgress): Generator<AnswerEvent, void, void> {
  progress.claims.push(claim)
  yield { type: 'claim', ...claim }
}
