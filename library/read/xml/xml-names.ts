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
export type XmlNames = {
  enter(attributes: XmlAttributes): void
  leave(): void
  element(name: string): string
  attributes(attributes: XmlAttributes): XmlAttributes
}

/** Elements by their names alone, attributes as the file has them: nothing is kept or looked up, for sheets have millions. */
export const LOCAL_NAMES: XmlNames = {
  enter() {},
  leave() {},
  element: (name) => name.slice(name.indexOf(':') + 1),
  attributes: (attributes) => attributes,
}

/** Elements and attributes with their usual prefixes, whatever the file calls them. */
export function usualNames(): XmlNames {
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
