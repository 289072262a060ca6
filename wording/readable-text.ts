/** A line of a table that only parts its head from its rows: `| --- | :-: |`. */
const TABLE_RULE = /^\s*\|?(\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?\s*$/
const TABLE_ROW = /^\s*\|(.*)\|\s*$/
const FENCE = /^\s*(```|~~~)/

/**
 * A passage as people read it in a list: of a Markdown document without the marks of headings, lists, tables, emphasis and links; of all
 * others as it is. For reading only: quotes and offsets belong to the text itself.
 */
export function readableText(text: string, document: string): string {
  if (!/\.(md|markdown)$/i.test(document)) return text
  return text
    .split('\n')
    .filter((line) => !FENCE.test(line) && !(line.includes('|') && TABLE_RULE.test(line)))
    .map(withoutMarks)
    .join('\n')
}

/** The same on one line, as it stands in a list. */
export function readableLine(text: string, document: string): string {
  return readableText(text, document).replace(/\s+/g, ' ').trim()
}

function withoutMarks(line: string): string {
  const row = TABLE_ROW.exec(line)?.[1]
  const words =
    row === undefined
      ? withoutBlockMarks(line)
      : row
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim())
          .join(' · ')
  return words
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
}

function withoutBlockMarks(line: string): string {
  return line
    .replace(/^\s*(?:>\s?)+/, '')
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?/, '$1• ')
    .replace(/\s+#+\s*$/, '')
}
