import type { CardParts } from './clip-card.ts'

/** Told so, because a small model otherwise takes a general rule for something that the documents say. */
const HEAD = 'General knowledge, to think with. It is not from the documents: take the facts from the sources only.'

/** Cards as they stand before the question, each in its two named parts. Empty for none. */
export function cardBlock(cards: readonly CardParts[]): string {
  if (cards.length === 0) return ''
  return [HEAD, ...cards.map(partsText)].join('\n')
}

function partsText({ summary, knowledge }: CardParts): string {
  const lines = [
    ...(summary === '' ? [] : [`Learning summary: ${oneLine(summary)}`]),
    ...(knowledge.length === 0
      ? []
      : ['Supplementary knowledge:', ...knowledge.map(({ text }) => `- ${oneLine(text)}`)]),
  ]
  return lines.join('\n')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
