import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { damagedFailure } from '../read-failure.ts'
import { wholeDocument, withoutPageMarks } from '../read-page.ts'
import { attachedPieces, createAttachedNames, type FormatRead, type ReadItem, type ReadSource } from '../read-source.ts'
import { distinctWarnings, warning } from '../read-warning.ts'
import { keptAttachments, mailAttachedPieces } from './mail-attachment.ts'
import { mailBody, throwIfEncrypted } from './mail-body.ts'
import { addressField, headFields, type MailHeader, type MimePart, parseMime, textField } from './mime-part.ts'
import { type MailField, mailPage } from './mail-text.ts'
import { messageAt, messageStarts } from './mailbox-messages.ts'

/**
 * An e-mail message (RFC 5322 and MIME): header, text, and the files in it as documents of their own, messages among them.
 * Throws `ReadFailedError` past the limits, and where it is encrypted.
 */
export async function* readMail({
  bytes,
  limits,
  signal,
}: Pick<ReadSource, 'bytes' | 'limits' | 'signal'>): AsyncGenerator<ReadItem, FormatRead, void> {
  const root = await parseMime(bytes, limits)
  signal.throwIfAborted()
  const body = await mailBody(root, limits)
  throwIfEncrypted(body)
  const { kept, warnings } = keptAttachments(body.attachments, body.shown)
  yield mailPage(textField(root.headers, 'subject'), mailFields(root.headers), body.texts)
  yield* mailAttachedPieces(kept)
  const all = [
    ...wholenessWarnings(root, bytes),
    ...body.texts.flatMap((text) => text.warnings),
    ...body.warnings,
    ...(body.isEncrypted ? [warning('not-read', message('reading.mail.encrypted'))] : []),
    ...warnings,
  ]
  return { pages: 1, warnings: distinctWarnings(all) }
}

/** Who sent it to whom and when. Dates stay as they were sent, with the sender's time zone. */
export function mailFields(headers: readonly MailHeader[]): readonly MailField[] {
  const from = addressField(headers, 'from')
  const other = (key: string) => {
    const value = addressField(headers, key)
    return value === from ? '' : value
  }
  return [
    ['From', from],
    ['Sender', other('sender')],
    ['Reply-To', other('reply-to')],
    ['To', addressField(headers, 'to')],
    ['Cc', addressField(headers, 'cc')],
    ['Bcc', addressField(headers, 'bcc')],
    ['Date', textField(headers, 'date')],
  ]
}

function wholenessWarnings(root: MimePart, bytes: Buffer): readonly Notice[] {
  const warnings: Notice[] = []
  if (!root.headers.some(({ key }) => key === 'from'))
    warnings.push(warning('damaged', message('reading.mail.noSender')))
  const { boundary } = root.parameters
  const isMultipart = root.type.startsWith('multipart/')
  if (isMultipart && (!boundary || bytes.lastIndexOf(`--${boundary}--`) < 0))
    warnings.push(warning('damaged', message('reading.mail.breaksOff')))
  return warnings
}

const LONGEST_SUBJECT = 100

/** A mailbox (MBOX): a list of its messages, each of which is a document of its own. */
export async function* readMailbox({ bytes, limits, signal }: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  const starts = messageStarts(bytes)
  if (starts.length === 0) throw damagedFailure(message('unread.damage.noMessage'))
  const taken = starts.slice(0, limits.mailboxMessages)
  const bytesOf = (index: number) => messageAt(bytes, taken[index]!, starts[index + 1] ?? bytes.length)
  const heads = taken.map((_, index) => headFields(bytesOf(index)))
  yield listPage(heads)
  const nameOf = createAttachedNames()
  for (const [index, head] of heads.entries()) {
    signal.throwIfAborted()
    yield* attachedPieces(nameOf(messageName(head, index), 'message.eml'), bytesOf(index))
  }
  const left = starts.length - taken.length
  if (left === 0) return { pages: 1, warnings: [] }
  const leftOut = warning(
    'left-out',
    message('reading.mail.tooMany', { count: starts.length, taken: taken.length, left }),
  )
  return { pages: 1, warnings: [leftOut] }
}

function messageName(head: readonly MailHeader[], index: number): string {
  const number = numberText(index)
  const date = new Date(textField(head, 'date'))
  const day = Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 10)} `
  const subject = textField(head, 'subject').replace(/[/\\]/g, '-').slice(0, LONGEST_SUBJECT).trim()
  return `${number} ${day}${subject === '' ? 'message' : subject}.eml`
}

function numberText(index: number): string {
  return String(index + 1).padStart(4, '0')
}

function listPage(heads: readonly (readonly MailHeader[])[]) {
  const rows = heads.map((head, index) =>
    [numberText(index), textField(head, 'date'), addressField(head, 'from'), textField(head, 'subject')].join('\t'),
  )
  const text = withoutPageMarks(['Number\tDate\tFrom\tSubject', ...rows].join('\n')).toWellFormed()
  return wholeDocument(text, [{ start: 0, end: text.length, kind: 'table', level: 1 }], 'noMessages')
}
