import { quoted } from '../../wording/phrases.ts'
import type { PaperBlock, PaperNote, PaperWords, SentenceBlock } from './paper-block.ts'

/** Blocks as Markdown, citations as footnotes: `[^1]`. */
export function writeMarkdown(blocks: readonly PaperBlock[]): string {
  return blocks
    .map((block, index) => `${blockText(block)}${isOfOneList(block, blocks[index + 1]) ? '\n' : '\n\n'}`)
    .join('')
    .replace(/\n+$/, '\n')
}

const LISTS: ReadonlySet<PaperBlock['kind']> = new Set(['sentence', 'source', 'proof', 'field', 'note'])

function isOfOneList(block: PaperBlock, next: PaperBlock | undefined): boolean {
  return block.kind === next?.kind && LISTS.has(block.kind)
}

function blockText(block: PaperBlock): string {
  switch (block.kind) {
    case 'question':
    case 'page':
      return `# ${markdownWords(block.text)}`
    case 'heading':
      return `## ${markdownWords(block.text)}`
    case 'sentence':
      return sentence(block)
    case 'notes':
      return block.notes.map(footnote).join('\n')
    case 'source':
      return `- ${block.mark}, ${markdownWords(block.where)}: ${quoted(markdownWords(block.quote))}`
    case 'proof':
      return `${'  '.repeat(block.depth)}- ${block.mark ? `**${block.mark}** ` : ''}${markdownWords(block.text)}`
    case 'field':
      return field(block.name, block.lines.map(markdownWords))
    case 'small':
      return markdownWords(block.text)
    case 'note':
      return `- ${markdownWords(block.text)}`
  }
}

function sentence({ number, words, notes, rules, verdict, remarks }: SentenceBlock): string {
  const marks = [...notes.map((note) => `[^${note.number}]`), ...rules.map((rule) => ` [${rule}]`)].join('')
  const first = [`${number}. ${words.map(inline).join('')}`.trimEnd() + marks, `(${verdict})`].join(' ')
  return [first, ...remarks.map((remark) => `   - ${markdownWords(remark)}`)].join('\n')
}

function inline({ text: words, isStruck }: PaperWords): string {
  return isStruck ? `~~${markdownWords(words)}~~` : markdownWords(words)
}

function footnote({ number, mark, where, quote }: PaperNote): string {
  return `[^${number}]: ${mark}, ${markdownWords(where)}: ${quoted(markdownWords(quote))}`
}

function field(name: string, lines: readonly string[]): string {
  if (lines.length === 1) return `- **${name}**: ${lines[0]}`
  return [`- **${name}**:`, ...lines.map((line) => `  - ${line}`)].join('\n')
}

/**
 * Words that are not ours, for Markdown: they stay words, and make no picture, link, tag, emphasis, footnote, code or column. An
 * address may not become a link by itself either: what it leads to is a stranger's.
 */
export function markdownWords(text: string): string {
  return text.replace(/[[\]!_<>*\\|`~]|:(?=\/\/)/g, '\\$&')
}
