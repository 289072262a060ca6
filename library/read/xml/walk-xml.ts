import { Parser } from 'htmlparser2'
import { damagedFailure, gateFailure, SAVE_ANEW } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type XmlPart, xmlPieces } from './decode-xml.ts'
import { LOCAL_NAMES, usualNames, type XmlAttributes, type XmlNames } from './xml-names.ts'

/** Called in the order of the file. */
export type XmlVisitor = {
  open?(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * One streaming pass over an XML part: no tree, no second copy of its bytes. Elements come without their prefix, which
 * every program may choose; attributes keep theirs. Entities that the part defines itself are never expanded. Gives whether
 * every element was closed (false: the part ends early). Throws `ReadFailedError` past `limits.xmlDepth` and `limits.xmlElements`.
 */
export function walkXml(part: XmlPart, limits: ReadLimits, visitor: XmlVisitor): boolean {
  return walk(part, limits, visitor, { names: LOCAL_NAMES, refusesEntities: false })
}

/**
 * As `walkXml`, for the word-processing formats, which mix vocabularies: elements and attributes come with their usual
 * prefix (`w:p`, `text:h`), whatever the file calls it. Neither of them allows a part to define entities of its own: such a part is refused.
 */
export function walkPrefixedXml(part: XmlPart, limits: ReadLimits, visitor: XmlVisitor): boolean {
  return walk(part, limits, visitor, { names: usualNames(), refusesEntities: true })
}

type Dialect = { readonly names: XmlNames; readonly refusesEntities: boolean }

function walk(part: XmlPart, limits: ReadLimits, visitor: XmlVisitor, { names, refusesEntities }: Dialect): boolean {
  let depth = 0
  let elements = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        elements += 1
        checkSize(depth, elements, limits)
        names.enter(attributes)
        visitor.open?.(names.element(name), names.attributes(attributes))
      },
      onprocessinginstruction(_, declaration) {
        if (refusesEntities && /^!doctype[^>]*\[/i.test(declaration))
          throw damagedFailure('it defines entities of its own')
      },
      ontext: (text) => visitor.text?.(text),
      onclosetag(name) {
        depth -= 1
        visitor.close?.(names.element(name))
        names.leave()
      },
    },
    { xmlMode: true },
  )
  // In pieces, so that the limits are checked before the parser's own stack has grown with the whole part.
  for (const piece of xmlPieces(part)) parser.write(piece)
  const isComplete = elements > 0 && depth === 0
  parser.end()
  return isComplete
}

function checkSize(depth: number, elements: number, limits: ReadLimits): void {
  if (depth > limits.xmlDepth)
    throw gateFailure('Elements nest too deep', { value: depth, limit: limits.xmlDepth, unit: 'levels' }, SAVE_ANEW)
  if (elements > limits.xmlElements)
    throw gateFailure('Too many elements', { value: elements, limit: limits.xmlElements, unit: 'elements' })
}
