import type { ReadLimits } from '../../read-limits.ts'
import { characterCount, raisedText } from '../../text-signs.ts'
import { type FlowBlock, type FlowParagraph, type FlowRow, LONGEST_HEADING, numberedParagraph } from '../flow.ts'
import type { FlowMark } from '../flow-marks.ts'
import { type Authorship, changeMark, type ChangeKind, changeNote } from '../note-words.ts'
import { createOdtLists, type OdtLists } from './odt-lists.ts'
import type { OdtStyles } from './odt-styles.ts'

/** What was met on the way, for the warnings. Characters are non-space ones. */
export type OdtCounts = {
  hiddenCharacters: number
  struckCharacters: number
  /** Text outside any paragraph. */
  strayCharacters: number
  insertions: number
  deletions: number
  formatChanges: number
  pictures: number
  objects: number
  /** Cells that the file repeats more often than is written. */
  cutRepeats: number
  cutParts: number
}

export function noOdtCounts(): OdtCounts {
  return {
    hiddenCharacters: 0,
    struckCharacters: 0,
    strayCharacters: 0,
    insertions: 0,
    deletions: 0,
    formatChanges: 0,
    pictures: 0,
    objects: 0,
    cutRepeats: 0,
    cutParts: 0,
  }
}

export type OdtContext = {
  readonly limits: ReadLimits
  readonly styles: OdtStyles
  readonly counts: OdtCounts
  /** What stands in embedded objects (formulas, tables, charts), by their folders; each is given once. */
  readonly objects: Map<string, readonly FlowBlock[]>
}

type OdtParagraph = {
  readonly pieces: string[]
  readonly kind: 'heading' | 'list-item' | 'paragraph'
  readonly level: number
  readonly label: string
  isHidden: boolean
  readonly after: FlowBlock[]
  /** Tracked changes in it; `from` and `at` as in a `PlacedChange` of Word. */
  readonly marks: OdtMark[]
}

type OdtMark = { readonly change: OdtChange; readonly from: number; at: number; text: string }

/** The inside of the text, of a cell, of a frame, of a note. */
type OdtFrame = { readonly blocks: FlowBlock[]; readonly paragraphs: OdtParagraph[] }

type OdtTable = { readonly rows: FlowRow[]; cells: (readonly FlowBlock[])[] | undefined; headDepth: number }

type OdtChange = { readonly kind: ChangeKind; readonly who: Authorship; readonly text: string }

/** An element that is open, and what ends with it. */
export type OdtElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  hides: boolean
}

/** A comment's note is completed when the words it is about have been read. */
type OpenComment = {
  readonly note: { text: string }
  readonly finish: (words: string) => string
  readonly words: string[]
}

export type OdtStory = {
  readonly context: OdtContext
  readonly path: OdtElement[]
  skipped: number
  hidden: number
  raised: number
  struck: number
  /** Text that is not the document's: names, dates, marks. */
  capture: string[] | undefined
  readonly frames: OdtFrame[]
  readonly tables: OdtTable[]
  readonly lists: OdtLists
  /** Names and dates of the note, comment or change under way. */
  by: string | undefined
  date: string | undefined
  mark: string
  readonly changes: Map<string, OdtChange>
  change: { id: string; kind: ChangeKind | 'format' } | undefined
  readonly insertions: Map<string, string[]>
  readonly openComments: Map<string, OpenComment>
  readonly endnotes: FlowBlock[]
  readonly margins: { readonly header: FlowBlock[]; readonly footer: FlowBlock[] }
  repeatBudget: number
}

/** What repeated cells may add to the text. */
const REPEATED_CHARACTERS = 100_000

export function createOdtStory(context: OdtContext): OdtStory {
  return {
    context,
    path: [],
    skipped: 0,
    hidden: 0,
    raised: 0,
    struck: 0,
    capture: undefined,
    frames: [newOdtFrame()],
    tables: [],
    lists: createOdtLists(),
    by: undefined,
    date: undefined,
    mark: '',
    changes: new Map(),
    change: undefined,
    insertions: new Map(),
    openComments: new Map(),
    endnotes: [],
    margins: { header: [], footer: [] },
    repeatBudget: REPEATED_CHARACTERS,
  }
}

export function newOdtFrame(): OdtFrame {
  return { blocks: [], paragraphs: [] }
}

export function odtFrame(story: OdtStory): OdtFrame {
  return story.frames.at(-1)!
}

/** Where notes and frames go: behind the paragraph under way, else into the text. */
export function behindHere(story: OdtStory): FlowBlock[] {
  const frame = odtFrame(story)
  return frame.paragraphs.at(-1)?.after ?? frame.blocks
}

/** Reports a change behind the paragraph; `text`: what was inserted, which is marked as it is read. */
export function placeChange(story: OdtStory, id: string, text?: string): void {
  const change = story.changes.get(id)
  if (!change) return
  const words = text ?? change.text
  story.changes.delete(id)
  if (words.trim() === '') return
  const note = changeNote({ ...change, text: words })
  const paragraph = odtFrame(story).paragraphs.at(-1)
  const from = paragraph?.pieces.length ?? 0
  if (text === undefined) paragraph?.marks.push({ change, from, at: from, text: words })
  const isAlone = text === undefined && !paragraph
  behindHere(story).push(isAlone ? { ...note, marks: [changeMark(change, { pieces: [], from: 0, at: 0 })] } : note)
}

