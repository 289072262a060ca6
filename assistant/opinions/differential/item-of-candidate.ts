import type { CandidateRow, RankedItem, Support } from '../../../contract/opinions/differential.ts'

/** A candidate of a pack as an item of a list: its reasons are confirmed facts, its gaps what nobody recorded. */
export function itemOfCandidate({ name, applies, cannotMiss, decides, findings }: CandidateRow): RankedItem {
  const on = (wanted: 'for' | 'against'): Support[] =>
    findings.filter(({ side }) => side === wanted).map(({ sentence }) => ({ text: sentence, claim: null }))
  const missing = findings.filter(({ side }) => side === 'missing').map(({ question, say }) => question ?? say)
  return {
    name,
    for: on('for'),
    against: on('against'),
    missing: applies === 'no' ? [NOT_WEIGHED] : missing,
    decides: [...decides],
    cannotMiss,
  }
}

const NOT_WEIGHED = 'nothing recorded says whether it is to be considered, so it was not weighed'
