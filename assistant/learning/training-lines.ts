import type { Answer } from '../../contract/answers/answer.ts'
import type { Card, Correction } from '../../contract/knowledge/card.ts'
import { passages } from '../answers/answer-record.ts'

/** What a model could be trained with elsewhere: a task, what is given with it, what is to come out. */
type Example = { readonly instruction: string; readonly input: string; readonly output: string }

const SYSTEM = 'You answer questions about documents.'

export type TrainingFormat = 'alpaca' | 'chat'

/**
 * JSON lines for training: from a card, the knowledge for a kind of question (BLADE) and the line of thought for it
 * (distilling step by step); from a correction, the right answer to the question with its passages.
 */
export function trainingLines(
  cards: readonly Card[],
  corrections: readonly { readonly correction: Correction; readonly answer: Answer | null }[],
  format: TrainingFormat,
): readonly string[] {
  const examples = [
    ...cards.flatMap(fromCard),
    ...corrections.map(({ correction, answer }) => fromCorrection(correction, answer)),
  ]
  return examples.map((example) => JSON.stringify(format === 'alpaca' ? example : asChat(example)))
}

function fromCard({ trigger, summary, knowledge }: Card): readonly Example[] {
  const known = knowledge.map(({ text }) => text).join('\n')
  return [
    ...(known === ''
      ? []
      : [{ instruction: 'State the general knowledge that this question needs.', input: trigger, output: known }]),
    ...(summary === ''
      ? []
      : [{ instruction: 'Say how to think about this question.', input: trigger, output: summary }]),
  ]
}

function fromCorrection({ question, expected }: Correction, answer: Answer | null): Example {
  const read = passages(answer?.sources ?? []).map(({ source, text }) => `[${source}] ${text}`)
  return { instruction: question, input: read.join('\n\n'), output: expected }
}

function asChat({ instruction, input, output }: Example) {
  return {
    messages: [
      { role: 'system', content: SYSTEM },
      { role: 'user', content: input === '' ? instruction : `${input}\n\n${instruction}` },
      { role: 'assistant', content: output },
    ],
  }
}
