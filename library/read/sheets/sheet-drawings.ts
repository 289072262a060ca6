import type { ReadLimits } from '../read-limits.ts'
import type { ZipParts } from '../archive/zip-parts.ts'
import { cellText } from './sheet-grid.ts'
import type { XmlPart } from '../xml/decode-xml.ts'
import { type PartRelation, partRelations } from '../xml/part-relations.ts'
import { walkXml } from '../xml/walk-xml.ts'

export type SheetDrawings = {
  /** Text boxes and the titles of charts, one line each. */
  readonly texts: readonly string[]
  readonly pictures: number
}

/** What is drawn over a sheet: the text of its shapes and the titles of its charts; pictures are counted. */
export async function readSheetDrawings(
  zip: ZipParts,
  sheetRelations: readonly PartRelation[],
  limits: ReadLimits,
): Promise<SheetDrawings> {
  const texts: string[] = []
  let pictures = 0
  for (const { target } of sheetRelations.filter(({ type }) => type === 'drawing')) {
    const part = await zip.read(target)
    if (!part) continue
    const shapes = textsIn(part, 'txBody', limits)
    texts.push(...shapes.texts)
    pictures += shapes.pictures
    for (const chart of (await partRelations(zip, target, limits)).filter(({ type }) => /^chart(Ex)?$/.test(type))) {
      const titles = textsIn((await zip.read(chart.target)) ?? '', 'title', limits)
      texts.push(...titles.texts.map((title) => `Chart: ${title}`))
    }
  }
  return { texts, pictures }
}

/** The text inside each element of that name, paragraphs joined. A title that is linked to a cell holds its last value. */
function textsIn(part: XmlPart, element: string, limits: ReadLimits): SheetDrawings {
  const texts: string[] = []
  let depth = 0
  let text = ''
  let isText = false
  let pictures = 0
  walkXml(part, limits, {
    open(name) {
      if (name === 'pic') pictures += 1
      if (name === element) depth += 1
      isText = depth > 0 && (name === 't' || name === 'v')
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      isText = false
      if (name === 'p') text += '\n'
      if (name !== element) return
      depth -= 1
      if (depth === 0 && cellText(text) !== '') texts.push(cellText(text))
      if (depth === 0) text = ''
    },
  })
  return { texts, pictures }
}
