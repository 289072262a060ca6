import type { LanguageModel } from '../../../models/language-model.ts'
import { nameKey } from './name-key.ts'

const NAMED = 5
const TOKENS_AT_MOST = 90
/** Five short lines. */
const LINES = ['root ::= line{1,5}', 'line ::= "- " [^-\\n\\[\\]:;.] [^\\n\\[\\]:;.]{2,58} "\\n"'].join('\n')

const INSTRUCTIONS =
  'You read sentences of documents and name what could answer a question. Write short names, one a line, likeliest first. Do not explain.'

/** What the model thinks of where no pack has candidates: up to five names, likeliest first, each once. */
export async function nameCandidates(
  question: string,
  sentences: string,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const turns = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: `Sentences:\n${sentences}\n\nQuestion: ${question}` },
  ] as const
  let text = ''
  for await (const piece of model.generate({ turns, maxTokens: TOKENS_AT_MOST, grammar: LINES }, signal))
    text += piece.text
  const names = text.split('\n').flatMap((line) => /^- (.{3,60})$/.exec(line)?.[1]?.trim() ?? [])
  return [...new Map(names.map((name) => [nameKey(name), name])).values()].slice(0, NAMED)
}
