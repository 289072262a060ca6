import { wrongUse } from './usage-error.ts'

const MOST_PAGES = 10_000

/** The numbers that "4,7-9" stands for, each once. Throws `WRONG_USE` for what is no such list. */
export function pageNumbers(text: string): readonly number[] {
  const numbers = new Set<number>()
  for (const part of text.split(',')) {
    const [, first, last = first] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part) ?? []
    const [from, to] = [Number(first), Number(last)]
    // NaN where it was no number at all.
    if (!(from >= 1 && to >= from && to - from < MOST_PAGES))
      throw wrongUse(`Expected pages such as 4,7-9, from page 1 on, got "${text}".`)
    for (let page = from; page <= to; page += 1) numbers.add(page)
  }
  return [...numbers]
}
