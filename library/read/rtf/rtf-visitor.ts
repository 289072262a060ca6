import type { ReadLimits } from '../read-limits.ts'
import type { TextBlock } from '../text-blocks.ts'
import { characterCount } from '../text-signs.ts'
import { DESTINATIONS, SKIPPED, takeForm } from './rtf-destinations.ts'
import {
  createRtfStyles,
  PLAIN_PARAGRAPH,
  PLAIN_TEXT,
  type RtfCounts,
  type RtfDestination,
  type RtfWalk,
  shapeOf,
} from './rtf-group.ts'
import { createPartCounter, createRtfStory } from './rtf-story.ts'
import type { RtfVisitor } from './walk-rtf.ts'

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
  const walk: RtfWalk = {
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

const KEEPS_TEXT: ReadonlySet<RtfDestination> = new Set(['text', 'collect', 'styles'])

function closeGroup(walk: RtfWalk): void {
  walk.group.onClose?.()
  walk.group = walk.groups.pop() ?? walk.group
}

function takeControl(walk: RtfWalk, word: string, value: number | null): void {
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

function takeText(walk: RtfWalk, text: string): void {
  const { group } = walk
  group.isStarred = false
  if (group.destination === 'styles') return walk.styles.name(text)
  if (group.destination === 'collect') return void group.collected.push(text)
  if (group.isHidden) {
    walk.counts.hiddenCharacters += characterCount(text)
    return
  }
  if (group.isDeleted && !walk.isDeletionOpen) walk.counts.deletions += 1
  if (group.isInserted && !group.isDeleted && !walk.isInsertionOpen) walk.counts.insertions += 1
  walk.isDeletionOpen = group.isDeleted
  walk.isInsertionOpen = group.isInserted && !group.isDeleted
  if (group.isDeleted) group.story.deleted(text)
  else group.story.text(text, group.isRaised)
}

const isOn = (value: number | null) => value !== 0
const endParagraph = ({ group, styles }: RtfWalk) => group.story.endParagraph(shapeOf(group, styles))
const endCell =
  (nesting: number) =>
  ({ group, styles }: RtfWalk) =>
    group.story.endCell(nesting, shapeOf(group, styles))

const DEEPEST_TABLE = 32
const DEEPEST_LIST = 8

/** What a control word does to the text or its properties; all others mean only looks. */
const WORDS: ReadonlyMap<string, (walk: RtfWalk, value: number | null) => void> = new Map<
  string,
  (walk: RtfWalk, value: number | null) => void
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

/** In the text the number is set where it is called; inside the note it stands already before it. */
function callNote(walk: RtfWalk): void {
  const isInNote = walk.groups.some(({ story }) => story !== walk.group.story)
  if (isInNote || walk.group.isHidden) return
  walk.notes += 1
  walk.calledNote = `[${walk.notes}]`
  walk.group.story.text(walk.calledNote, false)
}
