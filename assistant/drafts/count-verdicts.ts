import { DRAFT_VERDICTS, type DraftVerdict, type Finding } from '../../contract/drafts/draft-check.ts'
import type { DraftSentence } from './draft-text.ts'

/** How many sentences of a draft came out how: each by the gravest of what was found in it. */
export function countSentences(sentences: readonly DraftSentence[], findings: readonly Finding[]) {
  const counts = { sentences: 0, confirmed: 0, contradicted: 0, nowhere: 0, notCheckable: 0 }
  let from = 0
  for (const sentence of sentences) {
    while ((findings[from]?.start ?? Number.POSITIVE_INFINITY) < sentence.start) from += 1
    const own: DraftVerdict[] = []
    for (let at = from; (findings[at]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; at += 1)
      own.push(findings[at]?.verdict ?? 'not-checkable')
    if (own.length === 0) continue
    counts.sentences += 1
    counts[countOf(DRAFT_VERDICTS.find((verdict) => own.includes(verdict)) ?? 'not-checkable')] += 1
  }
  return counts
}

function countOf(verdict: DraftVerdict) {
  if (verdict === 'contradicted' || verdict === 'nowhere') return verdict
  return verdict === 'not-checkable' ? 'notCheckable' : 'confirmed'
}
