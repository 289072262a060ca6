import type { FormField, ParsedPage } from '@llamaindex/liteparse'
import { withoutPageMarks } from '../read-page.ts'
import { addBoxed, type PageWriter } from './page-writer.ts'

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
