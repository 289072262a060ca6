import { message } from '../../../../wording/message.ts'
import type { Notice } from '../../../../contract/document.ts'
import { warning } from '../../read-warning.ts'
import { walkPrefixedXml, type XmlAttributes } from '../../xml/walk-xml.ts'
import { CLOSE, isProperty, OPEN, SKIPPED } from './docx-elements.ts'
import { closeFrame, currentParagraph } from './docx-paragraph.ts'
import { createStory, type DocxContext, type DocxCounts, type Story } from './docx-story.ts'
import { takeText } from './docx-text.ts'
import { type FlowBlock, flowWarnings } from '../flow.ts'

const TEXT = new Set(['w:t', 'm:t', 'a:t', 'c:v'])
const OPENED = new Map(Object.entries(OPEN))
const CLOSED = new Map(Object.entries(CLOSE))

/** One part of a Word file (its text, a header, its notes) in reading order, with what was met in it. */
type DocxPartRead = { readonly story: Story; readonly blocks: readonly FlowBlock[] }

/** Reads a part in one pass; `part` names it where sources are followed. Throws `ReadFailedError` past the limits. */
export function readDocxPart(xml: string, context: DocxContext, part = ''): DocxPartRead {
  const story = createStory(context)
  const isComplete = walkPrefixedXml(xml, context.limits, {
    open(name, attributes, start, end) {
      if (context.isTraced) story.at = { part, start, end }
      open(story, name, attributes)
    },
    close(name, start, end) {
      if (context.isTraced) story.at = { part, start, end }
      close(story, name)
    },
    text(text, start, end) {
      if (context.isTraced) story.at = { part, start, end }
      const element = story.path.at(-1)!
      if (story.skipped > 0) return
      if (TEXT.has(element)) takeText(story, text)
      else if (element === 'w:delText') takeText(story, text, true)
    },
  })
  if (!isComplete && xml !== '') context.counts.cutParts += 1
  for (const field of story.fields) context.counts.fieldCharacters += field.characters
  while (story.frames.length > 1) currentParagraph(story).after.push(...closeFrame(story))
  const blocks = [...closeFrame(story), ...story.endnotes]
  return { story, blocks }
}

function open(story: Story, name: string, attributes: XmlAttributes): void {
  const parent = story.path.at(-1)
  story.path.push(name)
  if (story.skipped > 0 || isSkipped(story, name)) story.skipped += 1
  else OPENED.get(name)?.(story, attributes, parent)
  if (name === 'w:rPrChange' || name === 'w:pPrChange') story.context.counts.formatChanges += 1
}

/** Of the forms of a drawing the first with text or a picture is read. */
function isSkipped(story: Story, name: string): boolean {
  const isForm = name === 'mc:Choice' || name === 'mc:Fallback'
  // Who rejects a new look sees the old one.
  if (name === 'w:pPrChange' && story.context.changes === 'rejected') return false
  return SKIPPED.has(name) || (isForm && story.alternatives.at(-1)?.isTaken === true)
}

function close(story: Story, name: string): void {
  story.path.pop()
  if (story.skipped > 0) {
    story.skipped -= 1
    return
  }
  if (name === 'mc:Choice' || name === 'mc:Fallback') {
    const forms = story.alternatives.at(-1)
    if (forms && story.met > forms.marker) forms.isTaken = true
  }
  if (name === 'w:ins' || name === 'w:del') {
    if (!isProperty(story.path.at(-1))) story.changes.pop()
  } else CLOSED.get(name)?.(story)
}

/** What was met on the way, in plain sentences. */
export function docxWarnings(counts: DocxCounts): Notice[] {
  return [
    ...flowWarnings(counts),
    counts.pictures > 0 && warning('pictures', message('reading.notices.picturesOrCharts', { count: counts.pictures })),
    counts.unknownSymbols > 0 &&
      warning('encoding', message('reading.word.unknownSigns', { count: counts.unknownSymbols })),
    counts.subdocuments > 0 &&
      warning('not-read', message('reading.word.subdocuments', { count: counts.subdocuments })),
    counts.fieldCharacters > 0 &&
      warning('damaged', message('reading.word.endlessFields', { count: counts.fieldCharacters })),
  ].filter((one) => one !== false)
}
