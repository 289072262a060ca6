import { sentenceEnds } from '../../text/sentences.ts'

/** A sentence, an item of a list or a line of a table, in UTF-16 units. */
export type Segment = { readonly start: number; readonly end: number }

/** A line that ends so goes on in the next one: "**Date of Judgment:**". */
const OPENS_NEXT = /:[\s*_\\]*$/
/** A line that says only by the one above of what: "Date: 5 January 2023" below "Arrest". */
const BELONGS_ABOVE = /^[\s*_#>-]*(?:date|time|value|result|on)[\s*_]*:/i
/** A line that is no sentence of its own is followed by one that begins so. */
const BEGINS_ANEW = /^\s*(?:$|[-*•–|#>]|\p{Lu}|\p{N})/u

/** The segments of a text in its order. A sentence that is broken into lines is one; a list or a form is one a line. */
export function textSegments(text: string): readonly Segment[] {
  return blocksOf(text).flatMap(({ start, end }) => {
    let from = start
    return sentenceEnds(text.slice(start, end)).flatMap((at) => {
      const segment = trimmed(text, from, start + at)
      from = start + at
      return segment ?? []
    })
  })
}

function blocksOf(text: string): readonly Segment[] {
  const blocks: Segment[] = []
  let start = 0
  for (const { index, 0: breaks } of text.matchAll(/\r?\n|\f/g)) {
    const after = index + breaks.length
    const opens = OPENS_NEXT.test(text.slice(start, index)) && text.slice(after).trimStart() !== ''
    const next = text.slice(after, after + 80)
    const belongs = BELONGS_ABOVE.test(next) && text.slice(start, index).trim() !== ''
    if (opens || belongs || !BEGINS_ANEW.test(next.split(/\r?\n/)[0] ?? '')) continue
    blocks.push({ start, end: index })
    start = after
  }
  return [...blocks, { start, end: text.length }]
}

function trimmed(text: string, from: number, to: number): Segment | null {
  const piece = text.slice(from, to)
  const start = from + piece.length - piece.trimStart().length
  const end = to - (piece.length - piece.trimEnd().length)
  return start < end ? { start, end } : null
}
