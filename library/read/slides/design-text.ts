import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import type { ZipParts } from '../archive/open-zip.ts'
import type { ReadLimits } from '../read-limits.ts'
import { warning } from '../read-warning.ts'
import { partRelations } from '../xml/package-parts.ts'
import { slideShapes } from './slide-shapes.ts'

/**
 * A warning that tells the words which the design sets on every slide ("Confidential"): on each page they would be repeated, and
 * in none they would be lost. `layouts` are the designs in use.
 */
export async function designText(
  zip: ZipParts,
  layouts: ReadonlySet<string>,
  limits: ReadLimits,
): Promise<readonly Notice[]> {
  const masters = new Set<string>()
  for (const layout of layouts)
    for (const { type, target } of await partRelations(zip, layout, limits))
      if (type === 'slideMaster') masters.add(target)
  const words = new Set<string>()
  for (const part of [...masters, ...layouts])
    for (const { placeholder, blocks } of slideShapes((await zip.read(part)) ?? '', limits).shapes)
      if (placeholder === null) for (const { text } of blocks) words.add(text.replace(/\s+/g, ' '))
  return quotedDesign(words)
}

const LONGEST_QUOTE = 300

/** The warning that tells words which a design sets on every slide; none where it sets none. */
export function quotedDesign(words: ReadonlySet<string>): readonly Notice[] {
  if (words.size === 0) return []
  const quote = [...words].join(' / ')
  const shown = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).toWellFormed()}…` : quote
  return [warning('other', message('reading.slides.design', { words: shown }))]
}
