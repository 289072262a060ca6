import type { TextBlock } from '../text-blocks.ts'
import { isSymbolFont } from '../text-signs.ts'
import { symbolOf } from './rtf-encoding.ts'
import { PLAIN_PARAGRAPH, PLAIN_TEXT, type RtfDestination, type RtfWalk, shapeOf } from './rtf-group.ts'
import { createRtfStory, type RtfStory } from './rtf-story.ts'

/** A flow of its own begins in this group; `take` gets its blocks at the end of the group. */
function openStory(walk: RtfWalk, take: (blocks: readonly TextBlock[], outer: RtfStory) => void): void {
  const outer = walk.group.story
  const story = createRtfStory(walk.countPart)
  Object.assign(walk.group, PLAIN_PARAGRAPH, PLAIN_TEXT, { destination: 'text', story })
  walk.group.onClose = () => take(story.finish(shapeOf(walk.group, walk.styles)), outer)
}

function openNote(walk: RtfWalk): void {
  const mark = walk.calledNote
  walk.calledNote = null
  openStory(walk, (blocks, outer) => outer.after(asNote(blocks, mark ?? '', 1)))
}

function openComment(walk: RtfWalk): void {
  openStory(walk, (blocks, outer) => {
    outer.after(asNote(blocks, walk.author === '' ? 'Comment:' : `Comment by ${walk.author}:`, 0))
    walk.author = ''
  })
}

/** One block with its mark or author before it, whatever paragraphs it has. */
function asNote(blocks: readonly TextBlock[], before: string, level: 0 | 1): readonly TextBlock[] {
  const content = blocks.map(({ text }) => text).join('\n')
  const text = `${before} ${content}`.trim()
  return content === '' ? [] : [{ kind: 'note', level, text }]
}

function openMargin(kind: 'header' | 'footer', walk: RtfWalk): void {
  const margin = kind === 'header' ? walk.headers : walk.footers
  openStory(walk, (blocks) => {
    for (const { text } of blocks) margin.push({ kind, level: 0, text })
  })
}

function collect(walk: RtfWalk, take: (text: string) => void): void {
  const collected: string[] = []
  Object.assign(walk.group, { destination: 'collect', collected })
  walk.group.onClose = () => take(collected.join('').trim())
}

/** Goes on only inside the destination that this one belongs to; elsewhere its text stays dropped. */
function within(outer: RtfDestination, open: (walk: RtfWalk) => void): (walk: RtfWalk) => void {
  return (walk) => {
    if (walk.group.destination === outer || walk.group.destination === 'text') open(walk)
  }
}

const asText = (walk: RtfWalk) => void (walk.group.destination = 'text')
const asFrame = (walk: RtfWalk) => openStory(walk, (blocks, outer) => outer.after(blocks))

/** What Word writes where nobody has filled in the field. */
const NO_RESULT = 25

const CHECK_BOX = 1

/** What begins with a word that opens a destination. */
export const DESTINATIONS: ReadonlyMap<string, (walk: RtfWalk) => void> = new Map<string, (walk: RtfWalk) => void>([
  ['stylesheet', (walk) => void (walk.group.destination = 'styles')],
  ['footnote', openNote],
  ['annotation', openComment],
  ['atnauthor', (walk) => collect(walk, (text) => void (walk.author = text))],
  ...['header', 'headerl', 'headerr', 'headerf'].map(
    (word) => [word, (walk: RtfWalk) => openMargin('header', walk)] as const,
  ),
  ...['footer', 'footerl', 'footerr', 'footerf'].map(
    (word) => [word, (walk: RtfWalk) => openMargin('footer', walk)] as const,
  ),
  ...['listtext', 'pntext'].map(
    (word) => [word, (walk: RtfWalk) => collect(walk, (text) => walk.group.story.marker(text))] as const,
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
export const SKIPPED = new Set(
  'fonttbl colortbl info listtable filetbl nonshppict shprslt mmathPict tc tcn xe rxe ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables pntxta pntxtb nextfile template'.split(
    ' ',
  ),
)

/** A form field begins in the instruction of a field; its result shows whether a box is ticked. */
function openForm(walk: RtfWalk): void {
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

export function takeForm({ form }: RtfWalk, word: string, value: number | null): void {
  if (word === 'fftype') form.type = value ?? 0
  else if (word === 'ffres') form.result = value ?? NO_RESULT
  else if (word === 'ffdefres') form.byDefault = value ?? 0
}

/** Old files write a sign as a field ("SYMBOL 183 \f "Symbol"") whose result is empty. */
function takeInstruction(walk: RtfWalk, story: RtfStory, instruction: string): void {
  const [, code, font] = /^SYMBOL\s+(\d+)(?:(?!\d).*\\f\s*"([^"]*)")?/i.exec(instruction) ?? []
  if (code === undefined || walk.group.isHidden) return
  const isSign = isSymbolFont(font ?? '')
  story.text(isSign ? symbolOf(font!, Number(code)) : String.fromCharCode(Number(code)), false)
}
