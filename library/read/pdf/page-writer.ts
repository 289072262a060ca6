import type { Rect } from '@llamaindex/liteparse'
import { type ReadBlock, withoutPageMarks } from '../read-page.ts'
import type { FoundWord, WordAligner } from './align-words.ts'

/** The text of a page while it grows, with its words and blocks. */
export type PageWriter = {
  text: string
  readonly starts: number[]
  readonly ends: number[]
  readonly boxes: number[]
  readonly blocks: ReadBlock[]
  readonly words: readonly FoundWord[]
  readonly aligner: WordAligner
}

/** Adds a block of what `write` writes; nothing when that is nothing. */
export function addBlock(writer: PageWriter, kind: ReadBlock['kind'], level: number, write: () => void): void {
  const last = writer.blocks.at(-1)
  const before = writer.text
  if (last) writer.text += last.kind === 'list-item' && kind === 'list-item' ? '\n' : '\n\n'
  const start = writer.text.length
  writer.aligner.restart()
  write()
  writer.text = writer.text.trimEnd()
  if (writer.text.length > start) writer.blocks.push({ start, end: writer.text.length, kind, level })
  else writer.text = before
}

export function addWord(writer: PageWriter, start: number, end: number, index: number): void {
  const word = writer.words[index]!
  writer.starts.push(start)
  writer.ends.push(end)
  writer.boxes.push(word.x, word.y, word.width, word.height)
}

/** A block of a label and a value that is not in the text layer; the value is boxed as one word. */
export function addBoxed(
  writer: PageWriter,
  kind: ReadBlock['kind'],
  { label, value, box }: { readonly label: string; readonly value: string; readonly box: Rect | undefined },
): void {
  addBlock(writer, kind, 0, () => {
    const shown = withoutPageMarks(value).trim()
    writer.text += label === '' ? '' : `${withoutPageMarks(label)}: `
    const start = writer.text.length
    writer.text += shown
    if (!box || shown === '') return
    writer.starts.push(start)
    writer.ends.push(writer.text.length)
    writer.boxes.push(box.x, box.y, box.width, box.height)
  })
}
