import type { AskedPart, ConfirmedSentence } from '../../../checks/answer-type.ts'
import { coverage } from '../../../checks/asked-parts.ts'
import { stateWords, type Statement, statementOf } from '../../../checks/claim-statement.ts'
import type { SourcePlace } from '../../../checks/confirm.ts'
import { meansLabel } from '../../../checks/form-labels.ts'
import { headOf } from '../../../checks/says-which.ts'
import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import { isKindWord, saysYears } from '../../../text/questions.ts'
import { isSameWord } from '../../../text/word-forms.ts'

/** What a document says at a place, with the headings that it stands under. */
export type Placed = ConfirmedSentence & {
  readonly documentId: string
  readonly headings: readonly string[]
  /** In the text of the document. */
  readonly start: number
}

/** A place as a sentence could quote it: one sentence, item or row. Two are only read together. */
export type Quotable = Placed & { readonly at: SourcePlace }

export type HasWord = (documentId: string, word: string) => boolean

export function quotablesOf(
  places: readonly SourcePlace[],
  byMark: ReadonlyMap<string, PassageSource>,
  { has, isToQuote }: { readonly has: HasWord; readonly isToQuote: (at: SourcePlace) => boolean },
): readonly Quotable[] {
  return places.flatMap((at) => {
    const passage = byMark.get(at.source)
    if (!passage || at.place.kind === 'two-sentences' || isHeading(at.place.text, passage)) return []
    if (!isToQuote(at)) return []
    return { at, ...placedAt(at, passage, at.place.said, has) }
  })
}

/** Of a line that names the value below it. */
export const BELOW_LABEL = /:[*_\s]*$/

/** `said` there, or that a sentence says of what stands there. */
export function placedAt({ place }: SourcePlace, passage: PassageSource, said: Statement, has: HasWord): Placed {
  const { documentId, section } = passage
  // The first line of a head is the document and the section.
  const headings = [...section.split(/ > |; /), ...place.head.split('\n').slice(1)].filter(Boolean)
  const around = statementOf([place.text, place.label, headingOfName(place, headings)].join('\n'))
  // A heading says what a sentence is about; only the label of a row, an item or a single value says what it tells.
  const label = place.kind !== 'sentence' || BELOW_LABEL.test(place.label) ? place.label : ''
  const start = passage.start + place.start
  return { said, around, label, headings, documentId, start, documentHas: (word) => has(documentId, word) }
}

/** Whose name a row gives, "Name: A. Roe" below "Defendant Information", only its heading says. */
function headingOfName({ kind, text }: SourcePlace['place'], headings: readonly string[]): string {
  const label = FIRST_CELL.exec(text)?.[1] ?? ''
  // "Patient: A. Roe" says it.
  const isName = kind !== 'sentence' && meansLabel('named', label) && wordsOfLabel(label).length === 0
  return isName ? (headings.at(-1) ?? '') : ''
}

/** A page begins and ends with so many lines that may be of every page. */
const LINES_OF_EDGE = 3
const PAGES_AT_LEAST = 2

/**
 * Lines at the head or foot of most pages, in lower case: whose record it is, and not what the record says. `whole`: the text of a document,
 * its pages parted by form feeds.
 */
export function linesOfPages(whole: string): ReadonlySet<string> {
  const pages = whole.split('\f').map((page) =>
    page
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  )
  const edges = pages.flatMap((lines) => [
    ...new Set([...lines.slice(0, LINES_OF_EDGE), ...lines.slice(-LINES_OF_EDGE)]),
  ])
  const often = [...Map.groupBy(edges, (line) => line)].filter(
    ([, same]) => same.length >= PAGES_AT_LEAST && 2 * same.length > pages.length,
  )
  return new Set(often.map(([line]) => line))
}

