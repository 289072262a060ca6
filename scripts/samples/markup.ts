/** One piece of a sample document, in reading order. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph'; readonly text: string }
  /**
   * A numbered (depth 1) or lettered (depth 2) paragraph, set hanging. Clauses such as `12.1` are plain paragraphs: liteparse
   * tears a sentence in two where such a number hangs.
   */
  | { readonly kind: 'item'; readonly mark: string; readonly depth: 1 | 2; readonly text: string }
  /** The first row is the head where `hasHead` is set; `widths` are shares of the line. */
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly hasHead: boolean
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'page-break' }

/** A run of text in one weight. */
export type Run = { readonly text: string; readonly isBold: boolean }

/**
 * Reads the small markup that the samples are written in. Blocks are separated by blank lines, lines within a block are
 * joined, unless they begin with `> `, as in an address. `# ` is a title, `## ` and `### ` headings, `1. ` and `(a) `
 * hanging paragraphs, `---` a new page, `**` bold.
 */
export function markup(source: string): readonly Block[] {
  return source
    .trim()
    .split(/\n\s*\n/)
    .map((lines) => (lines.startsWith('> ') ? separateLines(lines) : block(lines.replaceAll(/\s*\n\s*/g, ' ').trim())))
}

/** The rows of a table block. */
export function table(widths: readonly number[], rows: readonly (readonly string[])[], hasHead = true): Block {
  return { kind: 'table', widths, hasHead, rows }
}

/** Splits a text at its `**` marks. */
export function runs(text: string): readonly Run[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part, isBold: index % 2 === 1 }))
    .filter((run) => run.text !== '')
}

const prefixes = { '# ': 'title', '## ': 'heading', '### ': 'subheading' } as const

function separateLines(lines: string): Block {
  return { kind: 'paragraph', text: lines.replaceAll(/^> /gm, '') }
}

function block(line: string): Block {
  if (line === '---') return { kind: 'page-break' }
  for (const [prefix, kind] of Object.entries(prefixes)) {
    if (line.startsWith(prefix)) return { kind, text: line.slice(prefix.length) }
  }
  const item = /^(?<mark>\d+\.|\([a-z]\)) (?<text>.+)$/.exec(line)?.groups
  if (item?.mark === undefined || item.text === undefined) return { kind: 'paragraph', text: line }
  return { kind: 'item', mark: item.mark, depth: item.mark.startsWith('(') ? 2 : 1, text: item.text }
}
