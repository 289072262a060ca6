import { Parser } from 'htmlparser2'
import { gateFailure, SAVE_ANEW } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/** Called in the order of the file. Names of elements come without their prefix, which every program may choose. */
export type XmlVisitor = {
  open?(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

const PIECE_CHARACTERS = 65_536

/**
 * One streaming pass over XML. Entities that the file defines itself are never expanded. Throws `ReadFailedError` past
 * `limits.xmlDepth` and `limits.xmlElements`.
 */
export function walkXml(xml: string, limits: ReadLimits, visitor: XmlVisitor): void {
  let depth = 0
  let elements = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        elements += 1
        if (depth > limits.xmlDepth)
          throw gateFailure(
            'Elements nest too deep',
            { value: depth, limit: limits.xmlDepth, unit: 'levels' },
            SAVE_ANEW,
          )
        if (elements > limits.xmlElements)
          throw gateFailure('Too many elements', { value: elements, limit: limits.xmlElements, unit: 'elements' })
        visitor.open?.(localName(name), attributes)
      },
      ontext: (text) => visitor.text?.(text),
      onclosetag(name) {
        depth -= 1
        visitor.close?.(localName(name))
      },
    },
    { xmlMode: true },
  )
  // In pieces, so that the depth is checked before the parser's own stack has grown with the whole part.
  for (let at = 0; at < xml.length; at += PIECE_CHARACTERS) parser.write(xml.slice(at, at + PIECE_CHARACTERS))
  parser.end()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
