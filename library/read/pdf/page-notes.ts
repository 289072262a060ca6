import type { AnnotationRect, DocumentAnnotation, ParsedPage } from '@llamaindex/liteparse'
import type { FoundWord } from './align-words.ts'
import { addBoxed, type PageWriter } from './page-writer.ts'
import { wordsIn } from './pdf-words.ts'

/** How marks over words are named, and what else has a name of its own. */
const NAMES: Readonly<Record<string, string>> = { stamp: 'Stamp', fileattachment: 'Attached file' }
const MARKS: Readonly<Record<string, string>> = {
  highlight: 'Highlighted',
  strikeout: 'Struck out',
  underline: 'Underlined',
  squiggly: 'Underlined',
  redact: 'Marked for redaction',
}
/** Read elsewhere (text boxes, form fields), or without words of their own. A popup repeats the comment it belongs to. */
const NO_NOTES = new Set(['freetext', 'widget', 'popup', 'link'])

/**
 * What was laid over the page, as blocks of kind `note` at its end, boxed where it lies: comments with their author,
 * marked words with the words, stamps with their text.
 */
export function appendNotes(writer: PageWriter, page: ParsedPage): void {
  for (const annotation of page.annotations ?? []) {
    const { subtype, contents = '', title = '', rect } = annotation
    if (NO_NOTES.has(subtype)) continue
    const said = contents.trim()
    const mark = MARKS[subtype]
    const marked = mark === undefined ? '' : markedWords(annotation, writer.words)
    if (said === '' && marked === '') continue
    const author = title.trim() === '' ? '' : ` by ${title.trim()}`
    const label = `${mark ?? NAMES[subtype] ?? 'Comment'}${author}`
    const value = [marked === '' ? '' : `\u201C${marked}\u201D`, said].filter((part) => part !== '').join(' \u2013 ')
    addBoxed(writer, 'note', { label, value, box: rect })
  }
}

function markedWords(annotation: DocumentAnnotation, words: readonly FoundWord[]): string {
  const areas = annotation.quadpointRects.length > 0 ? annotation.quadpointRects : rectsOf(annotation.rect)
  const marked = areas.flatMap((area) => wordsIn(words, area))
  return [...new Set(marked)].map((index) => words[index]!.text).join(' ')
}

function rectsOf(rect: AnnotationRect | undefined): readonly AnnotationRect[] {
  return rect ? [rect] : []
}
