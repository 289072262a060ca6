import { message } from '../../../wording/message.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type ReadPage, withoutPageMarks } from '../read-page.ts'
import { joinBlocks, numberedPage, type TextBlock } from '../text-blocks.ts'
import { type PartRelation, partRelations } from '../xml/package-parts.ts'
import { walkXml, type XmlPart } from '../xml/walk-xml.ts'
import { chartBlocks } from './chart-blocks.ts'
import { DIAGRAM_POINTS, type SlideShape, type SlideShapes, slideShapes } from './slide-shapes.ts'

export type SlideSource = {
  readonly zip: ZipParts
  readonly limits: ReadLimits
  /** Names of those who comment, by the ids in the comments. */
  readonly authors: ReadonlyMap<string, string>
}

export type SlideRead = {
  readonly page: ReadPage
  readonly found: Omit<SlideShapes, 'shapes'> & {
    readonly chartsNotRead: number
    /** The part with the design of the slide. */
    readonly layout: string | undefined
  }
}

/** Page `number` from the slide in `part`: its title, its text, then notes and comments. Throws `ReadFailedError`. */
export async function readSlide(part: string | null, number: number, source: SlideSource): Promise<SlideRead> {
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
export function commentAuthors(xml: XmlPart, limits: ReadLimits): ReadonlyMap<string, string> {
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
