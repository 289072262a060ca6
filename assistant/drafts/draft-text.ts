import { textUnits, type TextUnit } from '../../library/split/text-units.ts'
import { PAGE_BREAK, type SplitPage } from '../../library/split/passage.ts'
import type { NumberedPart } from '../../checks/draft/check-cross-references.ts'
import { isNextNumber, type ParagraphNumber, paragraphNumber } from '../../checks/draft/paragraph-number.ts'
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
const LETTER = /\p{L}/u

/** The whole of a draft, cut into what is checked one by one. */
export function draftText(pages: readonly DraftPage[]): DraftText {
  const sentences: DraftSentence[] = []
  const parts: NumberedPart[] = []
  const tables: NumberedPart[] = []
  const units = pages.map((page) =>
    textUnits(page).map((unit) => ({ ...unit, text: page.text.slice(unit.start, unit.end) })),
  )
  const numbers = numbersOf(units.flat())
  const isNumbered = numbers.size >= NUMBERED_AT_LEAST
  let start = 0
  let count = 0
  for (const [at, page] of pages.entries()) {
    const furniture = page.blocks.filter(({ kind }) => FURNITURE.has(kind))
    for (const unit of units[at] ?? []) {
      const { text } = unit
      if (furniture.some((block) => block.start <= unit.start && unit.end <= block.end)) continue
      const { number, length } = numbers.get(unit) ?? NO_NUMBER
      parts.push({ start: start + unit.start, end: start + unit.end, number, text })
      if (unit.headingLevel !== null) continue
      count += 1
      const place = { page: page.page, paragraph: number || (isNumbered ? '' : String(count)) }
      sentences.push(...sentencesOf(unit, length).map((one) => ({ ...place, ...moved(one, start + unit.start, text) })))
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

type Unit = TextUnit & { readonly text: string }

const NO_NUMBER = { number: '', length: 0 }

/** The numbers of paragraphs. One without a stop or a bracket is none unless it goes on with those before or behind it. */
function numbersOf(units: readonly Unit[]): ReadonlyMap<Unit, ParagraphNumber> {
  const found = units.flatMap((unit) => {
    const number = unit.row ? null : paragraphNumber(unit.text)
    return number ? [[unit, number] as const] : []
  })
  const isInSequence = (at: number) =>
    [at, at + 1].some((next) => {
      const [number, before] = [found[next]?.[1].number, found[next - 1]?.[1].number]
      return number !== undefined && before !== undefined && isNextNumber(number, before)
    })
  return new Map(found.filter(([, { isMarked }], at) => isMarked || isInSequence(at)))
}

/** Without the number of its paragraph. A row of a table is one; a line break inside a paragraph ends none. */
function sentencesOf({ row, text }: Unit, from: number): readonly Span[] {
  if (row) return LETTER.test(text) ? [{ start: 0, end: text.length }] : []
  return splitSentences(text.slice(from).replaceAll(/[\r\n\u2028\u2029]/g, ' '))
    .map(({ start, end }) => ({ start: start + from, end: end + from }))
    .filter((one) => LETTER.test(text.slice(one.start, one.end)))
}

function moved({ start, end }: Span, by: number, text: string): Span & { readonly text: string } {
  return { start: by + start, end: by + end, text: text.slice(start, end) }
}
