import { isSymbolFont } from '../symbol-character.ts'
import { symbolOf } from './rtf-encoding.ts'
import type { RtfWalk } from './rtf-group.ts'
import type { RtfStory } from './rtf-story.ts'

/** A form field begins in the instruction of a field; its result shows whether a box is ticked. */
export function openForm(walk: RtfWalk): void {
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

export function takeForm({ form }: RtfWalk, word: string, value: number | null): void {
  if (word === 'fftype') form.type = value ?? 0
  else if (word === 'ffres') form.result = value ?? NO_RESULT
  else if (word === 'ffdefres') form.byDefault = value ?? 0
}

/** Old files write a sign as a field ("SYMBOL 183 \f "Symbol"") whose result is empty. */
export function takeInstruction(walk: RtfWalk, story: RtfStory, instruction: string): void {
  const [, code, font] = /^SYMBOL\s+(\d+)(?:.*\\f\s*"([^"]*)")?/i.exec(instruction) ?? []
  if (code === undefined || walk.group.isHidden) return
  const isSign = isSymbolFont(font ?? '')
  story.text(isSign ? symbolOf(font!, Number(code)) : String.fromCharCode(Number(code)), false)
}
