import type { Verdict } from '../../contract/answer.ts'
import { formatCount } from '../wording/format-count.ts'

/** What a verdict means for this quote, beside its page. */
export function verdictWords(verdict: Verdict, quote: string): string {
  const words = quote.split(/\s+/).filter(Boolean).length
  switch (verdict) {
    case 'verbatim':
      return words === 1
        ? 'The quoted word is on this page.'
        : `All ${formatCount(words, 'word')} of the quote are on this page, in this order.`
    case 'close':
      return 'The wording is close to the page, not the same. Compare before quoting it.'
    case 'supported':
      return 'Other words; these confirm each thing, number, date, name and negation in it.'
    case 'contradicted':
      return 'These words say otherwise of the same thing.'
    case 'computed':
      return words === 0
        ? 'Computed by a rule; its proof shows each step.'
        : 'Counted or added by the program from these words and the others that are cited.'
    case 'unchecked':
      return 'Cites this source. Not confirmed: read it before relying on the sentence.'
    case 'unsupported':
      return 'No passage supports this sentence. Shown is a passage found for the question.'
  }
}
