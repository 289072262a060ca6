import type { XmlEdits } from './xml-edits.ts'
import { childOf, pathTo, prefixOf, type XmlElement } from './xml-tree.ts'

/** A part that is written into: its XML, its elements, and what is changed so far. */
export type EditedPart = { readonly xml: string; readonly root: XmlElement; readonly edits: XmlEdits }

/**
 * A place between runs: markup may stand there once `close` ends the run that it lies in and `open` begins that run anew. Places that
 * are the same have the same `at`.
 */
export type RunPlace = { readonly at: number; readonly close: string; readonly open: string; readonly prefix: string }

/** Elements in which runs stand side by side with marks. */
const HOLDS_RUNS: ReadonlySet<string> = new Set([
  'w:p',
  'w:hyperlink',
  'w:ins',
  'w:del',
  'w:moveTo',
  'w:moveFrom',
  'w:smartTag',
  'w:fldSimple',
  'w:sdtContent',
  'w:customXml',
])

/** The paragraph of the text itself that a place belongs to (of a text box: the one that it is anchored in), and its outermost run. */
export function runAround(root: XmlElement, at: number): { paragraph: XmlElement; run: XmlElement; inner: XmlElement } | null {
  const path = pathTo(root, at)
  const from = path.findIndex(({ name }) => name === 'w:p')
  const paragraph = path[from]
  // What holds no runs (a run, a formula) is passed as a whole.
  const index = path.findIndex((one, position) => position > from && !HOLDS_RUNS.has(one.name) && one.name !== 'w:sdt')
  const run = path[index]
  return paragraph && run ? { paragraph, run, inner: path.at(-1)! } : null
}

/** The place between runs at this character, or where it lies in a formula or a drawing on that side of the whole. */
export function runPlace({ xml, root }: EditedPart, at: number, side: 'before' | 'after'): RunPlace | null {
  const around = runAround(root, side === 'before' ? at : at - 1)
  if (!around) return null
  const { run, inner } = around
  const prefix = prefixOf(xml, run)
  if (run.name !== 'w:r') return edgeOf(run, side, prefix)
  const properties = childOf(run, 'w:rPr')
  const contents = run.children.filter((child) => child !== properties)
  const child = contents.find(({ end }) => end > (side === 'before' ? at : at - 1))
  const reopened = `<${prefix}r>${properties ? xml.slice(properties.start, properties.end) : ''}`
  const whole = { close: `</${prefix}r>`, open: reopened, prefix }
  if (!child) return edgeOf(run, side, prefix)
  if (inner === child && isSplittable(child) && at > child.openEnd && at < child.closeStart) {
    const name = `${prefix}${child.name.slice(2)}`
    return { at, close: `</${name}></${prefix}r>`, open: `${reopened}<${name} xml:space="preserve">`, prefix }
  }
  const edge = side === 'before' ? child.start : child.end
  const isFirst = child === contents[0] && side === 'before'
  const isLast = child === contents.at(-1) && side === 'after'
  if (isFirst || isLast) return edgeOf(run, side, prefix)
  return { at: edge, ...whole }
}

function isSplittable({ name, children }: XmlElement): boolean {
  return (name === 'w:t' || name === 'w:delText') && children.length === 0
}

function edgeOf(run: XmlElement, side: 'before' | 'after', prefix: string): RunPlace {
  return { at: side === 'before' ? run.start : run.end, close: '', open: '', prefix }
}

/** Markup between runs, gathered so that a run is parted once at each place, whatever comes there. */
export interface RunMarks {
  /** At one place the lower rank comes first. */
  put(place: RunPlace, markup: string, rank: number): void
  /** Hands everything to the edits of the part. */
  write(): void
}

export function createRunMarks({ xml, root, edits }: EditedPart): RunMarks {
  const places = new Map<number, { place: RunPlace; marks: { markup: string; rank: number }[] }>()
  return {
    put(place, markup, rank) {
      const found = places.get(place.at) ?? { place, marks: [] }
      places.set(place.at, found)
      found.marks.push({ markup, rank })
    },
    write() {
      for (const { place, marks } of places.values()) {
        const ordered = marks.toSorted((one, other) => one.rank - other.rank)
        edits.insert(place.at, `${place.close}${ordered.map(({ markup }) => markup).join('')}${place.open}`)
        if (place.open.endsWith('preserve">')) keepSpace(xml, pathTo(root, place.at).at(-1)!, edits)
      }
    },
  }
}

/** White space at the edge of a text that is parted must stay. */
function keepSpace(xml: string, text: XmlElement, edits: XmlEdits): void {
  if (text.attributes['xml:space'] === 'preserve') return
  const tag = xml.slice(text.start, text.openEnd)
  edits.replace(text.start, text.openEnd, tag.replace(/\sxml:space\s*=\s*("[^"]*"|'[^']*')/, '').replace(/>$/, ' xml:space="preserve">'))
}
