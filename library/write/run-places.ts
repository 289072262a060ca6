import { firstWhere } from '../../text/first-where.ts'
import type { Span } from '../../text/spans.ts'
import { childOf, isOneTag, pathTo, prefixOf, tagName, type XmlEdits, type XmlElement } from './xml-tree.ts'

/** A part that is written into: its XML, its elements, and what is changed so far. */
export type EditedPart = { readonly xml: string; readonly root: XmlElement; readonly edits: XmlEdits }

/** A place where markup may be put between runs. Places that are the same have the same `at`. */
export type RunPlace = {
  readonly at: number
  /** The run that has to be parted there, and the text in it. */
  readonly run: XmlElement | null
  readonly text: XmlElement | null
}

/** Elements that hold runs side by side with marks. */
export const HOLDS_RUNS: ReadonlySet<string> = new Set(
  'w:p w:hyperlink w:ins w:del w:moveTo w:moveFrom w:smartTag w:fldSimple w:sdt w:sdtContent w:customXml w:dir w:bdo'.split(
    ' ',
  ),
)

type RunAround = {
  readonly paragraph: XmlElement
  /** A run, or what is in the place of one, such as a formula. */
  readonly run: XmlElement
  /** The element that the place lies in. */
  readonly inner: XmlElement
}

/**
 * The paragraph and the run that a place belongs to. `outer`: of a text box, those that it is anchored in, for what may not be inside
 * it.
 */
export function runAround(root: XmlElement, at: number, reach: 'inner' | 'outer'): RunAround | null {
  const path = pathTo(root, at)
  const isParagraph = ({ name }: XmlElement) => name === 'w:p'
  const from = reach === 'outer' ? path.findIndex(isParagraph) : path.findLastIndex(isParagraph)
  const run = path.find((one, position) => position > from && !HOLDS_RUNS.has(one.name))
  return from >= 0 && run ? { paragraph: path[from]!, run, inner: path.at(-1)! } : null
}

type Reach = { readonly side: 'before' | 'after'; readonly reach: 'inner' | 'outer' }

/** The place between runs at this character; where it lies in a formula or a drawing, on that side of the whole. */
export function runPlace({ root }: EditedPart, at: number, { side, reach }: Reach): RunPlace | null {
  const inside = side === 'before' ? at : at - 1
  const around = runAround(root, inside, reach)
  if (!around) return null
  const { run, inner } = around
  const contents = contentsOf(run)
  const child = contents.find(({ end }) => end > inside)
  if (inner === child && isWithinText(child, at)) return { at, run, text: child }
  const isAtEdge = !child || child === (side === 'before' ? contents[0] : contents.at(-1))
  const { start, end } = isAtEdge ? run : child
  return { at: side === 'before' ? start : end, run: isAtEdge ? null : run, text: null }
}

/** What is in the place of a run cannot be parted. */
function contentsOf({ name, children }: XmlElement): readonly XmlElement[] {
  return name === 'w:r' ? children.filter((child) => child.name !== 'w:rPr') : []
}

function isWithinText(text: XmlElement, at: number): boolean {
  return isSplittable(text) && at > text.openEnd && at < text.closeStart
}

export function isSplittable({ name, children }: XmlElement): boolean {
  return name === 'w:t' && children.length === 0
}

/** What comes first where several marks meet. */
export const RANK = { rangeEnd: 0, deletionEnd: 1, insertion: 2, deletionBegin: 3, rangeBegin: 4 }

/** Markup between runs, gathered so that a run is parted once at each place, whatever comes there. */
export interface RunMarks {
  put(place: RunPlace, markup: string, rank: number): void
  /** Marks as deleted what is between two places of one run; `tag`: with author and date. */
  remove(from: RunPlace, to: RunPlace, tag: string): void
  /** Hands everything to the edits of the part. */
  write(): void
}

type Gathered = { readonly place: RunPlace; readonly marks: { readonly markup: string; readonly rank: number }[] }

