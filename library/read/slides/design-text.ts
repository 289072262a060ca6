import type { ZipParts } from '../archive/zip-parts.ts'
import type { ReadLimits } from '../read-limits.ts'
import { partRelations } from '../xml/part-relations.ts'
import { slideShapes } from './slide-shapes.ts'

const LONGEST_QUOTE = 300

/**
 * A warning that tells the words which the design sets on every slide ("Confidential"): on each page they would be repeated, and
 * in none they would be lost. `layouts` are the designs in use.
 */
export async function designText(
  zip: ZipParts,
  layouts: ReadonlySet<string>,
  limits: ReadLimits,
): Promise<readonly string[]> {
  const masters = new Set<string>()
  for (const layout of layouts)
    for (const { type, target } of await partRelations(zip, layout, limits))
      if (type === 'slideMaster') masters.add(target)
  const words = new Set<string>()
  for (const part of [...masters, ...layouts])
    for (const { placeholder, blocks } of slideShapes((await zip.read(part)) ?? '', limits).shapes)
      if (placeholder === null) for (const { text } of blocks) words.add(text.replace(/\s+/g, ' '))
  if (words.size === 0) return []
  const quote = [...words].join(' / ')
  const shown = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE).toWellFormed()}…` : quote
  return [`The design of the slides shows words that are not in the text: "${shown}".`]
}
