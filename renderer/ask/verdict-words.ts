import type { Verdict } from '../../contract/answer.ts'
import { formatCount } from '../wording/format-count.ts'

/** What a verdict means for this quote, beside its page. */
export function verdictWords(verdict: Verdict, quote: string): string {
  const words = quote.split(/\s+/).filter(Boolean).length
  switch (verdict) {
    case 'verbatim':
      return words === 1
        ? 'The quoted word stands on this page.'
        : `All ${formatCount(words, 'word')} of the quote stand on this page, in this order.`
    case 'close':
      return 'The wording is close to the page, not the same. Compare before quoting it.'
    case 'entailed':
      return 'The model’s reading of these words. Read them before relying on it.'
    case 'computed':
      return words === 0
        ? 'Computed by a rule; its proof shows each step.'
        : 'Counted or added by the program from these words and the others that are cited.'
    case 'unchecked':
      return 'The sentence names this source. Whether these words bear it out was not checked: read them.'
    case 'unsupported':
      return 'No passage that was found bears this sentence out. Shown is a passage found for the question.'
  }
}
