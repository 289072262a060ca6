import { closeFrame, currentParagraph, openFrame } from './docx-paragraph.ts'
import type { Story } from './docx-story.ts'
import { takeText } from './docx-text.ts'
import { flowParagraph, flowText } from '../flow.ts'
import { commentNote, footnote } from '../note-words.ts'
import type { XmlAttributes } from '../../xml/walk-xml.ts'

/**
 * What the one-file XML of Word 2003 has in other places than the newer formats: notes, comments, headers and tracked changes
 * stand in the text itself.
 */
export const OPEN_WORD_XML = {
  // Word writes the number it computed.
  'wx:t': (story: Story, attributes: XmlAttributes, parent: string | undefined) => {
    if (parent === 'w:listPr') takeText(story, `${attributes['wx:val'] ?? ''} `)
  },
  'aml:annotation': (story: Story, attributes: XmlAttributes) => {
    const type = attributes['w:type'] ?? ''
    const who = { by: attributes['aml:author'], date: attributes['aml:createdate'] }
    story.annotations.push({ type, who })
    if (type === 'Word.Comment') openFrame(story)
    if (type !== 'Word.Insertion' && type !== 'Word.Deletion') return
    const isInserted = type === 'Word.Insertion'
    story.context.counts[isInserted ? 'insertions' : 'deletions'] += 1
    story.changes.push({ kind: isInserted ? 'Inserted' : 'Deleted', who })
  },
  'w:hdr': openMargin,
  'w:ftr': openMargin,
}

export const CLOSE_WORD_XML = {
  'aml:annotation': (story: Story) => {
    const annotation = story.annotations.pop()
    if (annotation?.type === 'Word.Insertion' || annotation?.type === 'Word.Deletion') story.changes.pop()
    if (annotation?.type !== 'Word.Comment') return
    const text = flowText(closeFrame(story))
    currentParagraph(story).after.push(commentNote(annotation.who, '', text))
  },
  'w:hdr': (story: Story) => closeMargin(story, 'header'),
  'w:ftr': (story: Story) => closeMargin(story, 'footer'),
}

/** A note that stands in a run is placed at once. */
export function closeInlineNote(story: Story): void {
  const text = flowText(closeFrame(story))
  story.noteCounts.footnote += 1
  const mark = String(story.noteCounts.footnote)
  currentParagraph(story).pieces.push(`[${mark}]`)
  currentParagraph(story).after.push(footnote(mark, text))
}

/** In the newer formats these are parts of their own, without a section around them. */
function openMargin(story: Story, _: XmlAttributes, parent: string | undefined): void {
  if (parent === 'w:sectPr') openFrame(story)
}

function closeMargin(story: Story, edge: 'header' | 'footer'): void {
  if (story.path.at(-1) !== 'w:sectPr') return
  const text = flowText(closeFrame(story))
  if (text !== '' && !story.inlineMargins[edge].includes(text)) story.inlineMargins[edge].push(text)
}

/** Headers, the text, footers. */
export function withInlineMargins<Block>(story: Story, blocks: readonly Block[]) {
  const { header, footer } = story.inlineMargins
  return [
    ...header.map((text) => flowParagraph('header', text)),
    ...blocks,
    ...footer.map((text) => flowParagraph('footer', text)),
  ]
}
