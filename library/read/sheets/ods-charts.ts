import type { ReadLimits } from '../read-limits.ts'
import type { XmlPart } from '../xml/decode-xml.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'
import { cellText } from './sheet-grid.ts'

/** The titles of a chart and of its axes; null where the object is no chart. Its values are those of the sheet. */
export function chartTitles(part: XmlPart, limits: ReadLimits): readonly string[] | null {
  const titles: string[] = []
  let isChart = false
  let title: string | undefined
  walkPrefixedXml(part, limits, {
    open(name) {
      if (name === 'chart:chart') isChart = true
      if (name === 'chart:title' || name === 'chart:subtitle') title = ''
    },
    text(text) {
      if (title !== undefined) title += text
    },
    close(name) {
      if (name === 'text:p' && title !== undefined) title += '\n'
      if ((name !== 'chart:title' && name !== 'chart:subtitle') || title === undefined) return
      if (cellText(title) !== '') titles.push(cellText(title))
      title = undefined
    },
  })
  return isChart ? titles : null
}
