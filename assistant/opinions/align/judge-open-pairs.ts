import type { ComparingEvent } from '../../../contract/opinions/comparing.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { keptBiasCheck } from '../counterfactual/compare-swapped.ts'
import { opinionOf } from '../kept-opinions.ts'
import { judgePair } from './judge-pair.ts'
import { type KeptJudgements, keptJudgements, openLinks } from './kept-judgements.ts'
import { type ClaimsOf, claimsOf, matchClaims } from './match-claims.ts'

/**
 * Has the local model judge the pairs that rules cannot tell, one by one, until none is open; each is kept at once, so that a later
 * call goes on from there. A pair that falls apart may leave another one open, so there may be more of them than at the beginning.
 */
export async function* judgeClaims(
  claims: ClaimsOf,
  model: LanguageModel,
  kept: KeptJudgements,
  signal: AbortSignal,
): AsyncGenerator<ComparingEvent, void, void> {
  const open = () => openLinks(matchClaims(claims, kept.judgementOf).groups)
  let left = open()
  yield { type: 'comparing-begin', done: 0, items: left.length }
  let done = 0
  for (let [next] = left; next; [next] = left) {
    const { one, other } = next
    const state = await judgePair(one.claim.text, other.claim.text, model, signal)
    kept.keep(one.claim.text, other.claim.text, state)
    left = open()
    done += 1
    yield { type: 'comparing-item', done, items: done + left.length }
  }
  yield { type: 'comparing-end', done, items: done }
}

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
