import type { Span } from '../text/spans.ts'
import type { Part, PartKind } from './compared-text.ts'

/** What a change is about, the weightiest first. */
export type ChangeGroup = 'numbers' | 'obligations' | 'parties' | 'wording' | 'moved' | 'layout'

/** The place of a change in one of the documents: a part, or several that were parted or moved together. */
export type ChangePlace = Span & {
  readonly part: Part
  /** The words that differ; none where only the other document has them. */
  readonly words: readonly Span[]
}

export type TextChange = {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved'
  readonly group: ChangeGroup
  /** Higher is weightier; of a weightier group always higher. */
  readonly weight: number
  readonly before: ChangePlace | null
  readonly after: ChangePlace | null
  readonly said: Saying
}

/** With the mark of the file for it; `none` where the file marks others and not this one, null where no file marks anything. */
export type TrackedChange = TextChange & {
  readonly tracked: { readonly by: string; readonly date: string } | 'none' | null
}

/** What there is to say of a change, to be put into words by whoever shows it. Texts are those of the documents, on one line, shortened. */
export type Saying =
  /** `isQuoted`: words rather than an amount or a verb, which read by themselves. */
  | { readonly kind: 'replaced'; readonly before: string; readonly after: string; readonly isQuoted: boolean }
  | { readonly kind: 'reworded' }
  | { readonly kind: 'words'; readonly isNew: boolean; readonly text: string }
  /** A clause that came or went, by what it makes somebody do, lets him do or forbids him. */
  | {
      readonly kind: 'duty' | 'right' | 'ban'
      readonly isNew: boolean
      readonly party: string
      readonly act: string
    }
  | { readonly kind: 'definition'; readonly isNew: boolean; readonly term: string }
  | { readonly kind: 'part'; readonly isNew: boolean; readonly part: PartKind; readonly text: string }
  /** `to`: its new number; without one, the heading above it now (`isWithin`: as before). `parts`: how many moved together. */
  | {
      readonly kind: 'moved'
      readonly to: string
      readonly under: string
      readonly isWithin: boolean
      readonly parts: number
      readonly isReworded: boolean
    }
  | { readonly kind: 'renumbered'; readonly before: string; readonly after: string }
  /** Cells of a row that are in another column. */
  | { readonly kind: 'column'; readonly text: string; readonly before: number; readonly after: number }
  | { readonly kind: 'reference'; readonly before: string; readonly after: string }
  | { readonly kind: 'capitals' | 'spelling'; readonly before: string; readonly after: string }
  /** Quotation marks, dashes, commas and other signs. */
  | { readonly kind: 'signs' }

const LONGEST = 160

/** On one line, its middle left out where it is long, between words. */
export function shortened(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const half = Math.floor(longest / 2)
  // A word longer than that is cut.
  const first = /^.*(?= )/u.exec(line.slice(0, half + 1))?.[0] ?? line.slice(0, half)
  const last = / (.*)$/u.exec(line.slice(-half - 1))?.[1] ?? line.slice(-half)
  return `${first.trimEnd()} … ${last.trimStart()}`.toWellFormed()
}
