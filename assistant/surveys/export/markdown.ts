import { markdownWords } from '../../paper/write-markdown.ts'
import { oneLine } from './place-words.ts'

/** A table in Markdown; the first row is its head. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n`
}

function escaped(text: string): string {
  return markdownWords(oneLine(text))
}
