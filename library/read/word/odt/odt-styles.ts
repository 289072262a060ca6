import type { ReadLimits } from '../../read-limits.ts'
import type { OdtListLevel } from './odt-lists.ts'
import { walkPrefixedXml, type XmlAttributes } from '../../xml/walk-xml.ts'

/** What a style says about its text, with what it takes over from its parents. */
export type OdtStyle = {
  readonly isHidden: boolean
  readonly isRaised: boolean
  readonly isStruck: boolean
  /** Name of its list; empty where it wants none. */
  readonly list: string | undefined
  readonly isTitle: boolean
}

type OwnStyle = {
  parent: string | undefined
  isHidden: boolean | undefined
  isRaised: boolean | undefined
  isStruck: boolean | undefined
  list: string | undefined
}

export interface OdtStyles {
  style(family: 'paragraph' | 'text', name: string | undefined): OdtStyle
  list(name: string | undefined): ReadonlyMap<number, OdtListLevel>
  /** How headings outside lists are numbered. */
  readonly outline: ReadonlyMap<number, OdtListLevel>
}

/** A part with styles; `scope` leaves out those that are for the other part only. */
export type OdtStyleSource = { readonly xml: string; readonly scope: 'all' | 'common' }

const LONGEST_CHAIN = 20
const NO_STYLE: OwnStyle = {
  parent: undefined,
  isHidden: undefined,
  isRaised: undefined,
  isStruck: undefined,
  list: undefined,
}

/** Reads the styles of the sources together; later ones win. */
export function readOdtStyles(sources: readonly OdtStyleSource[], limits: ReadLimits): OdtStyles {
  const styles = new Map<string, OwnStyle>()
  const lists = new Map<string, Map<number, OdtListLevel>>()
  const outline = new Map<number, OdtListLevel>()
  for (const source of sources) readSource(source, limits, { styles, lists, outline })
  const resolved = new Map<string, OdtStyle>()

  function resolve(family: string, name: string): OdtStyle {
    const key = `${family} ${name}`
    const known = resolved.get(key)
    if (known) return known
    const chain: OwnStyle[] = []
    let isTitle = false
    for (let at: string | undefined = name; at !== undefined && chain.length < LONGEST_CHAIN; ) {
      isTitle ||= at === 'Title'
      const own = styles.get(`${family} ${at}`)
      if (!own) break
      chain.push(own)
      at = own.parent
    }
    const first = <K extends keyof OwnStyle>(property: K) =>
      chain.find((own) => own[property] !== undefined)?.[property]
    const style: OdtStyle = {
      isHidden: first('isHidden') ?? false,
      isRaised: first('isRaised') ?? false,
      isStruck: first('isStruck') ?? false,
      list: first('list'),
      isTitle,
    }
    resolved.set(key, style)
    return style
  }

  return {
    style: (family, name) => resolve(family, name ?? ''),
    list: (name) => lists.get(name ?? '') ?? new Map(),
    outline,
  }
}

type Collected = {
  readonly styles: Map<string, OwnStyle>
  readonly lists: Map<string, Map<number, OdtListLevel>>
  readonly outline: Map<number, OdtListLevel>
}

function readSource({ xml, scope }: OdtStyleSource, limits: ReadLimits, collected: Collected): void {
  let style: OwnStyle | undefined
  let levels: Map<number, OdtListLevel> | undefined
  let isOutside = false
  walkPrefixedXml(xml, limits, {
    open(name, attributes) {
      if (name === 'office:automatic-styles') isOutside = scope === 'common'
      if (isOutside) return
      if (name === 'style:style') {
        style = {
          ...NO_STYLE,
          parent: attributes['style:parent-style-name'],
          list: attributes['style:list-style-name'],
        }
        collected.styles.set(`${attributes['style:family']} ${attributes['style:name']}`, style)
      } else if (name === 'style:text-properties' && style) takeTextProperties(style, attributes)
      else if (name === 'text:list-style') {
        levels = new Map()
        collected.lists.set(attributes['style:name'] ?? '', levels)
      } else if (name === 'text:outline-style') levels = collected.outline
      else if (levels) takeLevel(levels, name, attributes)
    },
    close(name) {
      if (name === 'office:automatic-styles') isOutside = false
      else if (name === 'style:style') style = undefined
      else if (name === 'text:list-style' || name === 'text:outline-style') levels = undefined
    },
  })
}

function takeTextProperties(style: OwnStyle, attributes: XmlAttributes): void {
  const display = attributes['text:display']
  if (display !== undefined) style.isHidden = display === 'none'
  const position = attributes['style:text-position']
  if (position !== undefined) style.isRaised = /^(super|[1-9])/.test(position)
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type']
  if (line !== undefined) style.isStruck = line !== 'none'
}

const LEVEL = /^text:(list-level-style-(number|bullet|image)|outline-level-style)$/

function takeLevel(levels: Map<number, OdtListLevel>, name: string, attributes: XmlAttributes): void {
  if (!LEVEL.test(name)) return
  const isNumber = name.endsWith('-number') || name.startsWith('text:outline')
  levels.set(Number(attributes['text:level']) || 1, {
    format: isNumber ? (attributes['style:num-format'] ?? '') : '',
    isSynchronised: attributes['style:num-letter-sync'] === 'true',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    template: attributes['loext:num-list-format'],
    displayedLevels: Number(attributes['text:display-levels']) || 1,
    start: Number(attributes['text:start-value'] ?? 1) || 0,
  })
}
