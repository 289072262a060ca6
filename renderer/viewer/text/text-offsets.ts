import type { Span } from './text-context.ts'

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
