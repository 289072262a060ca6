import type { TextBlock } from '../join-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import { type SymbolFont, symbolCharacter, symbolFont } from '../symbol-fonts.ts'
import { createPartCounter, createRtfStory, type ParagraphShape, type RtfStory } from './rtf-story.ts'
import { createRtfStyles, outlineLevel, type RtfStyles } from './rtf-styles.ts'
import type { RtfVisitor } from './walk-rtf.ts'

export type RtfCounts = {
  hiddenCharacters: number
  insertions: number
  deletions: number
  pictures: number
  objects: number
  formulas: number
}

/** `collect` keeps the text aside; `object`, `shape`, `upr` and `form` drop it until a group inside them says otherwise. */
type Destination = 'text' | 'skip' | 'collect' | 'styles' | 'object' | 'shape' | 'upr' | 'form'

/** What a group passes on to the groups inside it; changed in place while the group is open. */
type Group = {
  destination: Destination
  story: RtfStory
  collected: string[]
  /** Only of this group: what to do at its end, and whether an optional destination is about to begin. */
  onClose: (() => void) | null
  isStarred: boolean
  isHidden: boolean
  isDeleted: boolean
  isInserted: boolean
  isRaised: boolean
  style: number
  outline: number | null
  isInTable: boolean
  nesting: number
  isListed: boolean
  listLevel: number
}

type Walk = {
  readonly counts: RtfCounts
  readonly styles: RtfStyles
  readonly countPart: () => void
  readonly headers: TextBlock[]
  readonly footers: TextBlock[]
  readonly groups: Group[]
  group: Group
  notes: number
  /** The number that was set for a note whose text is still to come. */
  calledNote: string | null
  author: string
  isHeadRow: boolean
  isInsertionOpen: boolean
  isDeletionOpen: boolean
  form: { type: number; result: number; byDefault: number }
}

/** The visitor that turns RTF into blocks, its counts, and what it found when the file has ended. */
export function createRtfVisitor(limits: ReadLimits): RtfVisitor & {
  readonly counts: RtfCounts
  finish(): {
    readonly headers: readonly TextBlock[]
    readonly body: readonly TextBlock[]
    readonly footers: readonly TextBlock[]
  }
} {
  const countPart = createPartCounter(limits.xmlElements)
  const body = createRtfStory(countPart)
  const walk: Walk = {
    counts: { hiddenCharacters: 0, insertions: 0, deletions: 0, pictures: 0, objects: 0, formulas: 0 },
    styles: createRtfStyles(),
    countPart,
    headers: [],
    footers: [],
    groups: [],
    group: {
      ...PLAIN_PARAGRAPH,
      ...PLAIN_TEXT,
      destination: 'text',
      story: body,
      collected: [],
      onClose: null,
      isStarred: false,
    },
    notes: 0,
    calledNote: null,
    author: '',
    isHeadRow: false,
    isInsertionOpen: false,
    isDeletionOpen: false,
    form: { type: 0, result: 0, byDefault: 0 },
  }
  return {
    counts: walk.counts,
    open() {
      walk.groups.push(walk.group)
      const isStyle = walk.group.destination === 'styles'
      walk.group = { ...walk.group, isStarred: false, onClose: isStyle ? walk.styles.endEntry : null }
    },
    close: () => closeGroup(walk),
    control: (word, value) => takeControl(walk, word, value),
    text: (text) => takeText(walk, text),
    wantsText: () => KEEPS_TEXT.has(walk.group.destination),
    finish() {
      while (walk.groups.length > 0) closeGroup(walk)
      return { headers: walk.headers, body: body.finish(shapeOf(walk.group, walk.styles)), footers: walk.footers }
    },
  }
}

const KEEPS_TEXT: ReadonlySet<Destination> = new Set(['text', 'collect', 'styles'])
const PLAIN_TEXT = { isHidden: false, isDeleted: false, isInserted: false, isRaised: false } as const
const PLAIN_PARAGRAPH = {
  style: 0,
  outline: null,
  isInTable: false,
  nesting: 0,
  isListed: false,
  listLevel: 0,
} as const

function closeGroup(walk: Walk): void {
  walk.group.onClose?.()
  walk.group = walk.groups.pop() ?? walk.group
}

function takeControl(walk: Walk, word: string, value: number | null): void {
  const { group } = walk
  if (group.destination === 'skip') return
  if (word === '*') {
    group.isStarred = true
    return
  }
  const isStarred = group.isStarred
  group.isStarred = false
  const open = DESTINATIONS.get(word)
  if (open) open(walk)
  else if (isStarred || SKIPPED.has(word)) group.destination = 'skip'
  else if (group.destination === 'styles') walk.styles.control(word, value)
  else if (group.destination === 'form') takeForm(walk, word, value)
  else if (group.destination === 'text') WORDS.get(word)?.(walk, value)
}

