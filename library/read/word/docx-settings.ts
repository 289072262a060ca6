import type { ReadLimits } from '../read-limits.ts'
import type { NoteMarks } from './docx-story.ts'
import { isOn } from './docx-styles.ts'
import { walkPrefixedXml } from '../xml/walk-xml.ts'

export type DocxSettings = {
  readonly marks: { readonly footnote: NoteMarks; readonly endnote: NoteMarks }
  readonly hasEvenPages: boolean
}

/** How notes are numbered and whether even pages have headers of their own, from `settings.xml`. */
export function readDocxSettings(xml: string, limits: ReadLimits): DocxSettings {
  const formats = { footnote: 'decimal', endnote: 'lowerRoman' }
  const starts = { footnote: 1, endnote: 1 }
  let hasEvenPages = false
  let kind: 'footnote' | 'endnote' | undefined
  walkPrefixedXml(xml, limits, {
    open(name, { 'w:val': value }) {
      if (name === 'w:footnotePr') kind = 'footnote'
      else if (name === 'w:endnotePr') kind = 'endnote'
      else if (name === 'w:evenAndOddHeaders') hasEvenPages = isOn(value)
      else if (kind && name === 'w:numFmt' && value) formats[kind] = value
      else if (kind && name === 'w:numStart') starts[kind] = Number(value) || 1
    },
    close(name) {
      if (name === 'w:footnotePr' || name === 'w:endnotePr') kind = undefined
    },
  })
  // Two notes must not have the same mark.
  const prefix = formats.footnote === formats.endnote ? 'e' : ''
  return {
    marks: {
      footnote: { format: formats.footnote, start: starts.footnote, prefix: '' },
      endnote: { format: formats.endnote, start: starts.endnote, prefix },
    },
    hasEvenPages,
  }
}
