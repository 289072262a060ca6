import type { PaperBlock } from './answer-on-paper.ts'

/** Blocks as Markdown. */
export function answerAsMarkdown(blocks: readonly PaperBlock[]): string {
  return blocks
    .map((block, index) => `${text(block)}${isOfOneList(block, blocks[index + 1]) ? '\n' : '\n\n'}`)
    .join('')
    .replace(/\n+$/, '\n')
}

function isOfOneList(block: PaperBlock, next: PaperBlock | undefined): boolean {
  return block.kind === next?.kind && (block.kind === 'sentence' || block.kind === 'source' || block.kind === 'proof')
}

function text(block: PaperBlock): string {
  switch (block.kind) {
    case 'question':
      return `# ${block.text}`
    case 'heading':
      return `## ${block.text}`
    case 'sentence':
      return `${block.number}. ${block.text} ${block.marks} (${block.verdict})`.replace(/ {2,}/g, ' ')
    case 'source':
      return `- ${block.mark}, ${block.where}: “${block.quote}”`
    case 'proof':
      return `${'  '.repeat(block.depth)}- ${block.mark ? `**${block.mark}** ` : ''}${block.text}`
    case 'small':
    case 'note':
      return block.text
  }
}