/** Each open insertion goes on with the piece that comes next. */
function markInserted({ changes, insertions }: OdtStory, { marks, pieces }: OdtParagraph, text: string): void {
  for (const id of insertions.keys()) {
    const change = changes.get(id)
    const last = marks.at(-1)
    if (last?.change === change && last?.at === pieces.length) {
      last.at += 1
      last.text += text
    } else if (change) marks.push({ change, from: pieces.length, at: pieces.length + 1, text })
  }
}

export function closeOdtFrame(story: OdtStory): readonly FlowBlock[] {
  const frame = odtFrame(story)
  while (frame.paragraphs.length > 0) closeOdtParagraph(story)
  if (story.frames.length > 1) story.frames.pop()
  return frame.blocks
}

export function closeOdtParagraph(story: OdtStory): void {
  const frame = odtFrame(story)
  const paragraph = frame.paragraphs.pop()
  if (!paragraph) return
  const block = finished(paragraph)
  const marks = paragraph.marks.map(({ change, from, at, text }) =>
    changeMark({ ...change, text }, { pieces: paragraph.pieces, from, at }),
  )
  const [first, ...others] = paragraph.after
  if (block.text.trim() === '' && first && first.kind !== 'table')
    frame.blocks.push({ ...first, marks: [...(first.marks ?? []), ...marks] }, ...others)
  else frame.blocks.push(...shown(story, paragraph, block, marks), ...paragraph.after)
}

function shown(
  { context: { counts } }: OdtStory,
  { isHidden }: OdtParagraph,
  block: FlowParagraph,
  marks: readonly FlowMark[],
): readonly FlowBlock[] {
  if (block.text.trim() === '') return []
  if (isHidden) counts.hiddenCharacters += characterCount(block.text)
  return isHidden ? [] : [marks.length === 0 ? block : { ...block, marks: [...(block.marks ?? []), ...marks] }]
}

function finished({ pieces, kind, level, label }: OdtParagraph): FlowParagraph {
  const block = numberedParagraph(kind, { label, text: pieces.join(''), level })
  const isShort = kind !== 'heading' || block.text.trim().length <= LONGEST_HEADING
  return isShort ? block : { ...block, kind: 'paragraph', level: 0 }
}

const DEEPEST_HEADING = 6

/** Enough for a quote of the words that a comment or an insertion is about. */
const RANGE_PIECES = 1000

export function openOdtParagraph(story: OdtStory, { name, attributes }: OdtElement): void {
  const style = story.context.styles.style('paragraph', attributes['text:style-name'])
  const depth = story.lists.depth()
  const level = Math.max(1, Number(attributes['text:outline-level']) || 1)
  const isHeading = name === 'text:h' || style.isTitle
  odtFrame(story).paragraphs.push({
    pieces: [],
    kind: isHeading ? 'heading' : depth > 0 ? 'list-item' : 'paragraph',
    level: isHeading ? Math.min(DEEPEST_HEADING, level) : depth,
    label: style.isHidden ? '' : labelOf(story, name === 'text:h' ? level : 0, attributes, style.list),
    isHidden: style.isHidden,
    after: [],
    marks: [],
  })
}

function labelOf(
  story: OdtStory,
  headingLevel: number,
  attributes: OdtElement['attributes'],
  list: string | undefined,
): string {
  const { styles } = story.context
  if (story.lists.depth() > 0) return story.lists.label((style) => styles.list(style ?? list))
  if (headingLevel === 0 || attributes['text:is-list-header'] === 'true' || list === '') return ''
  const isRestarted = attributes['text:restart-numbering'] === 'true'
  const levels = list === undefined ? styles.outline : styles.list(list)
  const start = Number(attributes['text:start-value'] ?? 1) || 1
  return story.lists.heading(headingLevel, levels, isRestarted ? start : undefined)
}

/** Takes text into the paragraph under way, or, hidden, into the count. */
export function takeOdtText(story: OdtStory, text: string): void {
  const { counts } = story.context
  if (story.capture) {
    story.capture.push(text)
    return
  }
  const paragraph: OdtParagraph | undefined = odtFrame(story).paragraphs.at(-1)
  if (!paragraph) {
    counts.strayCharacters += characterCount(text)
    return
  }
  if (story.hidden > 0) {
    counts.hiddenCharacters += characterCount(text)
    return
  }
  for (const words of story.insertions.values()) if (words.length < RANGE_PIECES) words.push(text)
  for (const { words } of story.openComments.values()) if (words.length < RANGE_PIECES) words.push(text)
  markInserted(story, paragraph, text)
  if (story.struck > 0) counts.struckCharacters += characterCount(text)
  paragraph.pieces.push(story.raised > 0 ? raisedText(text) : text)
}
