import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { attachedPieces, createAttachedNames, type ReadFormat, type ReadSource } from '../read-source.ts'
import { failedPage } from '../text-blocks.ts'
import { damagedFailure, gateFailure, ReadFailedError } from '../read-failure.ts'
import { partRelations } from '../xml/package-parts.ts'
import { walkXml } from '../xml/walk-xml.ts'
import { designText } from './design-text.ts'
import { commentAuthors, readSlide, type SlideRead, type SlideSource } from './read-slide.ts'
import { warning } from '../read-warning.ts'

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
