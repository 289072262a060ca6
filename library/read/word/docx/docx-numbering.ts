import type { ReadLimits } from '../../read-limits.ts'
import { isOn } from './docx-styles.ts'
import { walkPrefixedXml, type XmlAttributes } from '../../xml/walk-xml.ts'

/** One level of a list as `numbering.xml` defines it. */
export type NumberLevel = {
  readonly start: number
  /** "decimal", "lowerLetter", "bullet", … */
  readonly format: string
  /** "%1.%2": the digit names a level from 1. */
  readonly template: string
  /** Numbers of all levels in digits ("legal" numbering). */
  readonly isLegal: boolean
  /** Starts anew after a number of this level (from 1); 0 never; undefined after any higher level. */
  readonly restartAfter: number | undefined
  /** The paragraph style that uses this level. */
  readonly styleId: string | undefined
  readonly isHidden: boolean
}

export type NumberList = {
  /** Lists with the same key count on from each other. */
  readonly key: string
  readonly levels: ReadonlyMap<number, NumberLevel>
  /** Where this list begins anew, by level. */
  readonly starts: ReadonlyMap<number, number>
}

type Level = { -readonly [key in keyof NumberLevel]: NumberLevel[key] }
type Abstract = { readonly levels: Map<number, Level>; link: string | undefined }
type Instance = { abstract: string; readonly levels: Map<number, Level>; readonly starts: Map<number, number> }
type Numbering = { readonly abstracts: Map<string, Abstract>; readonly instances: Map<string, Instance> }

/**
 * The lists of `numbering.xml` by their number ids. `numberOf` gives the list of a numbering style, for definitions that
 * only point at one.
 */
export function readDocxNumbering(
  xml: string,
  numberOf: (styleId: string) => string | undefined,
  limits: ReadLimits,
): ReadonlyMap<string, NumberList> {
  const numbering = readDefinitions(xml, limits)
  const lists = new Map<string, NumberList>()
  for (const [id, { abstract, levels, starts }] of numbering.instances) {
    const key = followLink(numbering, abstract, numberOf)
    const base = numbering.abstracts.get(key)?.levels ?? []
    lists.set(id, { key, levels: new Map([...base, ...levels]), starts })
  }
  return lists
}

function followLink(
  { abstracts, instances }: Numbering,
  id: string,
  numberOf: (styleId: string) => string | undefined,
): string {
  const link = abstracts.get(id)?.link
  const linked = link === undefined ? undefined : numberOf(link)
  return (linked === undefined ? undefined : instances.get(linked)?.abstract) ?? id
}

function readDefinitions(xml: string, limits: ReadLimits): Numbering {
  const numbering: Numbering = { abstracts: new Map(), instances: new Map() }
  let abstract: Abstract | undefined
  let instance: Instance | undefined
  let level: Level | undefined
  let overridden = 0

  function openDefinition(name: string, attributes: XmlAttributes): void {
    if (name === 'w:abstractNum') {
      abstract = { levels: new Map(), link: undefined }
      numbering.abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
    } else if (name === 'w:num') {
      instance = { abstract: '', levels: new Map(), starts: new Map() }
      numbering.instances.set(attributes['w:numId'] ?? '', instance)
    } else if (name === 'w:lvl') {
      level = newLevel()
      const index = Number(attributes['w:ilvl'] ?? overridden)
      const levels = abstract?.levels ?? instance?.levels
      levels?.set(index, level)
    } else openReference(name, attributes)
  }

  function openReference(name: string, attributes: XmlAttributes): void {
    const value = attributes['w:val']
    if (level) takeLevel(level, name, value)
    else if (name === 'w:abstractNumId' && instance) instance.abstract = value ?? ''
    else if (name === 'w:numStyleLink' && abstract) abstract.link = value
    else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0)
    else if (name === 'w:startOverride') instance?.starts.set(overridden, wholeNumber(value))
  }

  walkPrefixedXml(xml, limits, {
    open: openDefinition,
    close(name) {
      if (name === 'w:lvl') level = undefined
      else if (name === 'w:abstractNum') abstract = undefined
      else if (name === 'w:num') instance = undefined
    },
  })
  return numbering
}

/** A level that doesn't say where it starts starts at 0 (ECMA-376 17.9.25). */
function newLevel(): Level {
  return {
    start: 0,
    format: 'decimal',
    template: '',
    isLegal: false,
    restartAfter: undefined,
    styleId: undefined,
    isHidden: false,
  }
}

function takeLevel(level: Level, name: string, value: string | undefined): void {
  if (name === 'w:start') level.start = wholeNumber(value)
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  else if (name === 'w:lvlText') level.template = value ?? ''
  else if (name === 'w:isLgl') level.isLegal = isOn(value)
  else if (name === 'w:lvlRestart') level.restartAfter = wholeNumber(value)
  else if (name === 'w:pStyle') level.styleId = value
  else if (name === 'w:vanish') level.isHidden = isOn(value)
}

function wholeNumber(value: string | undefined): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(number) ? number : 0
}
