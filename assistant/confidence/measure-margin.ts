import type { LanguageModel, Turn } from '../../models/language-model.ts'

/** So many first tokens are looked at, before the model has talked itself into anything (`docs/answers.md`). */
const TOKENS = 16

/**
 * How sure a model is of its first words: the mean of p1 − p2 over them. Apart from the draft, for under a grammar the two
 * probabilities cost six times a plain token and without one nothing (0.5B, one thread: 64 tokens 3.1 s, with 16 of them
 * looked at under the grammar 8.2 s); and after it, when the prompt is still in the context and nobody waits for a word. It
 * costs 16 tokens. Null when it is aborted, or nothing was said.
 */
export async function measureMargin(
  model: LanguageModel,
  turns: readonly Turn[],
  signal: AbortSignal,
): Promise<number | null> {
  const leads: number[] = []
  try {
    for await (const { top } of model.generate({ turns, maxTokens: TOKENS, seed: 0, probabilities: TOKENS }, signal))
      if (top) leads.push(top[0] - top[1])
  } catch {
    // The answer is whole already, and stands without it.
    return null
  }
  return leads.length === 0 ? null : leads.reduce((sum, lead) => sum + lead, 0) / leads.length
}
