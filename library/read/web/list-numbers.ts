import type { Attributes } from './markup-elements.ts'

type List = { readonly type: string | null; next: number }

export interface ListNumbers {
  open(name: string, attributes: Attributes): void
  close(): void
  /** How many lists are open. */
  readonly depth: number
  /** The number that a browser sets before the item ("3.", "c."), null where it sets none. */
  item(attributes: Attributes): string | null
}

/** Numbers are part of what is read ("see item 3"), but the browser sets them: the page's text has none. */
export function createListNumbers(): ListNumbers {
  const lists: List[] = []
  return {
    open(name, { type, start, style }) {
      const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style ?? '')?.[1]?.toLowerCase()
      const isNumbered = name === 'ol' && styled !== 'none'
      lists.push({ type: isNumbered ? (styled ?? type ?? '1') : null, next: integer(start) ?? 1 })
    },
    close: () => void lists.pop(),
    get depth() {
      return lists.length
    },
    item({ value }) {
      const list = lists.at(-1)
      if (!list || list.type === null) return null
      const number = integer(value) ?? list.next
      list.next = number + 1
      return `${written(number, list.type)}.`
    },
  }
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null
}

function written(number: number, type: string): string {
  if (number < 1) return String(number)
  if (type === 'a' || type === 'lower-alpha' || type === 'lower-latin') return letters(number)
  if (type === 'A' || type === 'upper-alpha' || type === 'upper-latin') return letters(number).toUpperCase()
  if (type === 'i' || type === 'lower-roman') return roman(number).toLowerCase()
  if (type === 'I' || type === 'upper-roman') return roman(number)
  return String(number)
}

function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number > 26 ? `${letters(Math.floor((number - 1) / 26))}${last}` : last
}

const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** Browsers write numbers from 4000 on as digits. */
function roman(number: number): string {
  if (number >= 4000) return String(number)
  let left = number
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value)
    left -= times * value
    return sign.repeat(times)
  }).join('')
}
