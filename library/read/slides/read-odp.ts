import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { numberedPage } from '../text-blocks.ts'
import { type OpenDocumentParts, openDocumentParts } from '../xml/open-document-parts.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadPage } from '../read-page.ts'
import type { ReadFormat } from '../read-source.ts'
import { type FlowBlock, flowText, joinedFlow } from '../word/flow.ts'
import { readOdtObjects } from '../word/odt/read-odt.ts'
import { noOdtCounts, type OdtContext, type OdtCounts } from '../word/odt/odt-story.ts'
import { readOdtStyles } from '../word/odt/odt-styles.ts'
import { packageWarnings } from '../xml/package-parts.ts'
import { type OdpSlide, odpSlides, readOdpPageStyles } from './odp-slides.ts'
import { quotedDesign } from './design-text.ts'
import { warning } from '../read-warning.ts'

/**
 * An OpenDocument presentation, zipped or flat, a page for each slide: its title, its text, then notes and comments. Throws
 * `ReadFailedError`.
 */
export const readOdp: ReadFormat = async function* readSlides(source) {
  const { limits, request, signal } = source
  const parts = await openDocumentParts(source)
  if (!/<(\w+:)?presentation[\s>/]/.test(parts.content)) throw damagedFailure(message('unread.damage.slides'))
  const counts = noOdtCounts()
  const styles = readOdtStyles(
    [
      { xml: parts.styles, scope: 'common' },
      { xml: parts.content, scope: 'all' },
    ],
    limits,
  )
  const objects = await readOdtObjects(parts.zip, { limits, counts, styles, objects: new Map() })
  const context: OdtContext = { limits, counts, styles, objects }
  const slides = odpSlides(parts.content, context, readOdpPageStyles(parts.content, limits))
  for (const [index, slide] of slides.entries()) {
    signal.throwIfAborted()
    if (!request.skipPages?.includes(index + 1)) yield slidePage(slide, index + 1)
  }
  const warnings = [...warningsOf(slides, counts, parts), ...designWords(parts, slides, context)]
  return { pages: slides.length, warnings: [...warnings, ...packageWarnings(parts.zip?.names ?? [])] }
}

function slidePage({ titles, body, notes, comments, pictures }: OdpSlide, number: number): ReadPage {
  const label = flowText(titles).replace(/\s+/g, ' ')
  const empty = pictures > 0 ? 'slidePictures' : 'noSlideText'
  const place = { page: number, label: label === '' ? null : label }
  return numberedPage(place, joinedFlow([...titles, ...body, ...notes, ...comments]), empty)
}

/** Words that the designs in use set on every slide: what is in no placeholder. */
function designWords(
  { content, styles, zip }: OpenDocumentParts,
  slides: readonly OdpSlide[],
  { limits }: OdtContext,
): readonly Notice[] {
  const xml = zip ? styles : content
  const context = { limits, counts: noOdtCounts(), styles: readOdtStyles([], limits), objects: new Map() }
  const used = new Set(slides.map(({ design }) => design))
  const words = new Set<string>()
  for (const { design, body } of odpSlides(xml, context, readOdpPageStyles('', limits), 'style:master-page'))
    if (used.has(design)) for (const block of body.filter(isFree)) words.add(flowText([block]).replace(/\s+/g, ' '))
  words.delete('')
  return quotedDesign(words)
}

function isFree({ kind }: FlowBlock): boolean {
  return kind !== 'header' && kind !== 'footer'
}

function warningsOf(slides: readonly OdpSlide[], counts: OdtCounts, { zip }: OpenDocumentParts): readonly Notice[] {
  const hidden = slides.flatMap(({ isHidden }, index) => (isHidden ? [index + 1] : []))
  const pictures = slides.reduce((sum, slide) => sum + slide.pictures, 0)
  const clips = (zip?.names ?? []).filter((name) => /^Media\/./.test(name)).length
  return [
    slides.length === 0 && warning('other', message('reading.slides.none')),
    counts.cutParts > 0 && warning('damaged', message('reading.notices.fileEnds')),
    hidden.length > 0 &&
      warning('hidden-part', message('reading.slides.hidden', { count: hidden.length, slides: hidden.join(', ') })),
    counts.hiddenCharacters > 0 &&
      warning('hidden-text', message('reading.slides.hiddenShapes', { count: counts.hiddenCharacters })),
    pictures > 0 && warning('pictures', message('reading.notices.picturesOfFile', { count: pictures })),
    counts.objects > 0 && warning('not-read', message('reading.notices.objects', { count: counts.objects })),
    counts.cutRepeats > 0 && warning('layout', message('reading.notices.repeatedCells', { count: counts.cutRepeats })),
    clips > 0 && warning('not-read', message('reading.slides.clips', { count: clips })),
  ].filter((one) => one !== false)
}
