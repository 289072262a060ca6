import type { LanguageModel } from '../../../models/language-model.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'

export type Sampling = {
  readonly question: string
  readonly names: readonly string[]
  readonly sentences: string
  readonly seed: number
  readonly model: LanguageModel
}

/**
 * Which candidate the model puts first when they stand in the order of this seed. The model always says the same of the same text, and
 * prefers what stands first: other orders show how firm its choice is. Null where it named none.
 */
export async function sampleFirst(sampling: Sampling, signal: AbortSignal): Promise<string | null> {
  const { question, names, sentences, seed, model } = sampling
  const shuffled = inOrderOf(seed, names)
  const turns = [
    {
      role: 'system',
      text: 'You name the likeliest of some candidates by sentences of documents. Write its name alone.',
    },
    {
      role: 'user',
      text: `Sentences:\n${sentences}\n\nQuestion: ${question}\nCandidates:\n${shuffled.map((name) => `- ${name}`).join('\n')}`,
    },
  ] as const
  const grammar = `root ::= ${shuffled.map((name) => JSON.stringify(name)).join(' | ')}`
  let text = ''
  for await (const piece of model.generate({ turns, maxTokens: 40, grammar }, signal)) text += piece.text
  return names.find((name) => name === text.trim()) ?? null
}

function inOrderOf(seed: number, names: readonly string[]): readonly string[] {
  const random = seededRandom(seed)
  return names
    .map((name) => ({ name, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ name }) => name)
}
