import { wordDate } from './word-date.ts'
import type { RedlineAuthor } from './redline-part.ts'
import { escapeXml, prefixOf, type XmlElement } from './xml-tree.ts'

export type RevisionKind = 'ins' | 'del'

/** The marks of one author in one part, each with an id of its own. */
export interface RevisionMarks {
  /** The prefix that the part uses for Word's names. */
  readonly prefix: string
  /** `<w:ins …>`, or with its end in one. */
  tag(kind: RevisionKind | 'pPrChange', isWhole?: boolean): string
}

export function createRevisionMarks(xml: string, root: XmlElement, { name, date }: RedlineAuthor): RevisionMarks {
  const w = prefixOf(xml, root)
  let id = highestId(root) + 1
  const who = `${w}author="${escapeXml(name)}" ${w}date="${escapeXml(wordDate(date))}"`
  return {
    prefix: w,
    tag(kind, isWhole = false) {
      id += 1
      return `<${w}${kind} ${w}id="${id}" ${who}${isWhole ? '/' : ''}>`
    },
  }
}

/** Bookmarks, comments and changes share their ids. */
function highestId({ attributes, children }: XmlElement): number {
  const own = Number(attributes['w:id'])
  return children.reduce((highest, child) => Math.max(highest, highestId(child)), Number.isSafeInteger(own) ? own : 0)
}
