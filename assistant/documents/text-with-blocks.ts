import type { Answer } from '../../contract/answers/answer.ts'
import type { PageText } from '../../contract/document.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'

/** The pages of a text with their structure and their cross-references. Offsets of blocks and links are those of their page. */
export function textWithBlocks(
  { pages, crossReferences }: Pick<MatterStore<Answer>, 'pages' | 'crossReferences'>,
  textVersionId: number,
): PageText[] {
  const layouts = pages.layout(textVersionId)
  return pages.text(textVersionId).map((page, at) => {
    const references = crossReferences.between(textVersionId, page.start, page.start + page.text.length)
    const links = references.map(({ start, end, targetStart }) => ({
      start: start - page.start,
      end: end - page.start,
      target: targetStart,
    }))
    return { ...page, blocks: layouts[at]?.blocks ?? [], links }
  })
}
