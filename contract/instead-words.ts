import type { Claim } from './answer.ts'

/** What the page says in the place of a contradicted sentence, in one line, and what the words are of; null: nothing is given. */
export function insteadWords({
  instead,
}: Pick<Claim, 'instead'>): { readonly of: string; readonly words: string } | null {
  if (instead === null) return null
  const cells = instead.split(/\s*[\t|]\s*/).filter((cell) => cell.trim() !== '')
  const words = cells.join(', ').replace(/\s+/g, ' ').trim()
  return { of: cells.length > 1 ? 'The table says' : 'The document says', words }
}
