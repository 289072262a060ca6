import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { attachedPieces, createAttachedNames, type ReadFormat, type ReadSource } from '../read-source.ts'
import { failedPage, joinBlocks, numberedPage, type TextBlock } from '../text-blocks.ts'
import { damagedFailure, gateFailure, ReadFailedError } from '../read-failure.ts'
import { type PartRelation, partRelations } from '../xml/package-parts.ts'
import { walkXml, type XmlPart } from '../xml/walk-xml.ts'
import { designText } from './design-text.ts'
import { warning } from '../read-warning.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type ReadPage, withoutPageMarks } from '../read-page.ts'
import { chartBlocks } from './chart-blocks.ts'
import { DIAGRAM_POINTS, type SlideShape, slideShapes, type SlideShapes } from './slide-shapes.ts'

const PRESENTATION = 'ppt/presentation.xml'
const AUTHOR_LISTS = ['ppt/commentAuthors.xml', 'ppt/authors.xml']
const CLIPS = /^ppt\/media\/.*\.(mp4|m4v|mov|avi|wmv|mp3|m4a|wav|wma)$/i

/**
 * A presentation, a page for each slide in the order of the show. Notes, comments and the values of charts belong to their slide;
 * files that were put into it become documents of their own. Throws `ReadFailedError`.
 */
export const readPptx: ReadFormat = async function* readSlides({ zip, limits, request, signal }) {
  if (!zip) throw new TypeError('expected the parts of the container')
  const slides = await slideParts(zip, limits)
  const source: SlideSource = { zip, limits, authors: await authorsOf(zip, limits) }
  const read: { readonly number: number; readonly found: SlideRead['found'] }[] = []
  for (const [index, part] of slides.entries()) {
    signal.throwIfAborted()
    const number = index + 1
    if (request.skipPages?.includes(number)) continue
    try {
      const { page, found } = await readSlide(part, number, source)
      read.push({ number, found })
      yield page
    } catch (error) {
      if (!(error instanceof ReadFailedError) || error.failure.code === 'gate') throw error
      yield failedPage({ page: number, label: null }, error.failure.message)
    }
  }
  const design = await designText(zip, new Set(read.flatMap(({ found }) => found.layout ?? [])), limits)
  const embedded = yield* embeddedFiles(zip)
  return { pages: slides.length, warnings: [...warningsOf(read, zip, slides.length), ...design, ...embedded] }
}

type Zip = NonNullable<ReadSource['zip']>
type Limits = ReadSource['limits']

async function slideParts(zip: Zip, limits: Limits): Promise<readonly (string | null)[]> {
  const relations = new Map((await partRelations(zip, PRESENTATION, limits)).map(({ id, target }) => [id, target]))
  const parts: (string | null)[] = []
  walkXml((await zip.read(PRESENTATION)) ?? '', limits, {
    open(name, attributes) {
      // A slide whose part is nowhere still counts: it becomes a failed page.
      if (name === 'sldId') parts.push(relations.get(attributes['r:id'] ?? '') ?? null)
    },
  })
  if (parts.length > limits.numberedPages) {
    throw gateFailure('slides', { value: parts.length, limit: limits.numberedPages }, 'saveAnew')
  }
  if (parts.length === 0 && zip.names.some((name) => name.startsWith('ppt/slides/slide')))
    throw damagedFailure(message('unread.damage.slideOrder'))
  return parts
}

async function authorsOf(zip: Zip, limits: Limits): Promise<ReadonlyMap<string, string>> {
  const lists: (readonly [string, string])[] = []
  for (const name of AUTHOR_LISTS) lists.push(...commentAuthors((await zip.read(name)) ?? '', limits))
  return new Map(lists)
}

