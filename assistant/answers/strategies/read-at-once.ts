import type { StrategyName } from '../../../contract/strategy.ts'

/**
 * Characters that the model reads in one call, about 470 tokens: less than half of the usual four passages, which is what the
 * user waits for before the first word.
 */
const USUAL = 2000
/** Sentences to be pointed at are fewer: a small model that chose among twenty took headings. About 250 tokens. */
const TO_QUOTE_FROM = 1000

export function readAtOnce(strategy: StrategyName): number {
  return strategy === 'extract' ? TO_QUOTE_FROM : USUAL
}
