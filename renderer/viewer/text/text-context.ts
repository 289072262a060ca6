import { createContext, use } from 'react'

/** Spans of the whole document's text, each list in order and without overlaps (`orderedSpans`). */
export type Marks = {
  /** Highlighted by a person. */
  readonly kept: readonly Span[]
  readonly cited: readonly Span[]
  readonly found: readonly Span[]
  /** The one that was found last gone to. */
  readonly current: Span | null
}

export type Span = { readonly start: number; readonly end: number }

/** Words that are underlined, with something behind them, such as a number. They may lie in one another; the shorter one shows. */
export type Underline = Span & {
  /** The names of its class. */
  readonly look: string
  readonly behind: React.ReactNode
}

/** A place to be brought into view; `times` tells one going from the next. */
export type Target = { readonly offset: number; readonly times: number }

export type TextShown = {
  readonly marks: Marks
  readonly target: Target | null
  /** Follows a cross-reference to an offset of the whole text. */
  readonly onJump: (offset: number) => void
  /** In order of their beginning. */
  readonly underlines?: readonly Underline[]
  /** Whether the ends of lines are only those of its source and asterisks make words bold, as in Markdown. */
  readonly isFlowing?: boolean
}

export const TextContext = createContext<TextShown | null>(null)

/** What every part of a text needs: marks, and where to go. */
export function useTextShown(): TextShown {
  const shown = use(TextContext)
  if (!shown) throw new Error('Expected a TextContext above this component.')
  return shown
}

/** Marks the run at which the place to be shown begins. */
export const TARGET = 'data-target'

/** Whether the target lies in a part of the text; then that is shown, whether it is near or not. */
export function useIsTarget(start: number, end: number): boolean {
  const { target } = useTextShown()
  return target !== null && target.offset >= start && target.offset < end
}

const START = 'data-start'
const END = 'data-end'

/** For an element whose letters are those of the document's text from `start` to `end`, with nothing but white space behind. */
export function textOffsets({ start, end }: Span): Readonly<Record<string, number>> {
  return { [START]: start, [END]: end }
}

/** What is selected below `root`, from the first to the last of its offsets; null where nothing of the text is. */
export function selectedSpan(root: Element | null): Span | null {
  const selection = window.getSelection()
  if (!root || !selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const parts = [...root.querySelectorAll(`[${START}]`)]
    .filter((element) => range.intersectsNode(element))
    .map((element) => partSelected(element, range))
    .filter(({ start, end }) => start < end)
  const [first] = parts
  const last = parts.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

function partSelected(element: Element, { startContainer, startOffset, endContainer, endOffset }: Range): Span {
  const start = Number(element.getAttribute(START))
  const end = Number(element.getAttribute(END))
  const offsetOf = (node: Node, offset: number) => Math.min(end, start + lettersBefore(element, node, offset))
  return {
    start: element.contains(startContainer) ? offsetOf(startContainer, startOffset) : start,
    end: element.contains(endContainer) ? offsetOf(endContainer, endOffset) : end,
  }
}

function lettersBefore(element: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(node, offset)
  return before.toString().length
}
