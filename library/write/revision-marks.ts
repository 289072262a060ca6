import type { RedlineAuthor } from './redline-part.ts'
import type { EditedPart } from './run-places.ts'
import { escapeXml, type XmlElement } from './xml-tree.ts'
import { wordPrefix } from './word-prefix.ts'

export type RevisionKind = 'ins' | 'del'

/** The marks of one author in one part, each with an id of its own. */
export interface RevisionMarks {
  /** As `wordPrefix` gives it. */
  readonly prefix: string
  /** `<w:ins …>`, or with its end in one. */
  tag(kind: RevisionKind | 'pPrChange', isWhole?: boolean): string
}

export function createRevisionMarks(
  part: EditedPart,
  { name, date }: RedlineAuthor,
  nextId: () => number,
): RevisionMarks {
  const w = wordPrefix(part)
  const who = `${w}author="${escapeXml(name)}" ${w}date="${escapeXml(wordDate(date))}"`
  return {
    prefix: w,
    tag(kind, isWhole = false) {
      return `<${w}${kind} ${w}id="${nextId()}" ${who}${isWhole ? '/' : ''}>`
    },
  }
}

/** Word takes no fractions of a second. */
export function wordDate(date: string): string {
  return date.replace(/\.\d+/, '')
}

/** Ids that no mark in these parts has. */
export function createMarkIds(parts: readonly EditedPart[]): () => number {
  let id = Math.max(0, ...parts.map(({ root }) => highestId(root)))
  return () => {
    id += 1
    return id
  }
}

/** Bookmarks, comments and changes share their ids. */
function highestId({ attributes, children }: XmlElement): number {
  const own = Number(attributes['w:id'])
  return children.reduce((highest, child) => Math.max(highest, highestId(child)), Number.isSafeInteger(own) ? own : 0)
}
