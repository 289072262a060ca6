import { nearestPlace, type NearestOptions } from '../../checks/nearest-place.ts'
import { isAbstention } from '../../checks/abstention.ts'
import type { AnswerEvent, Claim, CompleteAskInput } from '../../contract/answers/answer.ts'
import { isFromCard } from './draft/aside.ts'
import { passages } from './answer-record.ts'
import type { ClaimStream } from './claims/claim-stream.ts'
import type { SourcePlace } from '../../checks/confirm.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { judgePlaces } from './coverage/judge-places.ts'
import { type Drafting, draftParts, type Writer } from './draft/draft-parts.ts'
import type { Part } from './draft/plan-parts.ts'

/**
 * An answer led by quotes, for models that paraphrase badly. First code looks for what is asked; where it finds all of it, the model is not
 * asked (29 of 60 questions on invented judgments and records, none of them wrongly). Else it is asked of the likeliest places whether
 * they state the answer. Where none does surely, the model writes, and by what it writes chooses: code quotes the sentence or row that
 * each of its sentences comes nearest to. A sentence of its own stays where its source confirms it, or where it says what a card says. In
 * 34 answers on invented judgments the quotes held more of the right answer than the sentences did (`nearest-place.ts`).
 */
export async function* leadByQuotes(
  input: CompleteAskInput,
  writer: Writer,
  parts: readonly Part[],
  found: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  yield* found.take(lacking(found))
  const drafting = yield* withPlacesJudged(found, writer.model, signal)
  const { progress, begun } = drafting
  const take = (checked: readonly Claim[]) => drafting.take(quoted(checked, drafting, input.question))
  if (drafting !== found) yield* drafting.take(lacking(drafting))
  if (!drafting.whole.isAnsweredBy(progress.claims))
    for await (const event of draftParts(input, writer, parts, { ...drafting, take }, signal)) {
      // What is drafted is no sentence of the answer yet.
      if (event.type !== 'answer-delta') yield event
    }
  yield* drafting.take(lacking(drafting))
  yield* withLikeliest(drafting)
  yield* withRulesSeconded(drafting, writer.model, signal)
  progress.text = [
    begun,
    ...progress.claims.filter(({ verdict }) => begun === '' || verdict !== 'computed').map(marked),
  ]
    .filter(Boolean)
    .join('\n')
}

function marked({ text, citations }: Claim): string {
  return `${text} ${[...new Set(citations.map(({ source }) => `[${source}]`))].join('')}`.trimEnd()
}

export type PlacesToQuote = Omit<NearestOptions, 'cited'> & Pick<ClaimStream, 'quoted'>

/**
 * What stands in the answer for a sentence that a model wrote: the sentence itself where it could be checked, else the place that it comes
 * nearest to. Null where it says nothing, or was taken from nowhere.
 */
export function inQuotes(claim: Claim, { quoted: quote, ...among }: PlacesToQuote): Claim | null {
  const isChecked = claim.verdict !== 'unchecked' && claim.verdict !== 'unsupported'
  if (isChecked || claim.differsFrom.length > 0) return claim
  if (isAbstention(claim.text)) return null
  const at = nearestPlace(claim.text, { ...among, cited: new Set(claim.citations.map(({ source }) => source)) })
  return at && quote(at, claim.index)
}

/** Each sentence as it is or as the place that it comes nearest to, each place once, and of no document that was not asked about. */
function quoted(checked: readonly Claim[], { claims, progress, whole }: Drafting, question: string): readonly Claim[] {
  const places = claims.places.filter((at) => isMeant(at.source) && whole.isToQuote(at))
  const naming = new Set(progress.about.named.flatMap(({ words }) => [...words]))
  const among = { places, question, naming, quoted: claims.quoted }
  const given = { cards: progress.knowledge.sources, passages: passages(progress.sources), question }
  const fresh: Claim[] = []
  for (const claim of checked) {
    // What it took from a card is in no document: it stays, and is marked as such.
    const quote = isFromCard(claim.text, given) ? claim : inQuotes(claim, among)
    const isOf = quote && citesMeant(quote) && !whole.isOfNothingAsked(quote)
    if (quote && isOf && !isTwice(quote, [...progress.claims, ...fresh]))
      fresh.push({ ...whole.attributed(quote), index: progress.claims.length + fresh.length })
  }
  return fresh

  function isMeant(mark: string): boolean {
    const passage = passages(progress.sources).find(({ source }) => source === mark)
    return passage === undefined || whole.isMeant(passage.documentId)
  }
  function citesMeant({ citations }: Claim): boolean {
    return citations.every((one) => !('quote' in one) || isMeant(one.source))
  }
}

