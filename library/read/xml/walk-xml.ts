import { message } from '../../../wording/message.ts'
import { Parser } from 'htmlparser2'
import iconv from 'iconv-lite'
import { damagedFailure, gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { markedEncoding } from '../decode-text.ts'

/** Called in the order of the file. `start` to `end`: the tag or the text in characters of the decoded part. */
type XmlVisitor = {
  open?(name: string, attributes: XmlAttributes, start: number, end: number): void
  text?(text: string, start: number, end: number): void
  /** An element without an end tag (`<w:p/>`) ends where it begins: with the places of its only tag. */
  close?(name: string, start: number, end: number): void
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
        visitor.open?.(names.element(name), names.attributes(attributes), parser.startIndex, parser.endIndex + 1)
      },
      onprocessinginstruction(_, declaration) {
        if (refusesEntities && /^!doctype[^>]*\[/i.test(declaration))
          throw damagedFailure(message('unread.damage.entities'))
      },
      ontext: (text) => visitor.text?.(text, parser.startIndex, parser.endIndex + 1),
      onclosetag(name) {
        depth -= 1
        visitor.close?.(names.element(name), parser.startIndex, parser.endIndex + 1)
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
  if (depth > limits.xmlDepth) throw gateFailure('elementDepth', { value: depth, limit: limits.xmlDepth }, 'saveAnew')
  if (elements > limits.xmlElements) throw gateFailure('elements', { value: elements, limit: limits.xmlElements })
}

const PIECE_LENGTH = 65_536
const DECLARED = /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i
const DECLARATION_BYTES = 200

/** Bytes as they lie in the container, or text that is already decoded; empty for a part that is not there. */
export type XmlPart = string | Buffer

/** An XML part in pieces of 65,536 bytes, or characters of a text that is already decoded. */
function* xmlPieces(part: XmlPart): Generator<string, void, void> {
  if (typeof part === 'string') {
    for (let at = 0; at < part.length; at += PIECE_LENGTH) yield part.slice(at, at + PIECE_LENGTH)
    return
  }
  const decoder = iconv.getDecoder(xmlEncoding(part))
  for (let at = 0; at < part.length; at += PIECE_LENGTH) yield decoder.write(part.subarray(at, at + PIECE_LENGTH))
  const rest = decoder.end()
  if (rest) yield rest
}

/** The whole text of an XML part, without byte order mark; lone surrogates replaced. */
export function decodeXml(part: Buffer): string {
  return iconv.decode(part, xmlEncoding(part)).toWellFormed()
}

/** UTF-8 unless a byte order mark or the part's first line says otherwise (XML 1.0, appendix F). */
function xmlEncoding(part: Buffer): string {
  const marked = markedEncoding(part)
  if (marked) return marked
  const declared = DECLARED.exec(part.toString('latin1', 0, DECLARATION_BYTES))?.[1]
  // A first line that can be read byte by byte isn't UTF-16, whatever it says.
  return declared && iconv.encodingExists(declared) && !/^(utf|ucs)-?(16|2)/i.test(declared) ? declared : 'utf-8'
}

export type XmlAttributes = Readonly<Record<string, string>>

const OPEN_XML = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'
const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns'

/** Namespaces whose names matter here, with the prefix they usually have. A file may choose any other prefix. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OPEN_XML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  ['http://schemas.microsoft.com/office/word/2003/wordml', 'w'],
  ['http://schemas.microsoft.com/office/word/2003/auxHint', 'wx'],
  ['http://schemas.microsoft.com/aml/2001/core', 'aml'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  [`${OPEN_XML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OPEN_XML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OPEN_XML}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OPEN_XML}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${OPEN_XML}/markup-compatibility/2006`, 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ...'office text table style manifest chart presentation'
    .split(' ')
    .map((name) => [`${OPEN_DOCUMENT}:${name}:1.0`, name] as const),
  [`${OPEN_DOCUMENT}:drawing:1.0`, 'draw'],
  [`${OPEN_DOCUMENT}:datastyle:1.0`, 'number'],
  [`${OPEN_DOCUMENT}:svg-compatible:1.0`, 'svg'],
  ['http://openoffice.org/2009/office', 'officeooo'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
])

type Scope = {
  /** The usual prefix for each declared prefix. */
  readonly prefixes: ReadonlyMap<string, string>
  /** Names that were translated before: a part repeats few names many times. */
  readonly known: Map<string, string>
  /** Whether every prefix is already the usual one. */
  readonly isPlain: boolean
}

/** Names as a visitor gets them: told of every element as it begins and ends. */
type XmlNames = {
  enter(attributes: XmlAttributes): void
  leave(): void
  element(name: string): string
  attributes(attributes: XmlAttributes): XmlAttributes
}

/** Elements by their names alone, attributes as the file has them: nothing is kept or looked up, for sheets have millions. */
const LOCAL_NAMES: XmlNames = {
  enter() {},
  leave() {},
  element: (name) => name.slice(name.indexOf(':') + 1),
  attributes: (attributes) => attributes,
}

/** Elements and attributes with their usual prefixes, whatever the file calls them. */
function usualNames(): XmlNames {
  const scopes: Scope[] = [{ prefixes: new Map(), known: new Map(), isPlain: true }]
  const current = (): Scope => scopes.at(-1)!

  function translate(name: string, isElement: boolean): string {
    const scope = current()
    const colon = name.indexOf(':')
    // An attribute without a prefix belongs to no namespace.
    if (scope.isPlain || (colon < 0 && !isElement)) return name
    const before = scope.known.get(name)
    if (before !== undefined) return before
    const prefix = scope.prefixes.get(colon < 0 ? '' : name.slice(0, colon))
    const translated = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
    scope.known.set(name, translated)
    return translated
  }

  return {
    enter: (attributes) => void scopes.push(inner(current(), attributes)),
    leave: () => void scopes.pop(),
    element: (name) => translate(name, true),
    attributes(attributes) {
      if (current().isPlain) return attributes
      return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [translate(name, false), value]))
    },
  }
}

function inner(outer: Scope, attributes: XmlAttributes): Scope {
  let prefixes: Map<string, string> | undefined
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const usual = PREFIXES.get(attributes[name] ?? '')
    prefixes ??= new Map(outer.prefixes)
    if (usual === undefined) prefixes.delete(name.slice(6))
    else prefixes.set(name.slice(6), usual)
  }
  if (!prefixes) return outer
  return { prefixes, known: new Map(), isPlain: [...prefixes].every(([declared, usual]) => declared === usual) }
}
