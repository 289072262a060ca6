import { isEntailmentCandidate } from '../../../checks/entailment-candidate.ts'
import type { AnswerEvent, Claim, PassageCitation } from '../../../contract/answer.ts'
import { isInDoubt } from '../../../contract/confirmed.ts'
import type { EntailmentMeasure, LanguageModel } from '../../../models/language-model.ts'
import type { AnswerProgress } from '../answer-progress.ts'
import { CALLS_EACH, entailmentOdds } from './entailment-odds.ts'
import { entailmentTurns, OFFERS } from './entailment-turns.ts'
import { worthAsking } from './worth-asking.ts'

export type Judging = { readonly model: LanguageModel; readonly question: string }

/**
 * Asks the model of each cited sentence that code could neither find in its source nor find anything wrong with whether the source
 * says as much, and gives those out again for which it says yes. After the answer, so that no word waits for it; a model whose
 * judgement was not measured, or found to be worth too little, is not asked. A no changes nothing: small models refuse too much.
 */
export async function* judgeClaims(
  progress: AnswerProgress,
  { model, question }: Judging,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  const worth = worthAsking(model.info)
  if (!worth) return
  for (const [at, claim] of progress.claims.entries()) {
    const span = spanToJudge(claim, question)
    if (span === null) continue
    const odds = await oddsOrNull(span, claim, model, signal)
    if (odds === null) continue
    await countCalls(span, claim, model, progress)
    if (odds < worth.atLeast) continue
    const judged = supported(claim, worth)
    progress.claims[at] = judged
    yield { type: 'claim', ...judged }
  }
}

/** The answer stands whole; a judgement that fails (too long a span, too little memory) must not take it away. */
async function oddsOrNull(
  span: string,
  claim: Claim,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    return await entailmentOdds(span, withoutMarks(claim.text), model, signal)
  } catch {
    signal.throwIfAborted()
    return null
  }
}

function supported(claim: Claim, { right, of }: EntailmentMeasure): Claim {
  return { ...claim, verdict: 'supported', judged: { right, of } }
}

/** The words of its source that a sentence is held against; null where it is not for the model to judge. */
function spanToJudge(claim: Claim, question: string): string | null {
  const { verdict, citations } = claim
  const isFree = !isInDoubt(claim)
  if (verdict !== 'unchecked' || !isFree) return null
  const quotes = citations.filter((one): one is PassageCitation => 'quote' in one)
  const span = quotes.map(({ quote }) => quote.replace(/\s+/g, ' ').trim()).join(' ')
  const context = quotes.map(({ document }) => document).join(' ')
  return isEntailmentCandidate({ sentence: withoutMarks(claim.text), span, context, question }) ? span : null
}

function withoutMarks(text: string): string {
  return text.replace(/\s*\[[A-Z]\d+\]/g, '')
}

async function countCalls(
  span: string,
  { text }: Claim,
  model: LanguageModel,
  progress: AnswerProgress,
): Promise<void> {
  const promptTokens = await model.countTokens(entailmentTurns(span, text, OFFERS[0]))
  progress.calls.push({
    promptTokens: promptTokens * CALLS_EACH,
    reusedTokens: 0,
    generatedTokens: 0,
    stop: 'end',
    calls: CALLS_EACH,
  })
}