function takeText(walk: Walk, text: string): void {
  const { group } = walk
  group.isStarred = false
  if (group.destination === 'styles') return walk.styles.name(text)
  if (group.destination === 'collect') return void group.collected.push(text)
  if (group.isHidden) {
    walk.counts.hiddenCharacters += text.replace(/\s+/g, '').length
    return
  }
  if (group.isDeleted && !walk.isDeletionOpen) walk.counts.deletions += 1
  if (group.isInserted && !group.isDeleted && !walk.isInsertionOpen) walk.counts.insertions += 1
  walk.isDeletionOpen = group.isDeleted
  walk.isInsertionOpen = group.isInserted && !group.isDeleted
  if (group.isDeleted) group.story.deleted(text)
  else group.story.text(text, group.isRaised)
}

function shapeOf(
  { style, outline, isInTable, nesting, isListed, listLevel }: Group,
  styles: RtfStyles,
): ParagraphShape {
  return {
    headingLevel: outlineLevel(outline) ?? (outline === null ? styles.headingLevel(style) : null),
    listLevel: isListed ? listLevel + 1 : null,
    nesting: Math.max(nesting, isInTable ? 1 : 0),
  }
}

/** A flow of its own begins in this group; `take` gets its blocks at the end of the group. */
function openStory(walk: Walk, take: (blocks: readonly TextBlock[], outer: RtfStory) => void): void {
  const outer = walk.group.story
  const story = createRtfStory(walk.countPart)
  Object.assign(walk.group, PLAIN_PARAGRAPH, PLAIN_TEXT, { destination: 'text', story })
  walk.group.onClose = () => take(story.finish(shapeOf(walk.group, walk.styles)), outer)
}

function openNote(walk: Walk): void {
  const mark = walk.calledNote
  walk.calledNote = null
  openStory(walk, (blocks, outer) => outer.after(asNote(blocks, mark ?? '')))
}

function openComment(walk: Walk): void {
  openStory(walk, (blocks, outer) => {
    outer.after(asNote(blocks, walk.author === '' ? 'Comment:' : `Comment by ${walk.author}:`))
    walk.author = ''
  })
}

/** One block with its mark or author before it, whatever paragraphs it has. */
function asNote(blocks: readonly TextBlock[], before: string): readonly TextBlock[] {
  const content = blocks.map(({ text }) => text).join('\n')
  const text = `${before} ${content}`.trim()
  return content === '' ? [] : [{ kind: 'note', level: 0, text }]
}

function openMargin(kind: 'header' | 'footer', walk: Walk): void {
  const margin = kind === 'header' ? walk.headers : walk.footers
  openStory(walk, (blocks) => {
    for (const { text } of blocks) margin.push({ kind, level: 0, text })
  })
}

function collect(walk: Walk, take: (text: string) => void): void {
  const collected: string[] = []
  Object.assign(walk.group, { destination: 'collect', collected })
  walk.group.onClose = () => take(collected.join('').trim())
}

function openForm(walk: Walk): void {
  if (walk.group.destination !== 'collect') return void (walk.group.destination = 'skip')
  walk.group.destination = 'form'
  walk.form = { type: 0, result: NO_RESULT, byDefault: 0 }
  const { story } = walk.group
  walk.group.onClose = () => {
    const { type, result, byDefault } = walk.form
    const isChecked = (result === NO_RESULT ? byDefault : result) === 1
    if (type === CHECK_BOX) story.text(isChecked ? '\u2612' : '\u2610', false)
  }
}

const CHECK_BOX = 1
/** What Word writes where nobody has filled in the field. */
const NO_RESULT = 25

function takeForm({ form }: Walk, word: string, value: number | null): void {
  if (word === 'fftype') form.type = value ?? 0
  else if (word === 'ffres') form.result = value ?? NO_RESULT
  else if (word === 'ffdefres') form.byDefault = value ?? 0
}

/** Old files write a sign as a field ("SYMBOL 183 \f "Symbol"") whose result is empty. */
function takeInstruction(walk: Walk, story: RtfStory, instruction: string): void {
  const [, code, font] = /^SYMBOL\s+(\d+)(?:.*\\f\s*"([^"]*)")?/i.exec(instruction) ?? []
  if (code === undefined || walk.group.isHidden) return
  const symbols: SymbolFont | null = symbolFont(font ?? '')
  story.text(symbols ? symbolCharacter(symbols, Number(code)) : String.fromCharCode(Number(code)), false)
}

/** Goes on only inside the destination that this one belongs to; elsewhere its text stays dropped. */
function within(outer: Destination, open: (walk: Walk) => void): (walk: Walk) => void {
  return (walk) => {
    if (walk.group.destination === outer || walk.group.destination === 'text') open(walk)
  }
}

const asText = (walk: Walk) => void (walk.group.destination = 'text')
const asFrame = (walk: Walk) => openStory(walk, (blocks, outer) => outer.after(blocks))

