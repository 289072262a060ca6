import type { EditedPart } from './run-places.ts'
import { prefixOf, type XmlElement } from './xml-tree.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * The prefix, with its colon, for what is written into a part, elements and attributes alike: never empty, for an attribute without one
 * belongs to no vocabulary. Where the part declares none (`xmlns` alone), `declareWordPrefix` has to add it.
 */
export function wordPrefix(part: Pick<EditedPart, 'xml' | 'root'>): string {
  const own = prefixOf(part.xml, part.root)
  return own === '' ? (declaredPrefix(part.root) ?? freePrefix(part.root)) : own
}

/** Declares the prefix of what was written, where the part has none. */
export function declareWordPrefix(part: EditedPart): void {
  const { xml, root, edits } = part
  if (prefixOf(xml, root) !== '' || declaredPrefix(root) !== undefined) return
  const nameEnd = root.start + (/^<[^\s/>]+/.exec(xml.slice(root.start, root.openEnd))?.[0].length ?? 0)
  edits.insert(nameEnd, ` xmlns:${freePrefix(root).slice(0, -1)}="${wordNamespace(part)}"`)
}

/** The vocabulary of the part: that of today, or the strict one. */
export function wordNamespace({ xml, root }: Pick<EditedPart, 'xml' | 'root'>): string {
  const prefix = prefixOf(xml, root)
  return root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`] ?? WORD
}

function declaredPrefix({ attributes }: XmlElement): string | undefined {
  const namespace = attributes['xmlns']
  const name = Object.keys(attributes).find((one) => one.startsWith('xmlns:') && attributes[one] === namespace)
  return name && `${name.slice('xmlns:'.length)}:`
}

function freePrefix({ attributes }: XmlElement): string {
  let prefix = 'w'
  for (let number = 2; `xmlns:${prefix}` in attributes; number += 1) prefix = `w${number}`
  return `${prefix}:`
}
