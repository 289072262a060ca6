import type { LoadedLanguage } from './load-language.ts'
import { promptTokens } from './prompt-tokens.ts'

/**
 * Reads what every prompt with these instructions begins with, where the sequence is still empty: the first question then does not pay
 * for it. Gives the number of tokens that were read.
 */
export async function readBeginning(loaded: LoadedLanguage, instructions: string): Promise<number> {
  const { sequence } = loaded
  if (sequence.nextTokenIndex > 0) return 0
  // How a template goes on after the instructions is seen by two questions that differ from their first letter.
  const [one, other] = ['A', 'B'].map(
    (text) =>
      promptTokens(loaded, [
        { role: 'system', text: instructions },
        { role: 'user', text },
      ]).tokens,
  )
  const differs = one?.findIndex((token, at) => token !== other?.[at]) ?? 0
  const beginning = one?.slice(0, Math.max(0, differs)) ?? []
  await sequence.evaluateWithoutGeneratingNewTokens([...beginning])
  return beginning.length
}
