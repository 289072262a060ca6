import { type ReadPage, wholeDocument } from '../read-page.ts'
import { joinTexts, type MailText, plainMailText } from './mail-text.ts'

/** A field of the header as it is shown; without a value it is left out. */
export type MailField = readonly [label: string, value: string | undefined]

/**
 * A message as one page: its subject as a heading, who and when, then the texts. The same for every format of messages.
 */
export function mailPage(subject: string, fields: readonly MailField[], texts: readonly MailText[]): ReadPage {
  const { text, blocks } = joinTexts([headingText(subject), fieldsText(fields), ...texts])
  return wholeDocument(text, blocks, 'the message has neither header nor text')
}

function headingText(subject: string): MailText {
  const { text } = plainMailText(subject, 'added')
  return { text, blocks: [{ start: 0, end: text.length, kind: 'heading', level: 1 }], kind: 'added', warnings: [] }
}

/** One line each. No quotation is looked for: the lines are what the head of an earlier message looks like. */
function fieldsText(fields: readonly MailField[]): MailText {
  const lines = fields.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)
  const { text } = plainMailText(lines.join('\n'), 'added')
  return { text, blocks: [{ start: 0, end: text.length, kind: 'paragraph', level: 0 }], kind: 'added', warnings: [] }
}
