import type { FormatRead, ReadItem, ReadSource } from '../read-source.ts'
import { keptAttachments, mailAttachedPieces } from './mail-attachment.ts'
import { mailBody, throwIfEncrypted } from './mail-body.ts'
import { addressField, type MailHeader, textField } from './mail-headers.ts'
import { type MailField, mailPage } from './mail-page.ts'
import { type MimePart, parseMime } from './mime-part.ts'
import { distinctWarnings } from '../distinct-warnings.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

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
    ...(body.isEncrypted ? [warning('not-read', 'A part of the message is encrypted and was not read.')] : []),
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

function wholenessWarnings(root: MimePart, bytes: Buffer): readonly ReadWarning[] {
  const warnings: ReadWarning[] = []
  if (!root.headers.some(({ key }) => key === 'from'))
    warnings.push(warning('damaged', 'The message names no sender; its header may be missing or damaged.'))
  const { boundary } = root.parameters
  const isMultipart = root.type.startsWith('multipart/')
  if (isMultipart && (!boundary || bytes.lastIndexOf(`--${boundary}--`) < 0))
    warnings.push(warning('damaged', 'The message breaks off before its end; its last part may be incomplete.'))
  return warnings
}
