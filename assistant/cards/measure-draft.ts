import type { GenerateItem, GenerateResult, LanguageModel } from '../../models/language-model.ts'

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
  /** Ends the writing, wherever it is: what is only left goes on, and keeps every later call waiting for its turn. */
  stop(): Promise<void>
}

/** How sure a model is of an answer before anything is reasoned: reasoning makes it surer, most when it is wrong. */
export function measureDraft(model: LanguageModel): MeasuredModel {
  const leads: number[] = []
  let tokens = 0
  let writing: AsyncGenerator<GenerateItem, GenerateResult, void> | null = null
  return {
    model: {
      ...model,
      async *generate(request, signal) {
        const items = model.generate({ ...request, probabilities: MEASURED_TOKENS }, signal)
        writing = items
        for (;;) {
          const next = await items.next()
          if (next.done) return next.value
          const { top } = next.value
          tokens += next.value.tokens
          if (top && leads.length < MEASURED_TOKENS) leads.push(top[0] - top[1])
          yield next.value
        }
      },
    },
    isComplete: () => tokens >= MEASURED_TOKENS,
    margin: () => (leads.length === 0 ? null : leads.reduce((sum, lead) => sum + lead, 0) / leads.length),
    tokens: () => tokens,
    async stop() {
      await writing?.return(undefined as never)
    },
  }
}
