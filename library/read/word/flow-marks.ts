import { type PageMark, withoutPageMarks } from '../read-page.ts'

/** A paragraph as far as its marks are concerned. */
type Marked = { readonly text: string; readonly marks?: readonly FlowMark[] }

/**
 * A tracked change or a comment in a paragraph. Its place is told in characters other than white space from the end of the paragraph, since
 * a number may be written in front of it and white space is changed when it is written.
 */
export type FlowMark = Omit<PageMark, 'start' | 'end'> & {
  readonly startFromEnd: number
  readonly endFromEnd: number
  /** Whether white space stands before it: of words that are not there, the place is then behind the space. */
  readonly isBehindSpace: boolean
}

/** The marks of paragraphs that are written as one. */
export function joinedMarks(paragraphs: readonly Marked[]): readonly FlowMark[] {
  const marks: FlowMark[] = []
  let behind = 0
  for (const paragraph of paragraphs.toReversed()) {
    const own = (paragraph.marks ?? []).map((mark) => ({
      ...mark,
      startFromEnd: mark.startFromEnd + behind,
      endFromEnd: mark.endFromEnd + behind,
    }))
    marks.unshift(...own)
    behind += characters(paragraph.text)
  }
  return marks
}

/** Where a program counts the numbers of paragraphs, nobody typed this one. */
export function numberMark(label: string, words: string): FlowMark {
  const endFromEnd = characters(words)
  const startFromEnd = characters(label) + endFromEnd
  return { kind: 'number', by: '', date: '', text: label, about: '', startFromEnd, endFromEnd, isBehindSpace: false }
}

/** Other than white space. */
export function characters(text: string): number {
  return withoutPageMarks(text).replace(/\s+/g, '').length
}

export interface MarkPlacing {
  /** Each paragraph as it is written, in order. */
  readonly take: (paragraph: Marked) => void
  /** With the offsets that they have in the text that was written. */
  marksIn(text: string): readonly PageMark[]
}

export function createMarkPlacing(): MarkPlacing {
  const found: { readonly mark: FlowMark; readonly end: number }[] = []
  let written = 0
  return {
    take({ text, marks = [] }) {
      written += characters(text)
      for (const mark of marks) found.push({ mark, end: written })
    },
    marksIn(text) {
      if (found.length === 0 || text === '') return []
      const offsets = offsetsIn(text)
      return found.map(({ mark: { startFromEnd, endFromEnd, isBehindSpace, ...mark }, end }) => {
        const [first, last] = [end - startFromEnd, end - endFromEnd]
        if (first >= last) {
          const place = offsets.place(last, isBehindSpace)
          return { ...mark, start: place, end: place }
        }
        return { ...mark, start: offsets.of(first), end: offsets.behind(last) }
      })
    },
  }
}

function offsetsIn(text: string) {
  const places: number[] = []
  for (const { index } of text.matchAll(/\S/g)) places.push(index)
  const behind = (character: number) => (character <= 0 ? 0 : (places[character - 1] ?? text.length - 1) + 1)
  return {
    of: (character: number) => places[character] ?? text.length,
    behind,
    /** Behind the character before, and where asked behind the white space on its line. */
    place(character: number, isBehindSpace: boolean) {
      const end = behind(character)
      const space = isBehindSpace ? (/^[^\S\n]*/.exec(text.slice(end))?.[0].length ?? 0) : 0
      return end + space
    },
  }
}
