/** What a plain document is made of: a paragraph, or a row of a table with its cells parted by tabs. */
export type PlainBlock = {
  readonly kind: 'heading' | 'paragraph' | 'list-item' | 'row' | 'small'
  /** Of a heading and of an item from 1; else 0. */
  readonly level: number
  /** Line feeds part its lines. */
  readonly text: string
}

/** Kinds are those of `ReadBlock`. */
type Page = {
  readonly text: string
  readonly blocks: readonly {
    readonly start: number
    readonly end: number
    readonly kind: string
    readonly level: number
  }[]
}

const SMALL: ReadonlySet<string> = new Set(['header', 'footer', 'note', 'other'])

/** The text of a document, all of it, by the blocks that a reader found; what lies in none is split at empty lines. */
export function plainBlocks(pages: readonly Page[]): readonly PlainBlock[] {
  return pages.flatMap(({ text, blocks }) => {
    const found: PlainBlock[] = []
    let at = 0
    for (const block of blocks) {
      found.push(...plainParagraphs(text.slice(at, block.start)), ...blockOf(block, text.slice(block.start, block.end)))
      at = block.end
    }
    return [...found, ...plainParagraphs(text.slice(at))]
  })
}

function blockOf({ kind, level }: Page['blocks'][number], text: string): readonly PlainBlock[] {
  if (kind === 'table') return text.split('\n').map((row) => ({ kind: 'row', level: 0, text: row }))
  if (kind === 'heading' || kind === 'list-item') return [{ kind, level, text }]
  return [{ kind: SMALL.has(kind) ? 'small' : 'paragraph', level: 0, text }]
}

function plainParagraphs(text: string): readonly PlainBlock[] {
  return text
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', level: 0, text: paragraph.trim() }))
}
