import type { TextBlock } from '../join-blocks.ts'
import type { ParagraphShape, RtfStory } from './rtf-story.ts'
import { outlineLevel, type RtfStyles } from './rtf-styles.ts'

export type RtfCounts = {
  hiddenCharacters: number
  insertions: number
  deletions: number
  pictures: number
  objects: number
  formulas: number
}

/** `collect` keeps the text aside; `object`, `shape`, `upr` and `form` drop it until a group inside them says otherwise. */
export type RtfDestination = 'text' | 'skip' | 'collect' | 'styles' | 'object' | 'shape' | 'upr' | 'form'

/** What a group passes on to the groups inside it; changed in place while the group is open. */
export type RtfGroup = {
  destination: RtfDestination
  story: RtfStory
  collected: string[]
  /** Only of this group: what to do at its end, and whether an optional destination is about to begin. */
  onClose: (() => void) | null
  isStarred: boolean
  isHidden: boolean
  isDeleted: boolean
  isInserted: boolean
  isRaised: boolean
  style: number
  outline: number | null
  isInTable: boolean
  nesting: number
  isListed: boolean
  listLevel: number
}

/** What is known while a file is gone through. */
export type RtfWalk = {
  readonly counts: RtfCounts
  readonly styles: RtfStyles
  readonly countPart: () => void
  readonly headers: TextBlock[]
  readonly footers: TextBlock[]
  readonly groups: RtfGroup[]
  group: RtfGroup
  notes: number
  /** The number that was set for a note whose text is still to come. */
  calledNote: string | null
  author: string
  isHeadRow: boolean
  isInsertionOpen: boolean
  isDeletionOpen: boolean
  form: { type: number; result: number; byDefault: number }
}

export const PLAIN_TEXT = { isHidden: false, isDeleted: false, isInserted: false, isRaised: false } as const
export const PLAIN_PARAGRAPH = {
  style: 0,
  outline: null,
  isInTable: false,
  nesting: 0,
  isListed: false,
  listLevel: 0,
} as const

/** What the open group says of the paragraph that ends in it. */
export function shapeOf(
  { style, outline, isInTable, nesting, isListed, listLevel }: RtfGroup,
  styles: RtfStyles,
): ParagraphShape {
  return {
    headingLevel: outlineLevel(outline) ?? (outline === null ? styles.headingLevel(style) : null),
    listLevel: isListed ? listLevel + 1 : null,
    nesting: Math.max(nesting, isInTable ? 1 : 0),
  }
}
