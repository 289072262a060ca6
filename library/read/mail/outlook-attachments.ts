import type { AttachmentData, FieldsData } from '@kenjiuno/msgreader'
import type { MailAttachment } from './mail-attachment.ts'
import { type ReadWarning, warning } from '../read-warning.ts'

type FileReader = { getAttachment(attachment: FieldsData): AttachmentData }

/** The files of a message of Outlook, messages among them; one that is damaged costs only itself. */
export function outlookAttachments(
  reader: FileReader,
  fields: FieldsData,
): { readonly files: readonly MailAttachment[]; readonly warnings: readonly ReadWarning[] } {
  const files: MailAttachment[] = []
  const warnings: ReadWarning[] = []
  for (const one of fields.attachments ?? []) {
    const name = one.fileName || one.fileNameShort || one.name
    try {
      files.push(attachmentOf(reader, one, name))
    } catch {
      warnings.push(
        warning(
          'left-out',
          `The attachment ${name ? `“${name}”` : 'without a name'} could not be taken out of the message.`,
        ),
      )
    }
  }
  return { files, warnings }
}

function attachmentOf(reader: FileReader, one: FieldsData, name: string | undefined): MailAttachment {
  const { content } = reader.getAttachment(one)
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length)
  if (one.innerMsgContent) {
    const subject = (one.innerMsgContentFields?.subject ?? one.name ?? '').replace(/[/\\]/g, '-')
    const given = subject === '' ? undefined : `${subject}.msg`
    return { name: given, fallback: 'message.msg', bytes, contentId: undefined, isPicture: false }
  }
  const isPicture = /^image\//i.test(one.attachMimeTag ?? '') || /\.(png|jpe?g|gif|bmp)$/i.test(name ?? '')
  return { name, fallback: `attachment${one.extension ?? '.bin'}`, bytes, contentId: one.pidContentId, isPicture }
}