export function createRunMarks({ xml, root, edits }: EditedPart): RunMarks {
  const places = new Map<number, Gathered>()
  const removed: Span[] = []

  function put(place: RunPlace, markup: string, rank: number): void {
    const found = places.get(place.at) ?? { place, marks: [] }
    places.set(place.at, found)
    found.marks.push({ markup, rank })
  }

  return {
    put,
    remove(from, to, tag) {
      put(from, tag, RANK.deletionBegin)
      put(to, `</${/^<([^\s>]+)/.exec(tag)![1]}>`, RANK.deletionEnd)
      removed.push({ start: from.at, end: to.at })
    },
    write() {
      const isRemoved = createLookUp(removed)
      const split = new Set<XmlElement>()
      for (const { place, marks } of places.values()) {
        const markup = marks.toSorted((one, other) => one.rank - other.rank).map((one) => one.markup)
        edits.insert(place.at, parted(xml, place, markup.join(''), isRemoved))
        if (place.text) split.add(place.text)
      }
      const touched = new Set([...split, ...removed.flatMap((range) => textsIn(root, range))])
      for (const text of touched) rename(text, { xml, edits, isRemoved, isSplit: split.has(text) })
    },
  }
}

/** Whether the character at a place is deleted. */
function createLookUp(removed: readonly Span[]): (at: number) => boolean {
  const ordered = removed.toSorted((one, other) => one.start - other.start)
  return (at) => {
    const range = ordered[firstWhere(ordered.length, (one) => ordered[one]!.end > at)]
    return range !== undefined && range.start <= at
  }
}

function parted(xml: string, { at, run, text }: RunPlace, markup: string, isRemoved: (at: number) => boolean): string {
  if (!run) return markup
  const properties = childOf(run, 'w:rPr')
  const name = tagName(xml, run)
  const again = `<${name}>${properties ? xml.slice(properties.start, properties.end) : ''}`
  if (!text) return `</${name}>${markup}${again}`
  const prefix = prefixOf(xml, text)
  const nameAt = (place: number) => `${prefix}${isRemoved(place) ? 'delText' : 't'}`
  return `</${nameAt(at - 1)}></${name}>${markup}${again}<${nameAt(at)} xml:space="preserve">`
}

/** The texts and field codes of the runs themselves; what hangs on a run in a drawing goes with the drawing. */
function textsIn(root: XmlElement, { start, end }: Span): readonly XmlElement[] {
  const path = pathTo(root, start)
  const run = path.findLast(({ name }) => name === 'w:r') ?? null
  if (!run) return []
  return run.children.filter((child) => TEXT_NAMES.has(child.name) && child.end > start && child.start < end)
}

const TEXT_NAMES: ReadonlySet<string> = new Set(['w:t', 'w:instrText'])

type Renaming = Pick<EditedPart, 'xml' | 'edits'> & {
  readonly isRemoved: (at: number) => boolean
  readonly isSplit: boolean
}

/** Deleted text has an element of its own; white space at the edge of a text that is parted must stay. */
function rename(text: XmlElement, { xml, edits, isRemoved, isSplit }: Renaming): void {
  const prefix = prefixOf(xml, text)
  const own = text.name.slice(2)
  const deleted = own === 't' ? 'delText' : 'delInstrText'
  const nameAt = (at: number) => `${prefix}${isRemoved(at) ? deleted : own}`
  const tag = xml
    .slice(text.start, text.openEnd)
    .replace(/^<[^\s/>]+/, `<${nameAt(text.openEnd - 1 + (isOneTag(text) ? 0 : 1))}`)
  edits.replace(text.start, text.openEnd, isSplit ? keepsSpace(tag) : tag)
  if (!isOneTag(text)) edits.replace(text.closeStart, text.end, `</${nameAt(text.closeStart - 1)}>`)
}

/** The first tag of a text with its white space to be kept, whatever it said of it before. */
function keepsSpace(tag: string): string {
  return tag.replace(/\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/, '').replace(/\s*\/?>$/, ' xml:space="preserve">')
}
