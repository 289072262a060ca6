import type { DocxParts } from './docx-parts.ts'
import type { DocxSettings } from './docx-settings.ts'
import type { DocxContext, Story } from './docx-story.ts'
import { type FlowBlock, flowParagraph, flowText } from './flow.ts'
import { characterCount } from '../character-count.ts'
import { readDocxPart } from './read-docx-part.ts'

export type DocxMargins = {
  readonly headers: readonly FlowBlock[]
  readonly footers: readonly FlowBlock[]
  /** Characters of headers and footers that no page shows. */
  readonly unusedCharacters: number
}

const VARIANTS: Readonly<Record<string, string>> = { first: '(first page) ', even: '(even pages) ' }

/** Headers and footers, each distinct text once, in the order of their sections. */
export async function readDocxMargins(
  parts: DocxParts,
  { margins, hasFirstPage }: Story,
  settings: DocxSettings,
  context: DocxContext,
): Promise<DocxMargins> {
  const blocks: Readonly<Record<'header' | 'footer', FlowBlock[]>> = { header: [], footer: [] }
  const read = new Set<string>()
  const written = new Set<string>()
  let unusedCharacters = 0
  for (const { edge, variant, id } of margins) {
    const target = parts.relations.find((relation) => relation.id === id)?.target
    if (target === undefined || read.has(`${variant} ${target}`)) continue
    read.add(`${variant} ${target}`)
    const all = readDocxPart(await parts.xml(target), context).blocks
    const text = flowText(all.filter(({ kind }) => kind !== 'note'))
    const isShown = variant === 'first' ? hasFirstPage : variant === 'even' ? settings.hasEvenPages : true
    if (!isShown) unusedCharacters += characterCount(text)
    else if (text !== '' && !written.has(`${edge} ${text}`)) {
      written.add(`${edge} ${text}`)
      blocks[edge].push(flowParagraph(edge, `${VARIANTS[variant] ?? ''}${text}`))
    }
    if (isShown) blocks[edge].push(...all.filter(({ kind }) => kind === 'note'))
  }
  return { headers: blocks.header, footers: blocks.footer, unusedCharacters }
}
