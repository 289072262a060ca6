import type { LanguageModel } from '../../../models/language-model.ts'
import { yesOverNo } from '../yes-over-no.ts'
import { entailmentTurns, OFFERS } from './entailment-turns.ts'

/** Calls that a judgement takes. */
export const CALLS_EACH = OFFERS.length

/** The model's odds (natural log) that a sentence follows from words of a document: the mean over both orders of yes and no. */
export async function entailmentOdds(
  span: string,
  sentence: string,
  model: Pick<LanguageModel, 'scoreApart'>,
  signal: AbortSignal,
): Promise<number> {
  let sum = 0
  for (const offer of OFFERS) sum += await yesOverNo(model.scoreApart, entailmentTurns(span, sentence, offer), signal)
  return sum / OFFERS.length
}
