/** A cell that shows something. */
export type SheetCell = {
  /** From 1. */
  readonly column: number
  /** One line, never blank. */
  readonly text: string
  /** How many columns it is merged over. */
  readonly span: number
}

/** A row with its cells in order; empty cells and rows are not there. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] }

/** Text as one cell of a table holds it: line breaks and tabs part cells and rows, so inside they become a space. */
export function cellText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- NUL ends strings elsewhere and a form feed parts pages
  return text.replace(/[\s\0]*[\r\n\t\v\f\0\u0085\u2028\u2029]+[\s\0]*/g, ' ').trim()
}