/** Files put into the presentation, also the workbooks behind its charts: they may hold more than the chart shows. */
async function* embeddedFiles(zip: Zip) {
  const warnings: Notice[] = []
  const nameOf = createAttachedNames()
  let binary = 0
  for (const part of zip.names.filter((name) => name.startsWith('ppt/embeddings/'))) {
    if (part.endsWith('.bin')) {
      binary += 1
      continue
    }
    const name = part.slice(part.lastIndexOf('/') + 1)
    try {
      const bytes = await zip.read(part)
      if (bytes && bytes.length > 0) yield* attachedPieces(nameOf(name, 'embedded file'), bytes)
    } catch (error) {
      if (!(error instanceof ReadFailedError)) throw error
      warnings.push(
        warning('not-read', message('reading.notices.embeddedFile', { name, failure: error.failure.message })),
      )
    }
  }
  if (binary > 0) warnings.push(warning('not-read', message('reading.notices.objects', { count: binary })))
  return warnings
}

function warningsOf(
  read: readonly { readonly number: number; readonly found: SlideRead['found'] }[],
  zip: Zip,
  slideCount: number,
): readonly Notice[] {
  const total = (pick: (found: SlideRead['found']) => number) => read.reduce((sum, { found }) => sum + pick(found), 0)
  const hiddenSlides = read.filter(({ found }) => found.isHidden).map(({ number }) => number)
  const hidden = total((found) => found.hiddenCharacters)
  const pictures = total((found) => found.pictures)
  const charts = total((found) => found.chartsNotRead)
  const clips = zip.names.filter((name) => CLIPS.test(name)).length
  return [
    slideCount === 0 && warning('other', message('reading.slides.none')),
    hiddenSlides.length > 0 &&
      warning(
        'hidden-part',
        message('reading.slides.hidden', { count: hiddenSlides.length, slides: hiddenSlides.join(', ') }),
      ),
    hidden > 0 && warning('hidden-text', message('reading.slides.hiddenShapes', { count: hidden })),
    pictures > 0 && warning('pictures', message('reading.notices.picturesOfFile', { count: pictures })),
    charts > 0 && warning('not-read', message('reading.slides.charts', { count: charts })),
    clips > 0 && warning('not-read', message('reading.slides.clips', { count: clips })),
  ].filter((one) => one !== false)
}

type SlideSource = {
  readonly zip: ZipParts
  readonly limits: ReadLimits
  /** Names of those who comment, by the ids in the comments. */
  readonly authors: ReadonlyMap<string, string>
}

type SlideRead = {
  readonly page: ReadPage
  readonly found: Omit<SlideShapes, 'shapes'> & {
    readonly chartsNotRead: number
    /** The part with the design of the slide. */
    readonly layout: string | undefined
  }
}

/** Page `number` from the slide in `part`: its title, its text, then notes and comments. Throws `ReadFailedError`. */
async function readSlide(part: string | null, number: number, source: SlideSource): Promise<SlideRead> {
  const { zip, limits } = source
  const xml = part === null ? undefined : await zip.read(part)
  if (part === null || xml === undefined) throw damagedFailure(message('unread.damage.slide', { number }))
  const relations = await partRelations(zip, part, limits)
  const { shapes, ...found } = slideShapes(xml, limits)
  const title = shapes.find(isTitle)
  const ordered = title ? [title, ...shapes.filter((shape) => shape !== title)] : shapes
  const body: TextBlock[] = []
  let chartsNotRead = 0
  for (const shape of ordered) {
    const parts = await linkedBlocks(shape, relations, source)
    if (shape.chart !== null && parts.length === 0) chartsNotRead += 1
    for (const block of [...shape.blocks, ...parts]) body.push(inMargin(block, shape))
  }
  const notes = await notesOf(relations, source)
  const empty = found.pictures > 0 ? 'slidePictures' : 'noSlideText'
  const page = numberedPage(
    { page: number, label: title ? labelOf(title) : null },
    joinBlocks([...body, ...notes]),
    empty,
  )
  const layout = relations.find(({ type }) => type === 'slideLayout')?.target
  return { page, found: { ...found, chartsNotRead, layout } }
}

function labelOf({ blocks }: SlideShape): string {
  return blocks.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ')
}

function isTitle({ placeholder, blocks }: SlideShape): boolean {
  return (placeholder === 'title' || placeholder === 'ctrTitle') && blocks.length > 0
}

