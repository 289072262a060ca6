import { createTurns } from '../../store/turns.ts'
import type { ModelShelf } from '../models/model-shelf.ts'
import type { OpenMatters } from '../home/open-matters.ts'
import type { Reading } from '../reading/reading.ts'

/** Makes every open matter search with the chosen embedding model, and gives vectors to what lacks them. */
export function createUseEmbedder(
  shelf: Pick<ModelShelf, 'embedder'>,
  matters: Pick<OpenMatters, 'all'>,
  reading: Pick<Reading, 'embedMissing'>,
) {
  const inTurn = createTurns()
  const now = () =>
    inTurn(async () => {
      const embedder = await shelf.embedder()
      for (const matter of matters.all()) {
        // After a language model came or went the vectors are what they were.
        if (matter.library.revision === (embedder?.info.revision ?? null)) continue
        await matter.library.useEmbedder(embedder)
        void reading.embedMissing(matter)
      }
    })
  return {
    now,
    /** For when nobody waits; a matter that was closed meanwhile gets the model when it is opened again. */
    soon: () => void now().catch((error: Error) => process.emitWarning(error)),
  }
}
