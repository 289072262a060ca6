import type { PageText, TextBlock } from '../../../contract/document.ts'

/** A block of an invented page: its kind, its level, its text, and for a sheet its first cell. */
export type TypedBlock = readonly [kind: string, level: number, text: string, firstCell?: string]

type TypedPage = { readonly page: number | null; readonly label: string | null; readonly blocks: readonly TypedBlock[] }

/** Pages as readers give them: blocks parted by an empty line, list items by a line feed, pages by a form feed. */
export function typedPages(pages: readonly TypedPage[]): readonly PageText[] {
  let start = 0
  return pages.map(({ page, label, blocks: typed }) => {
    const blocks: TextBlock[] = []
    let text = ''
    for (const [kind, level, content, firstCell] of typed) {
      const isNextItem = kind === 'list-item' && blocks.at(-1)?.kind === 'list-item'
      text += text === '' ? '' : isNextItem ? '\n' : '\n\n'
      const place = { start: text.length, end: text.length + content.length }
      blocks.push({ ...place, kind, level, ...(firstCell ? { firstCell } : {}) })
      text += content
    }
    const made = { page, label, start, text, blocks, links: [] }
    start += text.length + 1
    return made
  })
}
