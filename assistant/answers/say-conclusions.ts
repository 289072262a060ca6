import type { Claim, ConclusionSource, Source } from '../../contract/answer.ts'
import { conclusions } from './answer-record.ts'
import { headSentences } from './conclusion-text.ts'

/** Of one goal several may follow, such as interactions. */
const MOST_SAID = 3

/**
 * What the rules concluded on the question and the model did not say rightly, in their own words: a model may word a
 * conclusion, but neither drop it nor leave unasked what is missing. Only of the goal that fits best.
 */
export function unsaidConclusions(sources: readonly Source[], claims: readonly Claim[]): string {
  const all = conclusions(sources)
  const best = all.filter(({ relation }) => relation === all[0]?.relation)
  const said = new Set(
    claims
      .filter(({ verdict }) => verdict === 'computed')
      .flatMap(({ citations }) => citations.map(({ source }) => source)),
  )
  return best
    .filter(({ source }) => !said.has(source))
    .slice(0, MOST_SAID)
    .map(markedText)
    .join('\n')
}

function markedText(conclusion: ConclusionSource): string {
  return headSentences(conclusion)
    .map((sentence) => `${sentence} [${conclusion.source}]`)
    .join('\n')
}
