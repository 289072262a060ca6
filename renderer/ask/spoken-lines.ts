import type { Claim } from '../../contract/answer.ts'
import { insteadWords } from '../../contract/quoted-words.ts'
import { openPartWords } from '../../contract/open-parts.ts'
import { VERDICT_WORDS } from '../parts/verdict-mark.tsx'
import { formatCount } from '../wording/format-count.ts'
import { ANSWER_HEADINGS, stateSummary } from './answer-summary.ts'
import { withoutMarks } from './draft.ts'
import type { LiveAnswer } from './live-answer.ts'

/** What a screen reader says of an answer that is being written, each line once: passages, checked sentences, the end. */
export function spokenLines({ sources, claims: written, finished }: LiveAnswer): readonly string[] {
  // Quotes take the place of what was written and no source supports.
  const claims = finished?.state === 'not-written' ? finished.claims : written
  const found = sources ? [`${formatCount(sources.length, 'passage')} found.`] : []
  const sentences = claims.map(spokenSentence)
  if (!finished) return [...found, ...sentences]
  const { word } = ANSWER_HEADINGS[finished.state]
  const summary =
    finished.state === 'not-found'
      ? 'Your documents do not say.'
      : stateSummary(finished, finished.model ? 'above' : 'below')
  return [...found, ...sentences, `${word}. ${summary}`, ...finished.notAnswered.map(openPartWords)]
}

function spokenSentence(claim: Claim): string {
  const instead = insteadWords(claim)
  const corrected = instead === null ? '' : ` ${instead.of}: ${instead.words}`
  return `${withoutMarks(claim.text)} ${VERDICT_WORDS[claim.verdict]}.${corrected}`
}
