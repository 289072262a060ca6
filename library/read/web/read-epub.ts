import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { failedPage, type JoinedBlocks, numberedPage, type PagePlace } from '../text-blocks.ts'
import { damagedFailure, gateFailure, ReadFailedError, unsupportedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type ReadPage, withoutPageMarks } from '../read-page.ts'
import type { ReadFormat } from '../read-source.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import { addCounts, type MarkupCounts, markupWarnings } from './markup-text.ts'
import { htmlText } from './read-html.ts'
import { distinctWarnings } from '../read-warning.ts'
import { partPath } from '../xml/package-parts.ts'
import { walkXml, type XmlAttributes } from '../xml/walk-xml.ts'

const MARKUP = /^(application\/xhtml\+xml|text\/html|image\/svg\+xml|application\/x-dtbook\+xml|text\/x-oeb1-document)$/

/** What the chapters say of themselves, gathered for the whole book. */
type Remarks = { counts: MarkupCounts; encoding: readonly Notice[] }

/** An EPUB book, a page for each chapter of its reading order. Throws `ReadFailedError`. */
export const readEpub: ReadFormat = async function* readBook({ zip, limits, request, signal }) {
  if (!zip) throw new TypeError('expected the parts of the container')
  const { spine, contents } = await bookPackage(zip, limits)
  const titles = new Map<string, string>()
  for (const part of contents)
    for (const [chapter, title] of await titlesIn(zip, part, limits))
      if (!titles.has(chapter)) titles.set(chapter, title)
  const remarks: Remarks = { counts: { hiddenCharacters: 0, pictures: 0, frames: 0 }, encoding: [] }
  for (const [index, item] of spine.entries()) {
    signal.throwIfAborted()
    const page = index + 1
    if (request.skipPages?.includes(page)) continue
    const label = titles.get(item.part ?? '') ?? null
    yield await chapterPage(item, { page, label }, zip, limits, remarks)
  }
  return { pages: spine.length, warnings: [...distinctWarnings(remarks.encoding), ...markupWarnings(remarks.counts)] }
}

async function chapterPage(
  { part, mediaType, isNavigation }: BookItem,
  place: PagePlace,
  zip: ZipParts,
  limits: ReadLimits,
  remarks: Remarks,
): Promise<ReadPage> {
  if (part === null) return failedPage(place, message('reading.pages.unknownChapter'))
  if (mediaType !== '' && !MARKUP.test(mediaType))
    return failedPage(place, message('reading.pages.chapterType', { type: mediaType }))
  try {
    const bytes = await zip.read(part)
    if (bytes === undefined) return failedPage(place, message('reading.pages.missingPart', { part }))
    const chapter = htmlText(bytes, limits, { isXhtml: true })
    remarks.counts = addCounts(remarks.counts, chapter.counts)
    remarks.encoding = [...remarks.encoding, ...chapter.encodingWarnings]
    const label = place.label ?? (isNavigation ? 'Contents' : firstHeading(chapter))
    return numberedPage({ ...place, label }, chapter, 'noChapterText')
  } catch (error) {
    if (!(error instanceof ReadFailedError) || error.failure.code === 'gate') throw error
    return failedPage(place, error.failure.message)
  }
}

function firstHeading({ text, blocks }: JoinedBlocks): string | null {
  const heading = blocks.find(({ kind }) => kind === 'heading')
  return heading ? text.slice(heading.start, heading.end).replace(/\s+/g, ' ') : null
}

/** A damaged table of contents costs the titles, not the book. */
async function titlesIn(zip: ZipParts, part: string, limits: ReadLimits): Promise<ReadonlyMap<string, string>> {
  try {
    return await chapterTitles(zip, part, limits)
  } catch (error) {
    if (error instanceof ReadFailedError && error.failure.code === 'damaged') return new Map()
    throw error
  }
}

type BookItem = {
  /** The part's name; null where the book names none that can be in it. */
  readonly part: string | null
  readonly mediaType: string
  readonly isNavigation: boolean
}

