import type { TextBlock } from '../text-blocks.ts'
import type { ParagraphShape, RtfStory } from './rtf-story.ts'

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
type RtfGroup = {
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

const HEADING_NAME = /^heading\s*([1-9])\b/i

interface RtfStyles {
  control(word: string, value: number | null): void
  name(text: string): void
  endEntry(): void
  /** Level of the heading that paragraphs of the style are, null for text. */
  headingLevel(style: number): number | null
}

/** Collects the style sheet: which paragraph style is a heading, by its name or its level in the outline. */
export function createRtfStyles(): RtfStyles {
  const levels = new Map<number, number>()
  let style = 0
  let outline: number | null = null
  let name = ''
  return {
    control(word, value) {
      if (word === 's') style = value ?? 0
      else if (word === 'outlinelevel') outline = value
    },
    name(text) {
      name += text
    },
    endEntry() {
      const named = HEADING_NAME.exec(name.trim())?.[1]
      const level = named ? Number(named) : outlineLevel(outline)
      const title = /^title\s*;/i.test(name.trim()) ? 1 : null
      if (level !== null || title !== null) levels.set(style, Math.min(6, level ?? title!))
      style = 0
      outline = null
      name = ''
    },
    headingLevel: (number) => levels.get(number) ?? null,
  }
}

/** The file counts from 0 and says 9 for text. */
function outlineLevel(outline: number | null): number | null {
  return outline !== null && outline >= 0 && outline < 9 ? Math.min(6, outline + 1) : null
}
