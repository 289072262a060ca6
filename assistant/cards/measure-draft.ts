import type { LanguageModel } from '../../models/language-model.ts'

/** As in NesyCD; a full map of probabilities doubles the cost of a token, so no further ones are measured. */
const MEASURED_TOKENS = 16

/** A model of which the beginning of one answer is measured while it is written. */
export type MeasuredModel = {
  readonly model: LanguageModel
  /** Whether all that is to be measured has come. */
  isComplete(): boolean
  /** Mean lead of the first tokens over the next best; null where the model gave no probabilities. */
  margin(): number | null
  tokens(): number
}

/** How sure a model is of an answer before anything is reasoned: reasoning makes it surer, most when it is wrong. */
export function measureDraft(model: LanguageModel): MeasuredModel {
  const leads: number[] = []
  let tokens = 0
  return {
    model: {
      ...model,
      async *generate(request, signal) {
        const items = model.generate({ ...request, probabilities: MEASURED_TOKENS }, signal)
        try {
          for (;;) {
            const next = await items.next()
            if (next.done) return next.value
            const { top } = next.value
            tokens += next.value.tokens
            if (top && leads.length < MEASURED_TOKENS) leads.push(top[0] - top[1])
            yield next.value
          }
        } finally {
          // Left in the middle, the model must not go on writing.
          await items.return(undefined as never)
        }
      },
    },
    isComplete: () => tokens >= MEASURED_TOKENS,
    margin: () => (leads.length === 0 ? null : leads.reduce((sum, lead) => sum + lead, 0) / leads.length),
    tokens: () => tokens,
  }
}