/** Date, footer and slide number stand in the margin, if the slide shows them. */
function inMargin(block: TextBlock, { placeholder }: SlideShape): TextBlock {
  if (placeholder === 'hdr') return { ...block, kind: 'header', level: 0 }
  return placeholder === 'dt' || placeholder === 'ftr' || placeholder === 'sldNum'
    ? { ...block, kind: 'footer', level: 0 }
    : block
}

/** The text of a chart or diagram, which lies in parts of its own. */
async function linkedBlocks(
  { chart, diagram }: SlideShape,
  relations: readonly PartRelation[],
  { zip, limits }: SlideSource,
): Promise<readonly TextBlock[]> {
  const target = (id: string | null) => relations.find((relation) => relation.id === id)?.target ?? ''
  if (chart !== null) return chartBlocks((await zip.read(target(chart))) ?? '', limits)
  if (diagram === null) return []
  const data = (await zip.read(target(diagram))) ?? ''
  let drawing: string | undefined
  walkXml(data, limits, {
    open(name, { relId }) {
      if (name === 'dataModelExt' && relId) drawing = relId
    },
  })
  const drawn = drawing === undefined ? undefined : await zip.read(target(drawing))
  // Files of other programs have no drawing; its texts are then read in the order of the data.
  const { shapes } = drawn === undefined ? slideShapes(data, limits, DIAGRAM_POINTS) : slideShapes(drawn, limits)
  return shapes.flatMap(({ blocks }) => blocks)
}

async function notesOf(relations: readonly PartRelation[], source: SlideSource): Promise<readonly TextBlock[]> {
  const { zip, limits, authors } = source
  const notes: TextBlock[] = []
  for (const { type, target } of relations) {
    const isNotes = type === 'notesSlide'
    if (!isNotes && type !== 'comments') continue
    const xml = (await zip.read(target)) ?? ''
    if (isNotes) notes.unshift(...speakerNotes(xml, limits))
    else notes.push(...slideComments(xml, authors, limits))
  }
  return notes
}

function speakerNotes(xml: XmlPart, limits: ReadLimits): readonly TextBlock[] {
  const spoken = slideShapes(xml, limits).shapes.filter(
    ({ placeholder }) => placeholder === null || placeholder === 'body' || placeholder === '',
  )
  const text = spoken.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n')
  return text === '' ? [] : [{ kind: 'note', level: 0, text: `Speaker notes: ${text}` }]
}

/** Names by the ids that comments give, of both kinds of author lists. */
function commentAuthors(xml: XmlPart, limits: ReadLimits): ReadonlyMap<string, string> {
  const authors = new Map<string, string>()
  walkXml(xml, limits, {
    open(name, attributes) {
      if ((name === 'cmAuthor' || name === 'author') && attributes.id !== undefined)
        authors.set(attributes.id, attributes.name?.trim() ?? '')
    },
  })
  return authors
}

/** The comments of a slide with their authors, replies after what they answer; for both kinds of comment parts. */
function slideComments(xml: XmlPart, authors: ReadonlyMap<string, string>, limits: ReadLimits): readonly TextBlock[] {
  const notes: TextBlock[] = []
  /** The file has the replies before the words that they answer: `at` is where those go. */
  const open: { readonly before: string; readonly at: number }[] = []
  let pieces: string[] = []
  let isText = false

  function end(): void {
    const text = withoutPageMarks(pieces.join('')).trim()
    const comment = open.at(-1)
    if (text !== '' && comment)
      notes.splice(comment.at, 0, { kind: 'note', level: 0, text: `${comment.before} ${text}` })
    pieces = []
  }

  walkXml(xml, limits, {
    open(name, { authorId }) {
      if (name === 'cm' || name === 'reply') {
        const author = authors.get(authorId ?? '') ?? ''
        const before = `${name === 'cm' ? 'Comment' : 'Reply'}${author === '' ? '' : ` by ${author}`}:`
        open.push({ before, at: notes.length })
      }
      isText = name === 't' || name === 'text'
    },
    text: (text) => void (isText && pieces.push(text)),
    close(name) {
      isText = false
      if (name === 'p') pieces.push('\n')
      if (name === 'txBody' || name === 'text') end()
      if (name === 'cm' || name === 'reply') open.pop()
    },
  })
  return notes
}
