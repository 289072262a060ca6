import { textUnits, type TextUnit } from '../../library/split/text-units.ts'
import { PAGE_BREAK, type SplitPage } from '../../library/split/passage.ts'
import type { NumberedPart } from '../../checks/draft/check-cross-references.ts'
import { splitSentences } from '../../text/sentences.ts'
import type { Span } from '../../text/spans.ts'

/** A page of a draft as it was read and is kept. */
export type DraftPage = SplitPage

/** A sentence, or a row of a table; offsets into the text of the draft, pages parted by a form feed. */
export type DraftSentence = Span & {
  readonly text: string
  readonly page: number | null
  /** As printed, or the count of paragraphs where they have no numbers. */
  readonly paragraph: string
}

export type DraftText = {
  readonly text: string
  /** In order of place. Headings, page heads and feet are none. */
  readonly sentences: readonly DraftSentence[]
  readonly parts: readonly NumberedPart[]
  readonly tables: readonly NumberedPart[]
}

/** What the layout repeats on each page. */
const FURNITURE = new Set(['header', 'footer'])
/** "7." or "12.4 The": how a paragraph is numbered. */
const NUMBER = /^\(?(\d{1,3}(?:\.\d{1,3})*)(?:[.)]\s|\s+(?=\p{Lu}))/u
const LETTER = /\p{L}/u

/** The whole of a draft, cut into what is checked one by one. */
export function draftText(pages: readonly DraftPage[]): DraftText {
  const sentences: DraftSentence[] = []
  const parts: NumberedPart[] = []
  const tables: NumberedPart[] = []
  const isNumbered = countNumbered(pages) >= NUMBERED_AT_LEAST
  let start = 0
  let count = 0
  for (const page of pages) {
    const furniture = page.blocks.filter(({ kind }) => FURNITURE.has(kind))
    for (const unit of textUnits(page)) {
      const text = page.text.slice(unit.start, unit.end)
      if (furniture.some((block) => block.start <= unit.start && unit.end <= block.end)) continue
      const number = unit.row ? '' : (NUMBER.exec(text)?.[1] ?? '')
      parts.push({ start: start + unit.start, end: start + unit.end, number, text })
      if (unit.headingLevel !== null) continue
      count += 1
      const place = { page: page.page, paragraph: number || (isNumbered ? '' : String(count)) }
      sentences.push(...sentencesOf(unit, text).map((one) => ({ ...place, ...moved(one, start + unit.start, text) })))
    }
    for (const block of page.blocks.filter(({ kind }) => kind === 'table'))
      tables.push({
        start: start + block.start,
        end: start + block.end,
        number: '',
        text: page.text.slice(block.start, block.end),
      })
    start += page.text.length + PAGE_BREAK.length
  }
  return { text: pages.map(({ text }) => text).join(PAGE_BREAK), sentences, parts, tables }
}

/** So many numbered paragraphs, and the others have none. */
const NUMBERED_AT_LEAST = 3

function countNumbered(pages: readonly DraftPage[]): number {
  return pages.flatMap((page) => textUnits(page).filter(({ start }) => NUMBER.test(page.text.slice(start)))).length
}

/** Without the number of its paragraph. A row of a table is one; a line break inside a paragraph ends none. */
function sentencesOf({ row }: TextUnit, text: string): readonly Span[] {
  if (row) return LETTER.test(text) ? [{ start: 0, end: text.length }] : []
  const from = NUMBER.exec(text)?.[0].length ?? 0
  return splitSentences(text.slice(from).replaceAll(/[\r\n\u2028\u2029]/g, ' '))
    .map(({ start, end }) => ({ start: start + from, end: end + from }))
    .filter((one) => LETTER.test(text.slice(one.start, one.end)))
}

function moved({ start, end }: Span, by: number, text: string): Span & { readonly text: string } {
  return { start: by + start, end: by + end, text: text.slice(start, end) }
}
