/** GBNF for a list, one thing a line, each with the mark of its source. */
export function listGrammar(marks: readonly string[], linesAtMost: number): string {
  return [
    `root ::= item ("\\n" item){0,${linesAtMost - 1}}`,
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
