import type { Claim } from '../../contract/answer.ts'

/** Beside a sentence with another value than rules compute: a document may rightly say so, a model's own words are not to be relied on. */
export function differingWords(verdict: Claim['verdict'], differsFrom: readonly string[]): string {
  const computed = `${differsFrom.join(', ')} ${differsFrom.length === 1 ? 'computes' : 'compute'} another value.`
  if (verdict === 'verbatim') return `${computed} The document says this in these words.`
  const where = verdict === 'unsupported' ? ' No passage says this.' : ''
  return `${computed}${where} Do not rely on this sentence.`
}
