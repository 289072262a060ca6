import { sentenceEnds } from '../../text/sentences.ts'
import { type CellRange, rangeName } from '../read/sheets/sheet-grid.ts'
import { MAX_PASSAGE_CHARACTERS, PAGE_BREAK, type Passage, type SplitPage } from './passage.ts'
import { type TextUnit, textUnits } from './text-units.ts'

type SplitOptions = { readonly maxCharacters?: number | undefined }

type Span = { readonly start: number; readonly end: number }

/** `sections`: how many characters of it lie in which section; `cells`: all that its rows take up in a sheet. */
type Open = {
  start: number
  end: number
  readonly sections: Map<string, number>
  readonly tableHead: Span | null
  cells: CellRange | null
}
type Closed = Span & {
  readonly section: string
  readonly mainSection: string
  readonly tableHead: Span | null
  readonly cells: CellRange | null
}
type Page = {
  readonly text: string
  readonly maxCharacters: number
  readonly sections: SectionPath
  /** Headings of this level and above always begin a passage. */
  readonly topLevel: number
  readonly passages: Closed[]
  open: Open | null
  /** Headings that wait for the text below them. */
  waiting: TextUnit[]
}

/** An open passage shorter than this is filled up with sentences of a paragraph that does not fit as a whole. */
const SHORT_SHARE = 0.8

/**
 * A heading begins a new passage when the one before is at least this full. Shorter sections share a passage: ending one at
 * every section cost 2 points of hit@1 and hit@10 on dragonball_law.
 */
const FULL_SHARE = 0.5
const TITLE_PAGE_HEADINGS = 4
const TITLE_PAGE_SHARE = 0.6

/**
 * Cuts the pages of a document into passages of at most `maxCharacters`: whole paragraphs where they fit, else whole
 * sentences. No passage crosses a page or ends on a heading that text follows; its section names all that it lies in. Every
 * non-blank character is in exactly one passage. Page texts are free of form feeds.
 */
export function splitPassages(pages: readonly SplitPage[], options: SplitOptions = {}): readonly Passage[] {
  const maxCharacters = options.maxCharacters ?? MAX_PASSAGE_CHARACTERS
  const unitsOfPages = pages.map((page) => (page.page === null ? textUnits(page) : withoutTitlePage(textUnits(page))))
  const topLevel = topLevelOf(unitsOfPages.flat())
  const sections = createSectionPath()
  const passages: Passage[] = []
  let offset = 0
  for (const [index, { page, label, text, blocks }] of pages.entries()) {
    const state: Page = { text, maxCharacters, sections, topLevel, passages: [], open: null, waiting: [] }
    for (const unit of unitsOfPages[index]!) {
      if (unit.headingLevel === null) addText(state, unit)
      else addHeading(state, unit, unit.headingLevel)
    }
    addOrphans(state)
    closeOpen(state)
    const isSheet = blocks.some(({ firstCell }) => firstCell !== undefined)
    for (const { start, end, section, mainSection, tableHead, cells } of state.passages) {
      const range = isSheet ? sheetSection(label, cells) : null
      passages.push({
        start: offset + start,
        end: offset + end,
        page,
        section: range ?? section,
        mainSection: range ?? mainSection,
        text: text.slice(start, end),
        tableHead: headBefore(text, tableHead, start),
      })
    }
    offset += text.length + PAGE_BREAK.length
  }
  return passages
}

function sheetSection(label: string | null | undefined, cells: CellRange | null): string {
  return [label ?? '', cells ? rangeName(cells) : ''].filter((part) => part !== '').join(' > ')
}

/** As much of a table's head as the passage does not hold itself. */
function headBefore(text: string, head: Span | null, start: number): string | null {
  return head === null || head.start >= start ? null : text.slice(head.start, Math.min(head.end, start)).trim()
}

/**
 * A page of hardly anything but headings is a title page: its large lines (parties, "LEASE") are no sections, and would
 * stand above everything that follows.
 */
function withoutTitlePage(units: readonly TextUnit[]): readonly TextUnit[] {
  const headings = units.filter(({ headingLevel }) => headingLevel !== null).length
  if (headings < TITLE_PAGE_HEADINGS || headings < TITLE_PAGE_SHARE * units.length) return units
  return units.map((unit) => ({ ...unit, headingLevel: null }))
}

