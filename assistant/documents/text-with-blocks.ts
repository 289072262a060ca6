import type { PageText } from '../../contract/document.ts'
import type { Pages } from '../../store/matter/pages.ts'

/** The pages of a text with what is known of their structure. Offsets of blocks are those of their page. */
export function textWithBlocks(pages: Pages, textVersionId: number): PageText[] {
  const layouts = pages.layout(textVersionId)
  return pages.text(textVersionId).map((page, at) => ({ ...page, blocks: layouts[at]?.blocks ?? [], links: [] }))
}
