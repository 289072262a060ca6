import type { CardText } from '../../contract/knowledge/card.ts'

export type CardParts = Pick<CardText, 'summary' | 'knowledge'>

/** What a card may cost of the prompt (`docs/answers.md`). */
export const WORDS_A_CARD = 150

/**
 * The two parts of a card within so many words. Neither part pushes the other out: each may have half, and what the other
 * leaves. Cut at the end of a word; an item of which nothing is left goes.
 */
export function clipCard({ summary, knowledge }: CardParts, words = WORDS_A_CARD): CardParts {
  const half = Math.ceil(words / 2)
  const known = knowledge.reduce((sum, { text }) => sum + countWords(text), 0)
  const first = clipWords(summary, Math.max(half, words - known))
  let left = words - countWords(first)
  const items = knowledge.flatMap((item) => {
    const text = clipWords(item.text, left)
    left -= countWords(text)
    return text === '' ? [] : [{ ...item, text }]
  })
  return { summary: first, knowledge: items }
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

function clipWords(text: string, words: number): string {
  const all = [...text.matchAll(/\S+/g)]
  const last = all[words - 1]
  if (words <= 0) return ''
  return all.length <= words || !last ? text.trim() : text.slice(0, last.index + last[0].length).trim()
}
