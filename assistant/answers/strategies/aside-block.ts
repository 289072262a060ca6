import type { Approach } from '../../../contract/answer.ts'

/** As with cards: a small model otherwise takes it for something that the documents say. */
const RECALLED = 'General knowledge, to think with. It is not from the documents: take the facts from the sources only.'
const EXAMPLES =
  'How such questions are answered. This is of other documents: take no name, number or fact from it, only the form.'

/** What a strategy puts before the question besides the sources, as the model reads it. Empty for nothing. */
export function asideBlock({ recalled, examples }: Pick<Approach, 'recalled' | 'examples'>): string {
  const blocks = [
    ...(recalled === '' ? [] : [`${RECALLED}\n${recalled}`]),
    ...(examples.length === 0
      ? []
      : [
          [
            EXAMPLES,
            ...examples.map(({ question, answer }) => `Question: ${question}\nAnswer: ${marked(answer)}`),
          ].join('\n'),
        ]),
  ]
  return blocks.join('\n\n')
}

/** Its source had another number: where the mark stands is all that is to be learnt. */
function marked(answer: string): string {
  return `${answer.replace(/\.$/, '')} [S…].`
}
