import type { ComparingEvent } from '../../../contract/opinions/comparing.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { judgePair } from './judge-pair.ts'
import { openLinks } from './judging-of.ts'
import type { KeptJudgements } from './kept-judgements.ts'
import { type ClaimsOf, matchClaims } from './match-claims.ts'

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
