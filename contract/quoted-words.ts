import type { Claim } from './answer.ts'

/** Words of a page in one line; the cells of a row of a table are parted by commas. */
export function quotedWords(text: string): string {
  return cellsOf(text).join(', ').replace(/\s+/g, ' ').trim()
}

/** What the page says in the place of a contradicted sentence, and what the words are of; null: nothing is given. */
export function insteadWords({
  instead,
}: Pick<Claim, 'instead'>): { readonly of: string; readonly words: string } | null {
  if (instead === null) return null
  return {
    of: cellsOf(instead).length > 1 ? 'The table says' : 'The document says',
    words: quotedWords(instead),
  }
}

function cellsOf(text: string): readonly string[] {
  return text.split(/\s*[\t|]\s*/).filter((cell) => cell.trim() !== '')
}
