import { PLAIN_PARAGRAPH, PLAIN_TEXT, type RtfWalk, shapeOf } from './rtf-group.ts'

const isOn = (value: number | null) => value !== 0
const endParagraph = ({ group, styles }: RtfWalk) => group.story.endParagraph(shapeOf(group, styles))
const endCell =
  (nesting: number) =>
  ({ group, styles }: RtfWalk) =>
    group.story.endCell(nesting, shapeOf(group, styles))

/** What a control word does to the text or its properties; all others mean only looks. */
export const WORDS: ReadonlyMap<string, (walk: RtfWalk, value: number | null) => void> = new Map<
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

const DEEPEST_TABLE = 32
const DEEPEST_LIST = 8

/** In the text the number is set where it is called; inside the note it stands already before it. */
function callNote(walk: RtfWalk): void {
  const isInNote = walk.groups.some(({ story }) => story !== walk.group.story)
  if (isInNote || walk.group.isHidden) return
  walk.notes += 1
  walk.calledNote = `[${walk.notes}]`
  walk.group.story.text(walk.calledNote, false)
}
