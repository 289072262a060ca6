import type { TextBlock } from '../text-blocks.ts'
import { listNumber, type NumberStyle } from '../list-numerals.ts'
import { raisedText, symbolCharacter } from '../text-signs.ts'
import { withoutPageMarks } from '../read-page.ts'
import type { XmlAttributes } from '../xml/walk-xml.ts'

/** Takes the elements of a text body (DrawingML) and gives its paragraphs as blocks. */
export interface ShapeText {
  /** A shape begins: neither list numbers nor its place in the layout go on from the one before. */
  begin(): void
  setPlaceholder(type: string): void
  open(name: string, attributes: XmlAttributes): void
  text(text: string): void
  close(name: string): void
  /** The paragraphs since the last call. */
  take(): readonly TextBlock[]
}

type NumberedBullet = { readonly scheme: string; readonly startAt: number }
type Bullet = 'none' | 'sign' | NumberedBullet | null

type State = {
  blocks: TextBlock[]
  placeholder: string | null
  /** The paragraph under way. */
  pieces: string[]
  level: number
  bullet: Bullet
  isText: boolean
  isRaised: boolean
  font: string
  /** The last number at each level. */
  numbers: readonly number[]
}

/** Placeholders whose paragraphs are a list unless they say otherwise. */
const LISTS = new Set(['', 'body', 'obj'])
const PRIVATE_SIGNS = /[\uf020-\uf0ff]/g
const DEEPEST = 8

export function createShapeText(): ShapeText {
  const state: State = {
    blocks: [],
    placeholder: null,
    pieces: [],
    level: 0,
    bullet: null,
    isText: false,
    isRaised: false,
    font: '',
    numbers: [],
  }
  return {
    begin() {
      state.placeholder = null
      state.numbers = []
    },
    setPlaceholder: (type) => void (state.placeholder = type),
    open: (name, attributes) => OPENERS.get(name)?.(state, attributes),
    text: (text) => takeText(state, text),
    close(name) {
      if (name === 't') state.isText = false
      else if (name === 'r' || name === 'fld') state.isRaised = false
      else if (name === 'p') endParagraph(state)
    },
    take() {
      const taken = state.blocks
      state.blocks = []
      return taken
    },
  }
}

const beginRun = (state: State) => void (state.font = '')
const takeFont = (state: State, { typeface }: XmlAttributes) => void (state.font = typeface ?? '')
const signBullet = (state: State) => void (state.bullet = 'sign')

const OPENERS: ReadonlyMap<string, (state: State, attributes: XmlAttributes) => void> = new Map<
  string,
  (state: State, attributes: XmlAttributes) => void
>([
  ['p', (state) => void Object.assign(state, { level: 0, bullet: null })],
  ['pPr', (state, { lvl }) => void (state.level = Math.min(DEEPEST, Math.max(0, integer(lvl))))],
  ['buNone', (state) => void (state.bullet = 'none')],
  ['buChar', signBullet],
  ['buBlip', signBullet],
  [
    'buAutoNum',
    (state, { type, startAt }) => void (state.bullet = { scheme: type ?? '', startAt: integer(startAt) || 1 }),
  ],
  ['br', (state) => void state.pieces.push('\n')],
  ['t', (state) => void (state.isText = true)],
  ['r', beginRun],
  ['fld', beginRun],
  ['rPr', (state, { baseline }) => void (state.isRaised = integer(baseline) > 0)],
  ['sym', takeFont],
  ['latin', takeFont],
])

function integer(text: string | undefined): number {
  return Number.parseInt(text ?? '0', 10) || 0
}

function takeText({ pieces, isText, isRaised, font }: State, text: string): void {
  if (!isText) return
  const shown = text.replace(PRIVATE_SIGNS, (sign) => symbolCharacter(font, sign.charCodeAt(0).toString(16)) ?? sign)
  // A vertical tab is a line end inside the paragraph.
  const lines = shown.replace(/\v|_x000B_/g, '\n')
  pieces.push(isRaised ? raisedText(lines) : lines)
}

function endParagraph(state: State): void {
  const text = withoutPageMarks(state.pieces.join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  state.pieces = []
  if (text === '') return
  const { bullet, level, placeholder, blocks } = state
  const isInList = level > 0 || (placeholder !== null && LISTS.has(placeholder))
  const number = bullet !== null && typeof bullet === 'object' ? nextNumber(state, bullet) : ''
  if (number === '') state.numbers = state.numbers.slice(0, level)
  if (placeholder === 'title' || placeholder === 'ctrTitle') blocks.push({ kind: 'heading', level: 1, text })
  else if (bullet === null ? isInList : bullet !== 'none')
    blocks.push({ kind: 'list-item', level: level + 1, text: `${number}${text}` })
  else blocks.push({ kind: 'paragraph', level: 0, text })
}

function nextNumber(state: State, { scheme, startAt }: NumberedBullet): string {
  const { numbers, level } = state
  const number = (numbers[level] ?? startAt - 1) + 1
  // A level that was skipped has no number yet.
  state.numbers = Array.from({ length: level + 1 }, (_, at) => (at === level ? number : (numbers[at] ?? 0)))
  return `${numberText(number, scheme)} `
}

/** "arabicPeriod", "alphaLcParenBoth", "romanUcParenR": how it counts, and what stands around the number. */
function numberText(number: number, scheme: string): string {
  const upper = scheme.includes('Uc')
  const style: NumberStyle = scheme.startsWith('alpha')
    ? upper
      ? 'A'
      : 'a'
    : scheme.startsWith('roman')
      ? upper
        ? 'I'
        : 'i'
      : '1'
  const text = listNumber(number, style)
  if (scheme.endsWith('ParenBoth')) return `(${text})`
  if (scheme.endsWith('ParenR')) return `${text})`
  return scheme.endsWith('Plain') ? text : `${text}.`
}
