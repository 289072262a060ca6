import type { ReadLimits } from '../read-limits.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'

type PageStyle = { isHidden: boolean; showsFooter: boolean; showsDate: boolean }

/** What the styles of slides say: whether the show leaves a slide out, and what stands in its margin. */
export interface OdpPageStyles {
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
