import { message } from '../../wording/message.ts'
import { firstWhere } from '../../text/first-where.ts'
import { damagedFailure } from '../read/read-failure.ts'
import type { ReadLimits } from '../read/read-limits.ts'
import { walkPrefixedXml, type XmlAttributes } from '../read/xml/walk-xml.ts'

/** An element with its places in the XML of its part: `start`, its first tag, `openEnd`, what it holds, `closeStart`, its end tag, `end`. */
export type XmlElement = {
  /** With its usual prefix ("w:p"), whatever the file calls it. */
  readonly name: string
  readonly attributes: XmlAttributes
  readonly parent: XmlElement | null
  readonly children: XmlElement[]
  readonly start: number
  readonly openEnd: number
  closeStart: number
  end: number
}

/** The elements of a part. Throws `ReadFailedError` past the limits, and for a part that ends early. */
export function xmlTree(xml: string, limits: ReadLimits): XmlElement {
  let root: XmlElement | undefined
  let current: XmlElement | null = null
  const isWhole = walkPrefixedXml(xml, limits, {
    open(name, attributes, from, openEnd) {
      // The parser counts the end of an instruction before the root to it.
      const start = xml.indexOf('<', from)
      const parent: XmlElement | null = current
      const element: XmlElement = {
        name,
        attributes,
        parent,
        children: [],
        start,
        openEnd,
        closeStart: openEnd,
        end: openEnd,
      }
      parent?.children.push(element)
      root ??= element
      current = element
    },
    close(_, from, end) {
      if (!current) return
      const hasEndTag = !xml.startsWith('/>', current.openEnd - 2)
      if (hasEndTag) Object.assign(current, { closeStart: xml.indexOf('<', from), end })
      current = current.parent
    },
  })
  if (!root || !isWhole) throw damagedFailure(message('unread.damage.notUnderstood'))
  return root
}

/** `<w:p/>`: without an end tag, so that nothing can be put into it as it is. */
export function isOneTag({ openEnd, closeStart, end }: XmlElement): boolean {
  return closeStart === openEnd && end === openEnd
}

/** The markup of an element that is one tag, opened around this content. */
export function filled(xml: string, element: XmlElement, content: string): string {
  const tag = xml.slice(element.start, element.end).replace(/\s*\/>$/, '>')
  return `${tag}${content}</${tagName(xml, element)}>`
}

/** The name that the file itself uses. */
export function tagName(xml: string, { start, openEnd }: XmlElement): string {
  return /^<([^\s/>]+)/.exec(xml.slice(start, openEnd))?.[1] ?? ''
}

/** The prefix that the file itself uses, with its colon. */
export function prefixOf(xml: string, { start, openEnd }: XmlElement): string {
  return /^<([^\s/>:]+:)/.exec(xml.slice(start, openEnd))?.[1] ?? ''
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** All elements of that name inside, in order. */
export function* elementsOf(root: XmlElement, name: string): Generator<XmlElement, void, void> {
  for (const child of root.children) {
    if (child.name === name) yield child
    yield* elementsOf(child, name)
  }
}

/** The elements around a place, the outermost first. */
export function pathTo(root: XmlElement, at: number): readonly XmlElement[] {
  const path = [root]
  for (;;) {
    const { children } = path.at(-1)!
    const found = children[firstWhere(children.length, (child) => children[child]!.end > at)]
    if (!found || found.start > at) return path
    path.push(found)
  }
}

export function escapeXml(text: string): string {
  return withoutIllegal(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** XML has no way to write other control characters, nor half a surrogate pair. */
export function withoutIllegal(text: string): string {
  return text
    .toWellFormed()
    .replace(ILLEGAL, ' ')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
}

// oxlint-disable-next-line no-control-regex -- these are the subject
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

/** Changes to the text of one XML part, collected first and made together. */
export interface XmlEdits {
  readonly isEmpty: boolean
  /** At one place, behind what was put there earlier. */
  insert(at: number, markup: string): void
  /** What is replaced must not overlap what else is; insertions at its edges stay, those inside it are lost with it. */
  replace(start: number, end: number, markup: string): void
  apply(xml: string): string
}

type Insertion = { readonly at: number; readonly markup: string }
type Replacement = { readonly start: number; readonly end: number; readonly markup: string }

export function createXmlEdits(): XmlEdits {
  const insertions: Insertion[] = []
  const replacements: Replacement[] = []
  return {
    get isEmpty() {
      return insertions.length === 0 && replacements.length === 0
    },
    insert(at, markup) {
      insertions.push({ at, markup })
    },
    replace(start, end, markup) {
      replacements.push({ start, end, markup })
    },
    apply(xml) {
      const pieces: string[] = []
      let done = 0
      let next = 0
      const ordered = insertions.toSorted((one, other) => one.at - other.at)
      const insertUpTo = (end: number) => {
        for (; next < ordered.length && ordered[next]!.at <= end; next += 1) {
          const { at, markup } = ordered[next]!
          if (at < done) continue
          pieces.push(xml.slice(done, at), markup)
          done = at
        }
      }
      for (const { start, end, markup } of withoutInner(replacements)) {
        insertUpTo(start)
        pieces.push(xml.slice(done, start), markup)
        done = end
      }
      insertUpTo(xml.length)
      pieces.push(xml.slice(done))
      return pieces.join('')
    },
  }
}

/** What lies inside a larger replacement goes with it. */
function withoutInner(all: readonly Replacement[]): readonly Replacement[] {
  const kept: Replacement[] = []
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}
