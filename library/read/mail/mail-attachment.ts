import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { type AttachedPiece, attachedPieces, createAttachedNames } from '../read-source.ts'
import { headFields, type MimePart, textField } from './mime-part.ts'
import { warning } from '../read-warning.ts'

export type MailAttachment = {
  /** As the message names it. */
  readonly name: string | undefined
  readonly fallback: string
  readonly bytes: Buffer
  /** A picture that the formatted text shows in place has the id by which it does. */
  readonly contentId: string | undefined
  readonly isPicture: boolean
}

/** Pictures that a text shows in place are logos and lines below this size, and scans or photographs above. */
const SMALL_PICTURE_BYTES = 20_000

/** A message inside the message, named by its subject. */
export function messageAttachment(part: MimePart): MailAttachment {
  const subject = textField(headFields(part.content), 'subject')
  const name = part.fileName ?? (subject === '' ? undefined : `${subject.replace(/[/\\]/g, '-')}.eml`)
  return { name, fallback: 'message.eml', bytes: part.content, contentId: undefined, isPicture: false }
}

export function fileAttachment(part: MimePart): MailAttachment {
  return {
    name: part.fileName,
    fallback: `attachment.${endingOf(part.type)}`,
    bytes: part.content,
    contentId: part.contentId,
    isPicture: part.type.startsWith('image/'),
  }
}

function endingOf(type: string): string {
  const subtype = type.slice(type.indexOf('/') + 1)
  const known: Readonly<Record<string, string>> = { plain: 'txt', jpeg: 'jpg', calendar: 'ics', tiff: 'tif' }
  return known[subtype] ?? (/^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin')
}

/** Files that hold something else than themselves. */
export function fileWarnings(part: MimePart): readonly Notice[] {
  if (/^application\/(vnd\.)?ms-tnef$/.test(part.type)) return [warning('not-read', message('reading.mail.packed'))]
  if (part.type === 'message/external-body') return [warning('not-read', message('reading.mail.elsewhere'))]
  if (part.type === 'message/partial') return [warning('damaged', message('reading.mail.inParts'))]
  return []
}

/** Without the small pictures that the text shows in place; they are counted. */
export function keptAttachments(
  attachments: readonly MailAttachment[],
  shown: ReadonlySet<string>,
): { readonly kept: readonly MailAttachment[]; readonly warnings: readonly Notice[] } {
  const kept = attachments.filter(
    ({ isPicture, contentId, bytes }) =>
      !isPicture || contentId === undefined || !shown.has(contentId) || bytes.length >= SMALL_PICTURE_BYTES,
  )
  const small = attachments.length - kept.length
  if (small === 0) return { kept, warnings: [] }
  const leftOut = warning('left-out', message('reading.mail.smallPictures', { count: small }))
  return { kept, warnings: [leftOut] }
}

/** The files in pieces, each under a name of its own. A path in a name is the sender's; only its end counts. */
export function* mailAttachedPieces(attachments: readonly MailAttachment[]): Generator<AttachedPiece> {
  const nameOf = createAttachedNames()
  for (const { name, fallback, bytes } of attachments)
    yield* attachedPieces(nameOf(name?.split(/[/\\]/).at(-1), fallback), bytes)
}
