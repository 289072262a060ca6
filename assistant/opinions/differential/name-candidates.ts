import { contentWords } from '../../../text/words.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { nameKey } from './name-key.ts'
import { numbered, type PassageSentence } from './numbered-sentences.ts'

const NAMED = 5
const TOKENS_AT_MOST = 90
/** Five short lines. */
const LINES = ['root ::= line{1,5}', 'line ::= "- " [^-\\n\\[\\]:;.] [^\\n\\[\\]:;.]{2,58} "\\n"'].join('\n')

const INSTRUCTIONS =
  'You read findings and name possible explanations of them. An explanation is a cause, a diagnosis or a legal ground; it is not written in the findings. Write short names, one a line, likeliest first.'
/** Begun so, the 1.5B names causes; asked for a "differential" it gave back the findings. */
const BEGUN = 'Possible explanations:\n'

/** What the model thinks of where no pack has candidates: up to five names, likeliest first, each once. */
export async function nameCandidates(
  question: string,
  sentences: readonly PassageSentence[],
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const turns = [
    { role: 'system', text: INSTRUCTIONS },
    {
      role: 'user',
      text: `Findings:\n${numbered(sentences)}\n\nQuestion: ${question}\nWhich diagnoses, causes or grounds could explain it?`,
    },
    { role: 'assistant', text: BEGUN },
  ] as const
  let text = ''
  for await (const piece of model.generate({ turns, maxTokens: TOKENS_AT_MOST, grammar: LINES }, signal))
    text += piece.text
  // A last line without its end was cut off.
  const names = text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => /^- (.{3,60})$/.exec(line)?.[1]?.trim() ?? [])
  const meant = names.filter((name) => !sentences.some((sentence) => isCopyOf(name, sentence)))
  return [...new Map(meant.map((name) => [nameKey(name), name])).values()].slice(0, NAMED)
}

/** Of a sentence's words so many make it a copy: a 0.5B gave back the findings as their own causes. */
const COPIED = 0.6

function isCopyOf(name: string, { text }: PassageSentence): boolean {
  const words = new Set(contentWords(text))
  const shared = new Set(contentWords(name).filter((word) => words.has(word))).size
  return words.size > 1 && shared / words.size >= COPIED
}