type BookPackage = {
  /** In reading order. */
  readonly spine: readonly BookItem[]
  /** Tables of contents, the newer kind first. */
  readonly contents: readonly string[]
}

const CONTAINER = 'META-INF/container.xml'
const ENCRYPTION = 'META-INF/encryption.xml'

/** Fonts that are scrambled so that nobody takes them out: the text is free. */
const FONT_SCRAMBLING = /^http:\/\/(www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/

/** What the book is made of. Throws `ReadFailedError` when it is locked, damaged, or has too many chapters. */
async function bookPackage(zip: ZipParts, limits: ReadLimits): Promise<BookPackage> {
  await throwIfLocked(zip, limits)
  let rootFile: string | null = null
  walkXml((await zip.read(CONTAINER)) ?? '', limits, {
    open(name, attributes) {
      const path = attributes['full-path']
      if (name === 'rootfile' && rootFile === null && path) rootFile = partPath('', path)
    },
  })
  const xml = rootFile === null ? undefined : await zip.read(rootFile)
  if (rootFile === null || xml === undefined) throw damagedFailure(message('unread.damage.chapters'))
  return packageOf(xml, rootFile, limits)
}

function packageOf(xml: Buffer, rootFile: string, limits: ReadLimits): BookPackage {
  const items = new Map<string, BookItem>()
  const ids: string[] = []
  walkXml(xml, limits, {
    open(name, attributes) {
      if (name === 'item') addItem(items, rootFile, attributes)
      else if (name === 'itemref') ids.push(attributes.idref ?? '')
      if (ids.length <= limits.numberedPages) return
      throw gateFailure('chapters', { value: ids.length, limit: limits.numberedPages }, 'saveAnew')
    },
  })
  if (ids.length === 0) throw damagedFailure(message('unread.damage.noChapters'))
  const all = [...items.values()]
  const navigation = all.find(({ isNavigation }) => isNavigation)
  const ncx = all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml')
  return {
    spine: ids.map((id) => items.get(id) ?? { part: null, mediaType: '', isNavigation: false }),
    contents: [navigation?.part, ncx?.part].filter((part) => part !== undefined && part !== null),
  }
}

function addItem(items: Map<string, BookItem>, rootFile: string, attributes: XmlAttributes): void {
  const { id, href, properties = '', 'media-type': mediaType = '' } = attributes
  if (id && href) items.set(id, { part: partPath(rootFile, href), mediaType, isNavigation: /\bnav\b/.test(properties) })
}

async function throwIfLocked(zip: ZipParts, limits: ReadLimits): Promise<void> {
  let isLocked = false
  walkXml((await zip.read(ENCRYPTION)) ?? '', limits, {
    open(name, { Algorithm }) {
      // The key itself is encrypted by an algorithm of its own inside `EncryptedKey`, which only locked books have.
      if (name === 'EncryptionMethod' && !FONT_SCRAMBLING.test(Algorithm ?? '')) isLocked = true
    },
  })
  if (!isLocked) return
  throw unsupportedFailure('lockedBook', message('unread.advice.copyWithoutLock'))
}

/** The first title that the table of contents in `part` gives each chapter, by the names of their parts. */
async function chapterTitles(zip: ZipParts, part: string, limits: ReadLimits): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  let pieces: string[] | null = null
  let link: string | undefined

  function name(target: string | undefined): void {
    const chapter = target === undefined ? null : partPath(part, target)
    const title = withoutPageMarks((pieces ?? []).join(''))
      .replace(/\s+/g, ' ')
      .trim()
    if (chapter !== null && title !== '' && !titles.has(chapter)) titles.set(chapter, title)
    pieces = null
    link = undefined
  }

  walkXml((await zip.read(part)) ?? '', limits, {
    open(element, { href, src }) {
      if (element === 'a') {
        pieces = []
        link = href
      } else if (element === 'navLabel') pieces = []
      else if (element === 'content') name(src)
    },
    text: (text) => void pieces?.push(text),
    close: (element) => void (element === 'a' && name(link)),
  })
  return titles
}
