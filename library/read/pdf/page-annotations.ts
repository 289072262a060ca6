import type { AnnotationRect, DocumentAnnotation, FormField, ParsedPage } from '@llamaindex/liteparse'
import { withoutPageMarks } from '../read-page.ts'
import type { FoundWord } from './word-aligner.ts'
import { addBoxed, type PageWriter } from './page-blocks.ts'
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

/** Bit 14 of a text field's flags: its value is a password (ISO 32000-1 table 228). */
const PASSWORD_FIELD = 1 << 13
const CHECKED = '\u2612'

/** What programs call a ticked box or the n-th choice when the author gave it no name. */
const NAMELESS = { checkbox: /^(on|yes|\d+)?$/i, radio: /^(on|\d+)?$/i }

/**
 * What was filled into form fields, and text boxes laid over the page: shown on the page, but not in its text layer
 * (none of 12 filled values of the test forms was). "Name of the field: value", boxed where the field is.
 */
export function appendFilledIn(writer: PageWriter, page: ParsedPage): void {
  // Some programs write the values into the page too, with other line ends.
  const shown = withoutSpace(writer.text)
  for (const field of page.formFields ?? []) {
    const label = field.alternateName || field.name || ''
    const value = filledValue(field, label)
    const isShown = !value.startsWith(CHECKED) && shown.includes(withoutSpace(value))
    if (value !== '' && !isShown) addBoxed(writer, 'other', { label, value, box: field.rect })
  }
  const boxes = (page.annotations ?? []).filter(({ subtype }) => subtype === 'freetext')
  for (const { contents = '', rect } of boxes)
    if (contents.trim() !== '') addBoxed(writer, 'other', { label: '', value: contents, box: rect })
}

function filledValue(field: FormField, label: string): string {
  const { type, value = '', exportValue = '', checked, fieldFlags, selectedOptions } = field
  if (type === 'checkbox' || type === 'radio') {
    if (!checked) return ''
    return exportValue === label || NAMELESS[type].test(exportValue) ? CHECKED : `${CHECKED} ${exportValue}`
  }
  if (selectedOptions.length > 0) return selectedOptions.join(', ')
  return (fieldFlags & PASSWORD_FIELD) === 0 ? withoutPageMarks(value).replaceAll(/\r\n?/g, '\n').trim() : ''
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '')
}
