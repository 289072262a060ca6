import type { ZipParts } from '../archive/zip-parts.ts'
import { withoutPageMarks } from '../read-page.ts'
import type { ReadLimits } from '../read-limits.ts'
import { partPath } from '../xml/part-path.ts'
import { walkXml } from '../xml/walk-xml.ts'

/** The first title that the table of contents in `part` gives each chapter, by the names of their parts. */
export async function chapterTitles(
  zip: ZipParts,
  part: string,
  limits: ReadLimits,
): Promise<ReadonlyMap<string, string>> {
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
