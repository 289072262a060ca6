/** A line of a table that only parts its head from its rows: `| --- | :-: |`. */
const TABLE_RULE = /^\s*(?:\|\s*)?(?::?-{2,}:?\s*\|\s*)*:?-{2,}:?\s*(?:\|\s*)?$/
const TABLE_ROW = /^\s*\|(.*)\|\s*$/
/** Before and behind lines of code; words may stand behind the mark of the first. */
const FENCE = /^\s*(?:`{3,}|~{3,}(?!~))([^`]*)$/

/**
 * A passage as people read it in a list: of a Markdown document without the marks of headings, lists, tables, emphasis and links; of all
 * others as it is. For reading only: quotes and offsets belong to the text itself. What may be a sign keeps it: `> 65 years`, `+ 2 mmol`.
 */
export function readableText(text: string, document: string): string {
  if (!/\.(md|markdown)$/i.test(document)) return text
  let isCode = false
  return text
    .split('\n')
    .flatMap((line) => {
      const words = FENCE.exec(line)?.[1]?.trim()
      if (words === '' || (words !== undefined && !isCode)) {
        isCode = !isCode
        return words === '' ? [] : [words]
      }
      if (isCode) return [line]
      return line.includes('|') && TABLE_RULE.test(line) ? [] : [withoutMarks(line)]
    })
    .join('\n')
}

/** The same on one line, as it stands in a list. */
export function readableLine(text: string, document: string): string {
  return oneLine(readableText(text, document))
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
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
    .replace(/(?<![\p{L}\p{N}*_])(\*\*|__|[*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/(?<!`)(`+)(?!`)([^`]+)\1(?!`)/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!|>-])/g, '$1')
}

/** Before a figure `>` and `+` are signs, also where Markdown takes them for a quotation or a list. */
function withoutBlockMarks(line: string): string {
  return line
    .replace(/^\s*(?:>(?!\s*[\d=<])\s?)+/, '')
    .replace(/^\s{0,3}#{1,6}\s+/, '')
    .replace(/^(\s*)(?:[-*]|\+(?!\s*\d))\s+(?:\[[ xX]\]\s+)?/, '$1• ')
    .replace(/\s+#+\s*$/, '')
}
