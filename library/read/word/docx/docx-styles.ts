import type { ReadLimits } from '../../read-limits.ts'
import { walkPrefixedXml, type XmlAttributes } from '../../xml/walk-xml.ts'

/** A style with what it takes over from the styles it is based on. */
export type DocxStyle = {
  /** In lower case: "heading 1". */
  readonly name: string
  /** From 0; 9 is text. Undefined where the style says nothing. */
  readonly outlineLevel: number | undefined
  readonly numberId: string | undefined
  readonly numberLevel: number | undefined
  /** The style that brought the numbering: lists name the style of each level. */
  readonly numberStyleId: string | undefined
  readonly isHidden: boolean | undefined
}

type OwnStyle = { -readonly [key in keyof DocxStyle]: DocxStyle[key] } & { basedOn: string | undefined }

export interface DocxStyles {
  /** The default paragraph style where `id` is undefined. */
  paragraph(id: string | undefined): DocxStyle
  /** Whether a style hides its text; undefined where it says nothing. */
  isHidden(id: string): boolean | undefined
  /** The id of the paragraph style for headings of that level, from 1. */
  headingOf(level: number): string | undefined
  /** The numbering that a numbering style stands for. */
  numberOf(id: string): string | undefined
}

const NONE: DocxStyle = {
  name: '',
  outlineLevel: undefined,
  numberId: undefined,
  numberLevel: undefined,
  numberStyleId: undefined,
  isHidden: undefined,
}
const LONGEST_CHAIN = 20

/** Reads `styles.xml`; an empty string gives a set without styles. */
export function readDocxStyles(xml: string, limits: ReadLimits): DocxStyles {
  const styles = new Map<string, OwnStyle>()
  const resolved = new Map<string, DocxStyle>()
  let defaultId: string | undefined
  let style: OwnStyle | undefined
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (name === 'w:style') {
        const id = attributes['w:styleId'] ?? ''
        style = { ...NONE, numberStyleId: id, basedOn: undefined }
        styles.set(id, style)
        if (attributes['w:type'] === 'paragraph' && isOn(attributes['w:default'] ?? 'false')) defaultId = id
      } else if (style) takeProperty(style, name, attributes)
    },
    close(name) {
      if (name === 'w:style') style = undefined
    },
  })

  function resolve(id: string): DocxStyle {
    const known = resolved.get(id)
    if (known) return known
    let result: DocxStyle = NONE
    const chain: OwnStyle[] = []
    for (let at: string | undefined = id; at !== undefined && chain.length < LONGEST_CHAIN; ) {
      const own: OwnStyle | undefined = styles.get(at)
      if (!own || chain.includes(own)) break
      chain.push(own)
      at = own.basedOn
    }
    for (const own of chain.toReversed()) result = over(result, own)
    resolved.set(id, result)
    return result
  }

  return {
    paragraph: (id) => resolve(id !== undefined && styles.has(id) ? id : (defaultId ?? '')),
    isHidden: (id) => resolve(id).isHidden,
    headingOf: (level) => [...styles].find(([, { name }]) => name === `heading ${level}`)?.[0],
    numberOf: (id) => resolve(id).numberId,
  }
}

function over(base: DocxStyle, own: OwnStyle): DocxStyle {
  return {
    name: own.name,
    // A style based on a heading is one as well, whatever its name.
    outlineLevel: own.outlineLevel ?? headingLevel(own.name) ?? base.outlineLevel,
    numberId: own.numberId ?? base.numberId,
    numberLevel: own.numberLevel ?? base.numberLevel,
    numberStyleId: own.numberId === undefined ? base.numberStyleId : own.numberStyleId,
    isHidden: own.isHidden ?? base.isHidden,
  }
}

function headingLevel(name: string): number | undefined {
  const digit = /^heading (\d)$/.exec(name)?.[1]
  if (digit !== undefined) return Number(digit) - 1
  return name === 'title' ? 0 : undefined
}

function takeProperty(style: OwnStyle, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val']
  if (name === 'w:name') style.name = value?.toLowerCase() ?? ''
  else if (name === 'w:basedOn') style.basedOn = value
  else if (name === 'w:outlineLvl') style.outlineLevel = Number(value)
  else if (name === 'w:numId') style.numberId = value
  else if (name === 'w:ilvl') style.numberLevel = Number(value)
  else if (name === 'w:vanish') style.isHidden = isOn(value)
}

/** The value of a switch such as `w:vanish`: on unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value !== 'false' && value !== '0' && value !== 'off'
}
