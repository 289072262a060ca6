import type { ComparingEvent } from '../../../contract/opinions/comparing.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { opinionOf } from '../kept-opinions.ts'
import { keptBiasCheck } from '../counterfactual/kept-bias-check.ts'
import { claimsOf } from './claims-of.ts'
import { judgeClaims } from './judge-claims.ts'
import { keptJudgements } from './kept-judgements.ts'

/** Has the model judge what rules cannot tell of a consultation's opinions; what it judged is kept with it. Throws `NOT_FOUND`. */
export async function* compareConsultation(
  consultation: string,
  matter: OpenMatter,
  model: LanguageModel,
  signal: AbortSignal,
): AsyncGenerator<ComparingEvent, void, void> {
  const found = consultationNamed(matter, consultation)
  const claims = claimsOf(found, answerIn(matter.store, found.answerId))
  const kept = keptJudgements(matter, consultation, model.info)
  yield* judgeClaims(claims, model, kept, signal)
  const swapped = opinionOf(matter, consultation, 'counterfactual')
  if (swapped) yield* judgeClaims({ local: [], blind: claims.blind, informed: swapped.claims }, model, kept, signal)
  const here = keptBiasCheck(matter, consultation)
  if (here) yield* judgeClaims({ local: [], blind: here.asIs.claims, informed: here.other.claims }, model, kept, signal)
}
