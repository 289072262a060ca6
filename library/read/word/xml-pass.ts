import { Parser } from 'htmlparser2'
import { damagedFailure, gateFailure, SAVE_ANEW } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { canonicalNames } from './xml-names.ts'

export type XmlAttributes = Readonly<Record<string, string>>

/** What is told of each element, with the usual prefixes (`w:p`, `text:h`) whatever the file calls them. */
export type XmlHandler = {
  open?(name: string, attributes: XmlAttributes): void
  close?(name: string): void
  text?(text: string): void
}

const PIECE_CHARACTERS = 65_536

/**
 * One streaming pass over an XML part: no tree is built. Gives whether every element was closed (false: the part ends early).
 * Throws `ReadFailedError` past the depth and element limits and where the part defines entities of its own.
 */
export function passXml(xml: string, limits: ReadLimits, handler: XmlHandler): boolean {
  const names = canonicalNames()
  let depth = 0
  let elements = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        elements += 1
        checkSize(depth, elements, limits)
        names.enter(attributes)
        handler.open?.(names.element(name), names.attributes(attributes))
      },
      onprocessinginstruction(_, declaration) {
        // Neither format allows them; a reader that expands them can be made to fill the memory or to read other files.
        if (/^!doctype[^>]*\[/i.test(declaration)) throw damagedFailure('it defines entities of its own')
      },
      ontext: (text) => handler.text?.(text),
      onclosetag(name) {
        depth -= 1
        handler.close?.(names.element(name))
        names.leave()
      },
    },
    { xmlMode: true },
  )
  // In pieces, so that the limits are checked before the parser's own stack has grown with the whole part.
  for (let at = 0; at < xml.length; at += PIECE_CHARACTERS) parser.write(xml.slice(at, at + PIECE_CHARACTERS))
  const isComplete = elements > 0 && depth === 0
  parser.end()
  return isComplete
}

function checkSize(depth: number, elements: number, limits: ReadLimits): void {
  if (depth > limits.xmlDepth)
    throw gateFailure(
      'Tables or frames nest too deep',
      { value: depth, limit: limits.xmlDepth, unit: 'levels' },
      SAVE_ANEW,
    )
  if (elements > limits.xmlElements)
    throw gateFailure('Too many elements', { value: elements, limit: limits.xmlElements, unit: 'elements' })
}

/** The text of an XML part; some programs write UTF-16. */
export function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  return bytes.toString('utf8').replace(/^\uFEFF/, '')
}
