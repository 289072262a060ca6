import * as z from 'zod'
import type { CardText, Correction } from '../../contract/knowledge/card.ts'
import type { LanguageModel, Turn } from '../../models/language-model.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { clipCard } from '../cards/clip-card.ts'

/** Changes with every word of the instructions. */
export const PROMPT_VERSION = 'card-1'

const MOST_TOKENS = 360

const INSTRUCTIONS = [
  'You write a study card for a student who answered a question about documents wrong.',
  'The card helps with every question of this kind. It never speaks of this case: no names, dates, amounts or places.',
  'In "summary" say in two or three sentences how to find the right answer to such a question, and which mistake to avoid.',
  'In "knowledge" give one to three general definitions or rules. Never give the answer itself.',
].join(' ')

/** JSON with the two parts of a card and nothing else. */
const GRAMMAR = [
  'root ::= "{\\"summary\\": " text ", \\"knowledge\\": [" text (", " text){0,2} "]}"',
  'text ::= "\\"" letter{20,700} "\\""',
  'letter ::= [^"\\\\\\n\\r]',
].join('\n')

const Written = z.object({ summary: z.string(), knowledge: z.array(z.string()) })

/** What a mistake was, with everything taken out that identifies somebody. */
export type GeneralMistake = Pick<Correction, 'question' | 'wrong' | 'expected' | 'mistake'>

/** Has a local model write the two parts of a card, for a person to read and change. Throws `WRONG_USE` when nothing usable came. */
export async function writeCard(
  mistake: GeneralMistake,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<Pick<CardText, 'summary' | 'knowledge'>> {
  const turns: readonly Turn[] = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: asked(mistake) },
  ]
  let text = ''
  const request = { turns, maxTokens: MOST_TOKENS, seed: 0, grammar: GRAMMAR }
  for await (const piece of model.generate(request, signal)) text += piece.text
  const written = Written.safeParse(readJson(text))
  if (!written.success)
    throw new AssistantError('WRONG_USE', `${model.info.id} did not finish the card. Write it by hand, or try again.`)
  const knowledge = written.data.knowledge.map((item) => ({ text: item.trim(), source: null }))
  const parts = clipCard({ summary: written.data.summary.trim(), knowledge })
  return { summary: parts.summary, knowledge: [...parts.knowledge] }
}

function asked({ question, wrong, expected, mistake }: GeneralMistake): string {
  return [
    `Question: ${question}`,
    `Wrong answer of the student: ${wrong || 'none'}`,
    `Right answer: ${expected}`,
    `Kind of mistake: ${mistake.replaceAll('-', ' ')}`,
  ].join('\n')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
