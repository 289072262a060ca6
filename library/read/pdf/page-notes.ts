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
    const value = NO_NOTES.has(annotation.subtype) ? '' : valueOf(annotation, writer.words)
    if (value !== '') addBoxed(writer, 'note', { label: labelOf(annotation), value, box: annotation.rect })
  }
}

function labelOf({ subtype, title = '' }: DocumentAnnotation): string {
  const author = title.trim()
  return `${MARKS[subtype] ?? NAMES[subtype] ?? 'Comment'}${author === '' ? '' : ` by ${author}`}`
}

function valueOf(annotation: DocumentAnnotation, words: readonly FoundWord[]): string {
  const marked = MARKS[annotation.subtype] === undefined ? '' : markedWords(annotation, words)
  const said = (annotation.contents ?? '').trim()
  return [marked === '' ? '' : `\u201C${marked}\u201D`, said].filter((part) => part !== '').join(' \u2013 ')
}

function markedWords(annotation: DocumentAnnotation, words: readonly FoundWord[]): string {
  const areas = annotation.quadpointRects.length > 0 ? annotation.quadpointRects : rectsOf(annotation.rect)
  const marked = areas.flatMap((area) => wordsIn(words, area))
  return [...new Set(marked)].map((index) => words[index]!.text).join(' ')
}

function rectsOf(rect: AnnotationRect | undefined): readonly AnnotationRect[] {
  return rect ? [rect] : []
}
