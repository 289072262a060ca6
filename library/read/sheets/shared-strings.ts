import type { ReadLimits } from '../read-limits.ts'
import { walkXml } from '../xml/walk-xml.ts'

/** The texts that cells point to, by number. Rich text is joined; phonetic guides above Asian text are left out. */
export function readSharedStrings(part: Buffer, limits: ReadLimits): readonly string[] {
  const strings: string[] = []
  let text = ''
  let isText = false
  let phonetic = 0
  walkXml(part, limits, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    text(piece) {
      if (isText) text += piece
    },
    close(name) {
      if (name === 'si') strings.push(unescaped(text))
      else if (name === 'rPh') phonetic -= 1
      else if (name === 't') isText = false
    },
  })
  return strings
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
