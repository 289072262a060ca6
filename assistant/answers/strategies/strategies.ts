import { chooseOption } from './answer-by-options.ts'
import { tallyOrDraft } from './tally/tally-or-draft.ts'
import { extract } from './extract.ts'
import { fewShot } from './few-shot.ts'
import { recallThenAnswer } from './recall-then-answer.ts'
import type { FurtherStrategies } from './strategy.ts'

/** Each can be taken out here, and the usual way to answer stays as it is. */
export const FURTHER_STRATEGIES: FurtherStrategies = {
  direct: { write: tallyOrDraft },
  extract: {
    write: extract,
    // Sentences to be pointed at are half as many: a small model that chose among twenty took headings.
    reading: (settings) => ({ ...settings, readCharacters: settings.readCharacters / 2 }),
  },
  'recall-then-answer': { write: recallThenAnswer },
  'few-shot': { write: fewShot },
  options: { write: chooseOption },
}