const DESTINATIONS: ReadonlyMap<string, (walk: Walk) => void> = new Map<string, (walk: Walk) => void>([
  ['stylesheet', (walk) => void (walk.group.destination = 'styles')],
  ['footnote', openNote],
  ['annotation', openComment],
  ['atnauthor', (walk) => collect(walk, (text) => void (walk.author = text))],
  ...['header', 'headerl', 'headerr', 'headerf'].map(
    (word) => [word, (walk: Walk) => openMargin('header', walk)] as const,
  ),
  ...['footer', 'footerl', 'footerr', 'footerf'].map(
    (word) => [word, (walk: Walk) => openMargin('footer', walk)] as const,
  ),
  ...['listtext', 'pntext'].map(
    (word) => [word, (walk: Walk) => collect(walk, (text) => walk.group.story.marker(text))] as const,
  ),
  [
    'fldinst',
    (walk) => {
      const { story } = walk.group
      collect(walk, (text) => takeInstruction(walk, story, text))
    },
  ],
  ['formfield', openForm],
  [
    'pict',
    (walk) => {
      walk.counts.pictures += 1
      walk.group.destination = 'skip'
    },
  ],
  [
    'object',
    (walk) => {
      walk.counts.objects += 1
      walk.group.destination = 'object'
    },
  ],
  ['result', within('object', asText)],
  ['shpinst', (walk) => void (walk.group.destination = 'shape')],
  ['do', (walk) => void (walk.group.destination = 'shape')],
  ['shptxt', within('shape', asFrame)],
  ['dptxbxtext', within('shape', asFrame)],
  ['upr', (walk) => void (walk.group.destination = 'upr')],
  ['ud', within('upr', asText)],
  ['shppict', asText],
  ['nesttableprops', asText],
  [
    'moMath',
    (walk) => {
      walk.counts.formulas += 1
      asText(walk)
    },
  ],
  ['moMathPara', asText],
])

/** Destinations that are no text, without the mark that tells older readers to skip them. */
const SKIPPED = new Set(
  'fonttbl colortbl info listtable filetbl nonshppict shprslt mmathPict tc tcn xe rxe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables pntxta pntxtb nextfile template'.split(
    ' ',
  ),
)

const isOn = (value: number | null) => value !== 0
const endParagraph = ({ group, styles }: Walk) => group.story.endParagraph(shapeOf(group, styles))
const endCell =
  (nesting: number) =>
  ({ group, styles }: Walk) =>
    group.story.endCell(nesting, shapeOf(group, styles))

const WORDS: ReadonlyMap<string, (walk: Walk, value: number | null) => void> = new Map<
  string,
  (walk: Walk, value: number | null) => void
>([
  ['par', endParagraph],
  ['sect', endParagraph],
  ['page', endParagraph],
  ['line', ({ group }) => group.story.lineBreak()],
  ['lbr', ({ group }) => group.story.lineBreak()],
  ['cell', endCell(1)],
  ['row', ({ group, isHeadRow }) => group.story.endRow(1, isHeadRow)],
  ['nestcell', (walk) => endCell(Math.max(2, walk.group.nesting))(walk)],
  ['nestrow', ({ group, isHeadRow }) => group.story.endRow(Math.max(2, group.nesting), isHeadRow)],
  ['trowd', (walk) => void (walk.isHeadRow = false)],
  ['trhdr', (walk) => void (walk.isHeadRow = true)],
  ['pard', ({ group }) => void Object.assign(group, PLAIN_PARAGRAPH)],
  ['plain', ({ group }) => void Object.assign(group, PLAIN_TEXT)],
  ['s', ({ group }, value) => void (group.style = value ?? 0)],
  ['outlinelevel', ({ group }, value) => void (group.outline = value)],
  ['intbl', ({ group }) => void (group.isInTable = true)],
  ['itap', ({ group }, value) => void (group.nesting = Math.min(Math.max(0, value ?? 0), DEEPEST_TABLE))],
  ['ls', ({ group }, value) => void (group.isListed = value !== null && value > 0)],
  ['ilvl', ({ group }, value) => void (group.listLevel = Math.min(Math.max(0, value ?? 0), DEEPEST_LIST))],
  ['v', ({ group }, value) => void (group.isHidden = isOn(value))],
  ['deleted', ({ group }, value) => void (group.isDeleted = isOn(value))],
  ['revised', ({ group }, value) => void (group.isInserted = isOn(value))],
  ['super', ({ group }, value) => void (group.isRaised = isOn(value))],
  ['sub', ({ group }) => void (group.isRaised = false)],
  ['nosupersub', ({ group }) => void (group.isRaised = false)],
  ['chftn', callNote],
])

const DEEPEST_TABLE = 32
const DEEPEST_LIST = 8

/** In the text the number is set where it is called; inside the note it stands already before it. */
function callNote(walk: Walk): void {
  const isInNote = walk.groups.some(({ story }) => story !== walk.group.story)
  if (isInNote || walk.group.isHidden) return
  walk.notes += 1
  walk.calledNote = `[${walk.notes}]`
  walk.group.story.text(walk.calledNote, false)
}