/** A heading says what a passage is about, and nothing about it. */
function isHeading(text: string, { section }: PassageSource): boolean {
  return section.split(/ > |; /).includes(text.replace(/^[\s#*_]+|[\s*_]+$/g, ''))
}

/**
 * How much of what a part is about is in a place with the headings that it stands under, of whatever day or number; of alternatives
 * one is enough.
 */
export function relevance(asked: AskedPart, placed: Omit<Placed, 'documentId'>): number {
  return Math.max(...asked.readings.map((terms) => relevanceOf({ ...asked, terms }, placed)))
}

function relevanceOf(asked: AskedPart, placed: Omit<Placed, 'documentId'>): number {
  const part = { ...asked, asked: { ...asked.asked, values: [] } }
  const own = coverage(part, placed)
  if (own === 1 || placed.headings.length === 0) return own
  return coverage(part, { ...placed, around: statementOf([placed.around.text, ...placed.headings].join('\n')) })
}

export const FIRST_CELL = /^[\s*_|•-]*([^\s*_|•:-][^\t|:]*|(?!\t)[\s*_•-])[\t|:]/

function isOfName(wants: AskedPart['wants'], label: string): boolean {
  return wants === 'person' && meansLabel('named', label)
}

/** Whether what labels a place is what the part asks about, and nothing more; a part may name more than a label does. */
export function isLabelledBy({ at: { place }, around }: Quotable, { terms, wants }: AskedPart): boolean {
  const { own, label } = labelOf(place)
  const words = wordsOfLabel(label)
  // "What is the age?" asks for nothing but what the label says.
  if (terms.length === 0) return (wants === 'age' && words.length === 0 && saysYears(label)) || isOfName(wants, label)
  if (isOfName(wants, label) && own)
    return terms.every(({ word }) => around.terms.some((other) => isSameWord(other.word, word)))
  return words.length > 0 && words.every((word) => terms.some((term) => isSameWord(term.word, word)))
}

/** Whether the label of a place names all that the part asks about, and maybe more: "Chief Judge" of the judge. */
export function namesAll({ at: { place } }: Quotable, { terms }: AskedPart): boolean {
  const { label } = labelOf(place)
  const words = wordsOfLabel(label)
  const isAsked = (word: string) => terms.some((term) => isSameWord(term.word, word))
  return (
    isAsked(headOf(label).toLowerCase()) && terms.every((term) => words.some((word) => isSameWord(term.word, word)))
  )
}

/** "R. Moss" below "Tenant:" has no label of its own. */
export function labelOf(place: SourcePlace['place']): { readonly own: boolean; readonly label: string } {
  const own = place.kind === 'sentence' ? undefined : FIRST_CELL.exec(place.text)?.[1]
  return { own: own !== undefined, label: own ?? (place.kind === 'row' ? '' : place.label) }
}

/** Whether a place is a row with its label, or the value below one; not what is below a heading. */
export function saysItself({ at: { place } }: Quotable): boolean {
  return place.kind === 'row' || BELOW_LABEL.test(place.label) || (place.kind === 'item' && FIRST_CELL.test(place.text))
}

/** A section has so much of what a part asks for in its heading, and nothing else. */
const SECTION_SHARE = 0.5
const OF_A_SECTION_AT_MOST = 24
const SECTION_CHARACTERS = 1600

/**
 * The places of the section that a part asks for, in order: "Summarize the past history" and what stands under "Past History". None
 * where no heading says so, or it holds more than anybody would read in an answer.
 */
export function sectionAsked({ terms }: AskedPart, quotables: readonly Quotable[]): readonly Quotable[] {
  const isSection = (heading: string) => {
    const words = wordsOfLabel(heading)
    const shared = terms.filter(({ word }) => words.some((own) => isSameWord(own, word)))
    return (
      words.length > 0 &&
      shared.length >= SECTION_SHARE * terms.length &&
      words.every((word) => shared.some((term) => isSameWord(term.word, word)))
    )
  }
  const found = quotables.filter(({ headings }) => headings.some(isSection))
  const characters = found.reduce((sum, { at }) => sum + at.place.text.length, 0)
  return found.length > OF_A_SECTION_AT_MOST || characters > SECTION_CHARACTERS ? [] : found
}

export function wordsOfLabel(label: string): readonly string[] {
  const said = statementOf(label)
  const all = [...said.terms.map(({ word }) => word), ...stateWords(said)]
  return all.filter((word) => !isKindWord(word))
}

/** The same words are quoted once, wherever they stand. */
export function textKey({ place }: SourcePlace): string {
  return flat(place.text)
}

export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Whether a document has a word, or two beside each other, as they are, or a word in any form, by its whole text. */
export function wordFinder(textOf: (documentId: string) => string) {
  const known = new Map<string, ReadonlySet<string>>()
  const wordsOf = (documentId: string) => {
    const words = known.get(documentId) ?? new Set(textOf(documentId).match(/[\p{L}\p{N}]+/gu) ?? [])
    known.set(documentId, words)
    return words
  }
  const has: HasWord = (documentId, words) =>
    words.includes(' ') ? textOf(documentId).includes(words) : wordsOf(documentId).has(words)
  const hasForm: HasWord = (documentId, word) =>
    has(documentId, word) || [...wordsOf(documentId)].some((other) => isSameWord(other, word))
  return { has, hasForm }
}

/**
 * Which documents a question is about: those that it names; else those that have the names in it, where any has; else all. What is said
 * of one patient is no answer about another.
 */
export function documentsMeant(
  parts: readonly AskedPart[],
  named: readonly NamedIn[],
  passages: readonly PassageSource[],
  has: HasWord,
): (documentId: string) => boolean {
  if (named.length > 0) {
    const ids = new Set(named.map(({ documentId }) => documentId))
    return (documentId) => ids.has(documentId)
  }
  const names = parts.flatMap((part) => part.names)
  const ids = new Set(passages.map(({ documentId }) => documentId))
  const having = new Set([...ids].filter((id) => names.some((name) => has(id, name))))
  return (documentId) => names.length === 0 || having.size === 0 || having.has(documentId)
}
