/** A list longer than that is not read through by a small model; it begins to repeat itself. */
const ITEMS_AT_MOST = 20

/** GBNF for a list, one thing a line, each with the mark of its source. */
export function listGrammar(marks: readonly string[]): string {
  return [
    `root ::= item ("\\n" item){0,${ITEMS_AT_MOST - 1}}`,
    'item ::= "- " first piece{2,240} " [" mark "]"',
    'first ::= [^ \\[\\]\\n]',
    'piece ::= [^\\[\\]\\n]',
    `mark ::= ${marks.map((mark) => JSON.stringify(mark)).join(' | ')}`,
  ].join('\n')
}

export type ListedLine = { readonly text: string; readonly mark: string }

/** The lines of a list that are whole; the last one may have been cut off. */
export function readList(list: string): readonly ListedLine[] {
  return [...list.matchAll(/^- (.+?)[.;,]? \[([A-Z]\d+)\]$/gm)].map(([, text = '', mark = '']) => ({ text, mark }))
}