/** The shallowest level used more than once: a single title above everything parts nothing. */
function topLevelOf(units: readonly TextUnit[]): number {
  const counts = new Map<number, number>()
  for (const { headingLevel } of units)
    if (headingLevel !== null) counts.set(headingLevel, (counts.get(headingLevel) ?? 0) + 1)
  const repeated = [...counts].filter(([, count]) => count > 1).map(([level]) => level)
  return repeated.length > 0 ? Math.min(...repeated) : 0
}

function addHeading(page: Page, unit: TextUnit, level: number): void {
  if (unit.end - unit.start > page.maxCharacters / 2) return addText(page, { ...unit, headingLevel: null })
  const fill = page.open ? page.open.end - page.open.start : 0
  const isTop = level <= page.topLevel
  // An empty subsection before a new section belongs to the old one; a title on two lines stays together.
  if (isTop && (page.waiting.at(-1)?.headingLevel ?? 0) > level) addOrphans(page)
  if (fill >= page.maxCharacters * FULL_SHARE) closeOpen(page)
  if (page.waiting.length > 0 && unit.end - page.waiting[0]!.start > page.maxCharacters / 2) addOrphans(page)
  page.waiting.push(unit)
  page.sections.enter(level, page.text.slice(unit.start, unit.end))
}

/** Headings that no text follows on their page: joined to what is open where they fit, else a passage of their own. */
function addOrphans(page: Page): void {
  const [first, last] = [page.waiting[0], page.waiting.at(-1)]
  page.waiting = []
  if (!first || !last) return
  if (page.open && last.end - page.open.start <= page.maxCharacters) page.open.end = last.end
  else {
    closeOpen(page)
    page.open = {
      start: first.start,
      end: last.end,
      sections: new Map([[page.sections.toString(), 1]]),
      tableHead: null,
      cells: null,
    }
  }
}

function addText(page: Page, unit: TextUnit): void {
  for (let rest: TextUnit | null = unit; rest !== null; ) rest = addPart(page, rest)
}

/** Adds as much of the unit as the open passage, or a new one, can hold; returns what is left of it. */
function addPart(page: Page, unit: TextUnit): TextUnit | null {
  // Only a great gap of white space can be in the way here: headings that wait are short.
  const waitingRoom = page.maxCharacters - (unit.start - (page.waiting[0]?.start ?? unit.start))
  if (waitingRoom < page.maxCharacters / 4) addOrphans(page)
  const start = page.open?.start ?? page.waiting[0]?.start ?? unit.start
  const room = page.maxCharacters - (unit.start - start)
  if (unit.end - unit.start <= room) {
    extend(page, unit)
    return null
  }
  const cut = placeToCut(page, unit, room)
  if (cut === null) {
    closeOpen(page)
    return unit
  }
  extend(page, { ...unit, end: cut })
  closeOpen(page)
  const next = firstNonBlank(page.text, cut, unit.end)
  return next === null ? null : { ...unit, start: next }
}

/** Null when the unit should rather begin a passage of its own: the open one is full enough, or the unit is a row. */
function placeToCut(page: Page, unit: TextUnit, room: number): number | null {
  if (!page.open) return cutPlace(page.text, unit, room, false)
  const isShort = page.open.end - page.open.start < page.maxCharacters * SHORT_SHARE
  return isShort && unit.row === null && room > 1 ? cutPlace(page.text, unit, room, true) : null
}

function extend(page: Page, unit: TextUnit): void {
  if (page.open) page.open.end = unit.end
  else
    page.open = {
      start: page.waiting[0]?.start ?? unit.start,
      end: unit.end,
      sections: new Map(),
      tableHead: unit.row?.head ?? null,
      cells: null,
    }
  page.open.cells = bothRanges(page.open.cells, unit.row?.cells ?? null)
  const section = page.sections.toString()
  page.open.sections.set(section, (page.open.sections.get(section) ?? 0) + unit.end - unit.start)
  page.waiting = []
}

