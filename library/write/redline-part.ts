/** A piece of a part: both documents have it, or only one of them. */
export type RedlinePiece = { readonly text: string; readonly change: 'same' | 'inserted' | 'deleted' }

/**
 * A paragraph, or a row of a table with its cells parted by tabs. Parts that the first document has come in its order, those that the second
 * has in that of the second; what was moved is removed and added. All words of both documents are in some part, but for the edges of pages
 * and what is laid over the text (comments, changes).
 */
export type RedlinePart = {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'row'
  /** Of a heading and of an item from 1; else 0. */
  readonly level: number
  /** Both texts in order: what is the same or deleted is the first document's, what is the same or inserted the second's. */
  readonly pieces: readonly RedlinePiece[]
  /** How many characters of the second document's text are the number printed in front of it. */
  readonly label: number
  /** A note of the document that has it, which is apart from the text. */
  readonly isNote: boolean
}

/** Who changes what the redline marks, and when. */
export type RedlineAuthor = {
  readonly name: string
  /** ISO 8601. */
  readonly date: string
}

export function textBefore(pieces: readonly RedlinePiece[]): string {
  return pieces.map(({ text, change }) => (change === 'inserted' ? '' : text)).join('')
}

export function textAfter(pieces: readonly RedlinePiece[]): string {
  return pieces.map(({ text, change }) => (change === 'deleted' ? '' : text)).join('')
}

/** Of a part that only one document has. */
export function isOnly(change: 'inserted' | 'deleted', { pieces }: RedlinePart): boolean {
  return pieces.every((piece) => piece.change === change)
}
