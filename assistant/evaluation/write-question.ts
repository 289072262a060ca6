import type { LanguageModel, Turn } from '../../models/language-model.ts'

export type WrittenQuestion = { readonly question: string; readonly answer: string }

const MOST_TOKENS = 96

const INSTRUCTIONS =
  'You write one question about a passage and its short answer. The question names the person or thing that it asks about and can be understood without the passage. The answer is a few words copied from the passage.'

const EXAMPLE: readonly [string, string] = [
  'The lease of 7 Mill Lane was signed on 4 May 2021. The rent is 18,000 pounds a year, payable quarterly in advance.',
  'Question: What is the yearly rent of 7 Mill Lane?\nAnswer: 18,000 pounds',
]

/** A line each: what has another form could not be read. */
const GRAMMAR = String.raw`root ::= "Question: " [A-Z] [^\n]+ "?\nAnswer: " [^\n]+ "\n"?`

/** Null where it was cut off. */
export async function writeQuestion(
  passage: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<WrittenQuestion | null> {
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: EXAMPLE[0] },
    { role: 'assistant', text: EXAMPLE[1] },
    { role: 'user', text: passage },
  ]
  let text = ''
  const request = { turns, maxTokens: MOST_TOKENS, seed: 0, grammar: GRAMMAR }
  for await (const item of model.generate(request, signal)) text += item.text
  const found = /^Question: (.+\?)\s*\nAnswer: (.+)/.exec(text.trim())
  return found?.[1] && found[2] ? { question: found[1].trim(), answer: found[2].trim() } : null
}
