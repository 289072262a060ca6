import type { GenerateItem, GenerateRequest, GenerateResult, LanguageModel } from '../../models/language-model.ts'

type Kept = {
  readonly items: readonly GenerateItem[]
  readonly result: GenerateResult
  readonly maxTokens: number
}

/**
 * A model that is asked the same thing once only: many settings come to the same prompt, and a greedy model answers it the
 * same; one that ended by itself within fewer tokens ends so too. What was not finished is not kept.
 */
export function rememberGenerated<M extends LanguageModel>(model: M): M {
  const kept = new Map<string, Kept>()
  const scores = new Map<string, Promise<readonly number[]>>()

  async function* generate(
    request: GenerateRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<GenerateItem, GenerateResult, void> {
    const { maxTokens, ...asked } = request
    const key = JSON.stringify(asked)
    const known = kept.get(key)
    if (known && isSame(known, maxTokens)) {
      yield* known.items
      return known.result
    }
    const items: GenerateItem[] = []
    const all = model.generate(request, signal)
    for (;;) {
      const next = await all.next()
      if (next.done) {
        kept.set(key, { items, result: next.value, maxTokens })
        return next.value
      }
      items.push(next.value)
      yield next.value
    }
  }

  return {
    ...model,
    generate,
    async score(turns, continuations, signal) {
      const key = JSON.stringify([turns, continuations])
      const known = scores.get(key)
      if (known) return known
      const made = model.score(turns, continuations, signal)
      scores.set(key, made)
      made.catch(() => scores.delete(key))
      return made
    },
  }
}

function isSame({ result, maxTokens }: Kept, wanted: number): boolean {
  return wanted === maxTokens || (result.stop === 'end' && result.generatedTokens <= wanted)
}
