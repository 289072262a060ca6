import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { failedPage, type JoinedBlocks, numberedPage, type PagePlace } from '../text-blocks.ts'
import { ReadFailedError } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { ReadPage } from '../read-page.ts'
import type { ReadFormat } from '../read-source.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import { addCounts, type MarkupCounts, markupWarnings } from './markup-text.ts'
import { htmlText } from './read-html.ts'
import { type BookItem, bookPackage, chapterTitles } from './book-package.ts'
import { distinctWarnings } from '../read-warning.ts'

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
