import { listNumber, type NumberStyle } from '../list-number.ts'
import type { Attributes } from './markup-elements.ts'

type List = { readonly style: NumberStyle | null; next: number }

export interface ListNumbers {
  open(name: string, attributes: Attributes): void
  close(): void
  /** How many lists are open. */
  readonly depth: number
  /** The number that a browser sets before the item ("3.", "c."), null where it sets none. */
  item(attributes: Attributes): string | null
}

const STYLES: ReadonlyMap<string, NumberStyle> = new Map<string, NumberStyle>([
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
  ['a', 'a'],
  ['A', 'A'],
  ['i', 'i'],
  ['I', 'I'],
])

/** Numbers are part of what is read ("see item 3"), but the browser sets them: the page's text has none. */
export function createListNumbers(): ListNumbers {
  const lists: List[] = []
  return {
    open(name, { type, start, style }) {
      const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style ?? '')?.[1]?.toLowerCase()
      const isNumbered = name === 'ol' && styled !== 'none'
      lists.push({ style: isNumbered ? (STYLES.get(styled ?? type ?? '') ?? '1') : null, next: integer(start) ?? 1 })
    },
    close: () => void lists.pop(),
    get depth() {
      return lists.length
    },
    item({ value }) {
      const list = lists.at(-1)
      if (!list || list.style === null) return null
      const number = integer(value) ?? list.next
      list.next = number + 1
      return `${listNumber(number, list.style)}.`
    },
  }
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null
}