/** Places that may answer what is left open, quoted at last and as such. */
async function* withLikeliest(drafting: Drafting): AsyncGenerator<AnswerEvent, void, void> {
  const { progress, whole } = drafting
  const places = whole.likely(progress.claims)
  if (progress.whole) progress.whole = whole.with(whole.withLikelyShown(progress.claims))
  yield* drafting.take(quotes(places, drafting))
}

/** With what the model says of the likeliest places for what the sentences so far leave open. */
async function* withPlacesJudged(
  drafting: Drafting,
  model: LanguageModel,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Drafting, void> {
  const { progress } = drafting
  const doubtful = drafting.whole.doubtful(progress.claims)
  if (!model.info.placeOdds || doubtful.length === 0) return drafting
  yield { type: 'model-loading', model: model.info.id }
  const { judged, promptTokens, calls } = yield* judgePlaces(doubtful, model, signal)
  progress.preparing.push({ promptTokens, calls, reusedTokens: 0, generatedTokens: 0, stop: 'end' })
  const whole = drafting.whole.with(judged)
  if (progress.whole) progress.whole = whole
  return { ...drafting, whole }
}

/** With what the model says of the places by which the rules find the question answered: one that it denies answers nothing. */
async function* withRulesSeconded(
  { progress }: Drafting,
  model: LanguageModel,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const { whole } = progress
  const found = whole?.foundByRules(progress.claims) ?? []
  if (!whole || !model.info.placeOdds || found.length === 0) return
  yield { type: 'model-loading', model: model.info.id }
  const { judged, promptTokens, calls } = yield* judgePlaces(found, model, signal)
  progress.preparing.push({ promptTokens, calls, reusedTokens: 0, generatedTokens: 0, stop: 'end' })
  progress.whole = whole.with(judged)
}

/** What code finds of what the sentences so far leave open. */
function lacking(drafting: Drafting): readonly Claim[] {
  return quotes(drafting.whole.lacking(drafting.progress.claims), drafting)
}

/** Each place once, none that a sentence has already, and one sentence of two documents that have the same words. */
function quotes(places: readonly SourcePlace[], { claims, progress, whole }: Drafting): readonly Claim[] {
  const fresh: Claim[] = []
  for (const at of places) {
    const quote = claims.quoted(at, progress.claims.length + fresh.length)
    if (!quote || isTwice(quote, [...progress.claims, ...fresh])) continue
    const claim = whole.attributed(quote)
    const same = fresh.findIndex((one) => claim === quote && hasSameWords(one, claim))
    const first = fresh[same]
    if (first) fresh[same] = { ...first, citations: [...first.citations, ...claim.citations] }
    else fresh.push(claim)
  }
  return fresh
}

function hasSameWords(one: Claim, other: Claim): boolean {
  const [words, others] = [one, other].map(({ citations }) =>
    citations.flatMap((cited) => ('quote' in cited ? wordsOf(cited.quote) : [])),
  )
  return words?.[0] !== undefined && words[0] === others?.[0]
}

/** However its dashes are written, and its cells parted. */
function wordsOf(quote: string): string {
  return quote
    .replace(/[–—]/g, '-')
    .replace(/[\s|]+/g, ' ')
    .trim()
}

/** Of the same place one sentence is enough, whether it is quoted or said in other words. */
function isTwice(one: Claim, others: readonly Claim[]): boolean {
  const placeOf = ({ citations }: Claim) =>
    citations
      .map((citation) => ('quote' in citation ? `${citation.documentId} ${citation.start}` : citation.rule))
      .join()
  return others.some((other) => placeOf(other) === placeOf(one) && (placeOf(one) !== '' || other.text === one.text))
}