function closeOpen(page: Page): void {
  if (page.open) {
    const { start, end, sections, tableHead, cells } = page.open
    const [mainSection] = [...sections].reduce((most, next) => (next[1] > most[1] ? next : most))
    const section = sectionSpan([...sections.keys()])
    page.passages.push({ start, end, section, mainSection, tableHead, cells })
  }
  page.open = null
}

function bothRanges(one: CellRange | null, other: CellRange | null): CellRange | null {
  if (!one || !other) return one ?? other
  const first = {
    row: Math.min(one.first.row, other.first.row),
    column: Math.min(one.first.column, other.first.column),
  }
  const last = { row: Math.max(one.last.row, other.last.row), column: Math.max(one.last.column, other.last.column) }
  return { first, last }
}

function firstNonBlank(text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) if (!/\s/.test(text[at]!)) return at
  return null
}

/** A sentence end is only known by what follows it. */
const LOOKAHEAD_CHARACTERS = 200

/**
 * Where to cut `text` between `start` and `end`, which are more than `room` apart, so that the first part fits: after a
 * sentence, aiming at parts of even length, else after a word, else inside one but never inside a surrogate pair.
 * Null when `onlySentences` is set and not one sentence fits. Only the next `room` characters are looked at, so cutting
 * up a very long line stays linear.
 */
function cutPlace(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  room: number,
  onlySentences: boolean,
): number | null {
  const ahead = text.slice(start, Math.min(end, start + room + LOOKAHEAD_CHARACTERS))
  const target = (end - start) / Math.ceil((end - start) / room)
  const fitting = sentenceEnds(ahead).filter((sentenceEnd) => sentenceEnd > 0 && sentenceEnd <= room)
  const even = fitting.find((sentenceEnd) => sentenceEnd >= target) ?? fitting.at(-1)
  if (even !== undefined) return start + even
  if (onlySentences) return null
  return start + (wordEnd(ahead, room) ?? codePointEnd(ahead, room))
}

function wordEnd(text: string, room: number): number | null {
  for (let at = room; at > room / 2; at -= 1) if (/\s/.test(text[at] ?? '')) return text.slice(0, at).trimEnd().length
  return null
}

function codePointEnd(text: string, room: number): number {
  const code = text.charCodeAt(room - 1)
  const isHighSurrogate = code >= 0xd800 && code <= 0xdbff
  return isHighSurrogate && room > 1 ? room - 1 : room
}

interface SectionPath {
  /** Enters the section of a heading: sections of its level and deeper end. */
  enter(level: number, heading: string): void
  /** The path as it is shown, outermost first. */
  toString(): string
}

const LONGEST_NAME = 120

/** The headings above a place in a document. */
function createSectionPath(): SectionPath {
  const open: { readonly level: number; readonly name: string }[] = []
  return {
    enter(level, heading) {
      while (open.length > 0 && open.at(-1)!.level >= level) open.pop()
      open.push({ level, name: headingName(heading) })
    },
    toString: () => open.map(({ name }) => name).join(' > '),
  }
}

/** Without Markdown marks and line breaks. */
function headingName(heading: string): string {
  const name = heading
    .replace(/^#{1,6}\s+|\s+#+\s*$/g, '')
    .replace(/\n\s*(=+|-+)\s*$/, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).toWellFormed()}\u2026` : name
}

const PARTS = ' > '

/**
 * The name of a passage that lies in several sections, given by their paths in order: what they have in common, then both of
 * two ("7 Term > 7.1 Notice; 7.2 Service"), or the first and the last of more ("1 Terms … 4 Rent").
 */
export function sectionSpan(paths: readonly string[]): string {
  const named = paths.filter((path) => path !== '').map((path) => path.split(PARTS))
  const [first = [], ...others] = named
  const differs = first.findIndex((name, at) => others.some((path) => path[at] !== name))
  const common = differs === -1 ? first : first.slice(0, differs)
  const tails = named.map((path) => path.slice(common.length).join(PARTS)).filter((tail) => tail !== '')
  const [from, to] = [tails[0], tails.at(-1)]
  const span = from === to ? from : `${from}${tails.length === 2 ? '; ' : ' \u2026 '}${to}`
  return [...common, ...(span === undefined ? [] : [span])].join(PARTS)
}
