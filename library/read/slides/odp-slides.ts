import { gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { pictureText } from '../text-signs.ts'
import { type FlowBlock, type FlowParagraph, flowParagraph, flowText } from '../word/flow.ts'
import { hideOdtElement, ODT_CLOSE, ODT_OPEN, ODT_SHAPES, type OdtHandle } from '../word/odt/odt-elements.ts'
import { behindHere, closeOdtFrame, newOdtFrame, type OdtContext, type OdtStory } from '../word/odt/odt-story.ts'
import { ODT_HANDLERS, type OdtHandlers, readOdtPart } from '../word/odt/read-odt.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'

/** A slide, or the design of slides, as it stands in the file. */
export type OdpSlide = {
  /** Of the design that it follows; of a design its own name. */
  readonly design: string
  readonly titles: FlowBlock[]
  readonly body: FlowBlock[]
  readonly notes: FlowBlock[]
  readonly comments: FlowBlock[]
  readonly isHidden: boolean
  pictures: number
}

type Shape = { readonly role: string; isPicture: boolean; hasMore: boolean; description: string }

type Walk = {
  readonly slides: OdpSlide[]
  readonly styles: OdpPageStyles
  slide: OdpSlide | undefined
  isNotes: boolean
  readonly isDesign: boolean
  readonly shapes: Shape[]
  /** Footers and dates by the names under which slides use them. */
  readonly declared: Map<string, string>
}

/** The pages of a part in order: slides of the content (`draw:page`), or designs of the styles (`style:master-page`). */
export function odpSlides(
  xml: string,
  context: OdtContext,
  styles: OdpPageStyles,
  element: 'draw:page' | 'style:master-page' = 'draw:page',
): readonly OdpSlide[] {
  const isDesign = element === 'style:master-page'
  const walk: Walk = { slides: [], styles, slide: undefined, isNotes: false, isDesign, shapes: [], declared: new Map() }
  readOdtPart(xml, context, handlers(walk, element))
  return walk.slides
}

function handlers(walk: Walk, element: string): OdtHandlers {
  const shapes = ['draw:frame', ...ODT_SHAPES.filter((name) => name !== 'draw:text-box')]
  const withMore = (handle: OdtHandle | undefined): OdtHandle => {
    return (story, one) => {
      const shape = walk.shapes.at(-1)
      if (shape) shape.hasMore = true
      handle?.(story, one)
    }
  }
  const opened: Readonly<Record<string, OdtHandle>> = {
    ...Object.fromEntries(shapes.map((name) => [name, openShape(walk)])),
    [element]: openPage(walk),
    'presentation:notes': (story) => {
      walk.isNotes = true
      story.frames.push(newOdtFrame())
    },
    'officeooo:annotation': ODT_OPEN['office:annotation']!,
    'draw:object': withMore(ODT_OPEN['draw:object']),
    'draw:object-ole': withMore(ODT_OPEN['draw:object-ole']),
    'table:table': withMore((story, one) => {
      ODT_OPEN['table:table']!(story, one)
      const table = story.tables.at(-1)
      if (table && one.attributes['table:use-first-row-styles'] === 'true') table.headDepth = 1
    }),
    'draw:image': () => {
      const shape = walk.shapes.at(-1)
      if (shape) shape.isPicture = true
    },
    'text:p': (story, one) => {
      ODT_OPEN['text:p']!(story, one)
      outOfList(story)
    },
    'svg:title': capture,
    'svg:desc': capture,
    'presentation:footer-decl': capture,
    'presentation:date-time-decl': capture,
  }
  const closed: Readonly<Record<string, OdtHandle>> = {
    ...Object.fromEntries(shapes.map((name) => [name, closeShape(walk)])),
    [element]: (story) => closePage(walk, story),
    'presentation:notes': (story) => closeNotes(walk, story),
    'officeooo:annotation': ODT_CLOSE['office:annotation']!,
    'table:table-row': (story, one) => {
      ODT_CLOSE['table:table-row']!(story, one)
      const table = story.tables.at(-1)
      // Only the first row is a head by the look of the table.
      if (table && !story.path.some(({ name }) => name === 'table:table-header-rows')) table.headDepth = 0
    },
    'svg:title': (story) => describe(walk, captured(story)),
    // It comes after the title, and says more.
    'svg:desc': (story) => describe(walk, captured(story)),
    'presentation:footer-decl': declare(walk),
    'presentation:date-time-decl': declare(walk),
  }
  return {
    opened: new Map([...ODT_HANDLERS.opened, ...Object.entries(opened)]),
    closed: new Map([...ODT_HANDLERS.closed, ...Object.entries(closed)]),
  }
}

function openPage(walk: Walk): OdtHandle {
  return (story, { attributes }) => {
    const { limits } = story.context
    const { isHidden, showsFooter, showsDate } = walk.styles.of(attributes['draw:style-name'])
    const used = (shows: boolean, name: string | undefined) => (shows && walk.declared.get(name ?? '')) || ''
    const margins = [
      used(showsDate, attributes['presentation:use-date-time-name']),
      used(showsFooter, attributes['presentation:use-footer-name']),
    ]
    walk.slide = {
      design: attributes['draw:master-page-name'] ?? attributes['style:name'] ?? '',
      titles: [],
      body: margins.filter((text) => text !== '').map((text): FlowParagraph => ({ kind: 'footer', level: 0, text })),
      notes: [],
      comments: [],
      isHidden,
      pictures: 0,
    }
    walk.slides.push(walk.slide)
    if (walk.slides.length > limits.numberedPages) {
      throw gateFailure('slides', { value: walk.slides.length, limit: limits.numberedPages }, 'saveAnew')
    }
    story.frames.push(newOdtFrame())
  }
}

function closePage(walk: Walk, story: OdtStory): void {
  const { slide } = walk
  if (!slide) return
  const blocks = closeOdtFrame(story)
  // What stands in the margin ends the slide.
  slide.body.unshift(...blocks.filter(({ kind }) => kind !== 'note'))
  slide.comments.push(...blocks.filter(({ kind }) => kind === 'note'))
  walk.slide = undefined
}

function closeNotes(walk: Walk, story: OdtStory): void {
  walk.isNotes = false
  const spoken = closeOdtFrame(story).filter(({ kind }) => kind !== 'header' && kind !== 'footer')
  const text = flowText(spoken)
  if (text !== '') walk.slide?.notes.push({ kind: 'note', level: 0, text: `Speaker notes: ${text}` })
}

function openShape({ shapes }: Walk): OdtHandle {
  return (story, element) => {
    shapes.push({
      role: element.attributes['presentation:class'] ?? '',
      isPicture: false,
      hasMore: false,
      description: '',
    })
    if (element.attributes['draw:display'] === 'none') hideOdtElement(story, element)
    story.frames.push(newOdtFrame())
  }
}

function closeShape(walk: Walk): OdtHandle {
  return (story) => {
    const shape = walk.shapes.pop()
    const blocks = closeOdtFrame(story)
    const { slide } = walk
    // Placeholders of a design show words such as "Click to add text".
    if (!shape || !slide || (walk.isDesign && shape.role !== '')) return
    // A picture beside a table or an object is how that looks.
    if (shape.isPicture && !shape.hasMore) slide.pictures += 1
    if (shape.role === 'title' && !walk.isNotes)
      slide.titles.push(...blocks.map((block) => inRole(block, 'heading', 1)))
    else behindHere(story).push(...blocks.map((block) => inMargin(block, shape.role)), ...described(shape))
  }
}

function described({ isPicture, hasMore, description }: Shape): readonly FlowBlock[] {
  const text = isPicture || hasMore ? pictureText(description) : ''
  return text === '' ? [] : [flowParagraph('paragraph', text)]
}

function describe({ shapes }: Walk, text: string): void {
  const shape = shapes.at(-1)
  if (shape && text !== '') shape.description = text
}

function capture(story: OdtStory): void {
  story.capture = []
}

function captured(story: OdtStory): string {
  const text = story.capture?.join('').trim() ?? ''
  story.capture = undefined
  return text
}

function inMargin(block: FlowBlock, role: string): FlowBlock {
  if (role === 'header') return inRole(block, 'header', 0)
  return role === 'footer' || role === 'date-time' || role === 'page-number' ? inRole(block, 'footer', 0) : block
}

function inRole(block: FlowBlock, kind: FlowParagraph['kind'], level: number): FlowBlock {
  return block.kind === 'table' || block.kind === 'note' ? block : { ...block, kind, level }
}

/** Programs write plain paragraphs of slides as headers of lists, which have no sign before them. */
function outOfList({ path, frames }: OdtStory): void {
  const item = path.findLast(({ name }) => name === 'text:list-item' || name === 'text:list-header')
  const paragraphs = frames.at(-1)?.paragraphs
  const last = paragraphs?.at(-1)
  if (item?.name !== 'text:list-header' || !last || last.kind !== 'list-item') return
  paragraphs?.splice(-1, 1, { ...last, kind: 'paragraph', level: 0 })
}

function declare({ declared }: Walk): OdtHandle {
  return (story, { attributes }) => void declared.set(attributes['presentation:name'] ?? '', captured(story))
}

type PageStyle = { isHidden: boolean; showsFooter: boolean; showsDate: boolean }

/** What the styles of slides say: whether the show leaves a slide out, and what stands in its margin. */
interface OdpPageStyles {
  of(name: string | undefined): Readonly<PageStyle>
}

const PLAIN: PageStyle = { isHidden: false, showsFooter: false, showsDate: false }

export function readOdpPageStyles(xml: string, limits: ReadLimits): OdpPageStyles {
  const styles = new Map<string, PageStyle>()
  let style: PageStyle | undefined
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (name === 'style:style' && attributes['style:family'] === 'drawing-page') {
        style = { ...PLAIN }
        styles.set(attributes['style:name'] ?? '', style)
      }
      if (name !== 'style:drawing-page-properties' || !style) return
      style.isHidden = attributes['presentation:visibility'] === 'hidden'
      style.showsFooter = attributes['presentation:display-footer'] === 'true'
      style.showsDate = attributes['presentation:display-date-time'] === 'true'
    },
    close(name) {
      if (name === 'style:style') style = undefined
    },
  })
  return { of: (name) => styles.get(name ?? '') ?? PLAIN }
}
