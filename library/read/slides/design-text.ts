import type { ZipParts } from '../archive/zip-parts.ts'
import type { ReadLimits } from '../read-limits.ts'
import { partRelations } from '../xml/part-relations.ts'
import { quotedDesign } from './quoted-design.ts'
import { slideShapes } from './slide-shapes.ts'
import type { ReadWarning } from '../read-warning.ts'

/**
 * A warning that tells the words which the design sets on every slide ("Confidential"): on each page they would be repeated, and
 * in none they would be lost. `layouts` are the designs in use.
 */
export async function designText(
  zip: ZipParts,
  layouts: ReadonlySet<string>,
  limits: ReadLimits,
): Promise<readonly ReadWarning[]> {
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
