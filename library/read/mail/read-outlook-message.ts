import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { decompressRTF } from '@kenjiuno/decompressrtf'
import MsgReaderModule from '@kenjiuno/msgreader'
import type { AttachmentData, FieldsData } from '@kenjiuno/msgreader'
import { checkOle } from '../archive/ole-gate.ts'
import { damagedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import type { FormatRead, ReadItem, ReadSource } from '../read-source.ts'
import { distinctWarnings, warning } from '../read-warning.ts'
import { rtfText } from '../rtf/read-rtf.ts'
import {
  chooseAlternative,
  type ChosenText,
  htmlPartText,
  mailPage,
  type MailText,
  plainMailText,
} from './mail-text.ts'
import { keptAttachments, mailAttachedPieces, type MailAttachment } from './mail-attachment.ts'
import { mailBody, type MailBody, shownPictures, throwIfEncrypted } from './mail-body.ts'
import { parseMime } from './mime-part.ts'
import { outlookFields } from './outlook-fields.ts'

// The package is CommonJS: what Node gives as its default is the module.
const MsgReader = ((MsgReaderModule as unknown as { default?: typeof MsgReaderModule }).default ??
  MsgReaderModule) as typeof MsgReaderModule

type Opened = { readonly reader: InstanceType<typeof MsgReader>; readonly fields: FieldsData }

/**
 * A message of Outlook (.msg) in the same shape as any other; appointments, tasks and contacts with their own fields.
 * Throws `ReadFailedError`.
 */
export async function* readOutlookMessage({
  bytes,
  limits,
  signal,
}: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  checkOle(bytes)
  const opened = openMessage(bytes)
  signal.throwIfAborted()
  const body = await outlookBody(opened, limits)
  throwIfEncrypted(body)
  const { kept, warnings } = keptAttachments(body.attachments, body.shown)
  yield mailPage(opened.fields.subject ?? '', outlookFields(opened.fields), body.texts)
  yield* mailAttachedPieces(kept)
  const all = [...body.texts.flatMap((text) => text.warnings), ...body.warnings, ...warnings]
  return { pages: 1, warnings: distinctWarnings(all) }
}

function openMessage(bytes: Buffer): Opened {
  try {
    const first = parse(bytes, undefined)
    // Texts in a code page can be read only once the message has said which.
    const codePage = first.fields.messageCodepage ?? first.fields.internetCodepage
    return codePage ? parse(bytes, codePage === 65_001 ? 'utf8' : String(codePage)) : first
  } catch (error) {
    throw damagedFailure(message('unread.damage.outlook'), error)
  }
}

function parse(bytes: Buffer, ansiEncoding: string | undefined): Opened {
  const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length))
  reader.parserConfig = { includeRawProps: true, ...(ansiEncoding ? { ansiEncoding } : {}) }
  const fields = reader.getFileData()
  if (fields.error) throw new Error(fields.error)
  return { reader, fields }
}

async function outlookBody({ reader, fields }: Opened, limits: ReadLimits): Promise<MailBody> {
  const { files, warnings } = outlookAttachments(reader, fields)
  if (/^ipm\.note\.smime/i.test(fields.messageClass ?? '') && files[0]) return wrappedBody(files[0], fields, limits)
  const isEncrypted = fields.attachments?.some(({ attachMimeTag }) => attachMimeTag === 'application/pgp-encrypted')
  if (isEncrypted) return { texts: [], attachments: [], shown: new Set(), warnings: [], isEncrypted }
  const html = htmlOf(fields)
  const chosen = chooseText(fields, html, limits)
  return {
    texts: chosen.texts.length > 0 ? chosen.texts : rtfOnly(fields, limits),
    attachments: files,
    shown: html ? shownPictures(html.toString('latin1')) : new Set(),
    warnings: [...warnings, ...chosen.warnings],
    isEncrypted: false,
  }
}

function chooseText(fields: FieldsData, html: Buffer | undefined, limits: ReadLimits): ChosenText {
  const formatted = html ? htmlPartText(html, codePageName(fields.internetCodepage), limits) : undefined
  const plain = plainMailText(fields.body ?? '')
  if (!formatted?.text) return { texts: plain.text === '' ? [] : [plain], warnings: [] }
  return plain.text === '' ? { texts: [formatted], warnings: [] } : chooseAlternative(plain, formatted)
}

/** Signed and encrypted messages lie whole in their only attachment. */
async function wrappedBody(file: MailAttachment, fields: FieldsData, limits: ReadLimits): Promise<MailBody> {
  const isClear = /multipartsigned/i.test(fields.messageClass ?? '')
  const head = isClear ? '' : 'Content-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: binary\r\n\r\n'
  return mailBody(await parseMime(Buffer.concat([Buffer.from(head), file.bytes]), limits), limits)
}

function htmlOf({ html, bodyHtml }: FieldsData): Buffer | undefined {
  if (html && html.length > 0) return Buffer.from(html.buffer, html.byteOffset, html.length)
  return bodyHtml ? Buffer.from(`\uFEFF${bodyHtml}`, 'utf8') : undefined
}

function codePageName(codePage: number | undefined): string | undefined {
  if (!codePage) return undefined
  return codePage === 65_001 ? 'utf-8' : `cp${codePage}`
}

/** A text that the message has only as RTF, which may hold the web page that it was. */
function rtfOnly({ compressedRtf }: FieldsData, limits: ReadLimits): readonly MailText[] {
  if (!compressedRtf || compressedRtf.length === 0) return []
  const read = rtfText(outlookRtf(compressedRtf), limits)
  return read.text === '' ? [] : [{ ...read, kind: 'html' }]
}

type FileReader = { getAttachment(attachment: FieldsData): AttachmentData }

/** The files of a message of Outlook, messages among them; one that is damaged costs only itself. */
function outlookAttachments(
  reader: FileReader,
  fields: FieldsData,
): { readonly files: readonly MailAttachment[]; readonly warnings: readonly Notice[] } {
  const files: MailAttachment[] = []
  const warnings: Notice[] = []
  for (const one of fields.attachments ?? []) {
    const name = one.fileName || one.fileNameShort || one.name
    try {
      files.push(attachmentOf(reader, one, name))
    } catch {
      warnings.push(
        warning(
          'left-out',
          name ? message('reading.mail.attachment', { name }) : message('reading.mail.namelessAttachment'),
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

const HEAD_BYTES = 16

/** A pair of bytes repeats up to 17, and each eight pairs have one byte of flags. */
const LARGEST_RATIO = 9

/** The decoder works on arrays of numbers. */
const LARGEST_BYTES = 20_000_000

/** The RTF of an Outlook message. Throws `ReadFailedError` where its sizes are no sizes of such a text. */
function outlookRtf(compressed: Uint8Array): Buffer {
  const bytes = Buffer.from(compressed.buffer, compressed.byteOffset, compressed.length)
  // The decoder runs to the sizes that the text claims.
  const isSound =
    bytes.length >= HEAD_BYTES &&
    bytes.length <= LARGEST_BYTES &&
    bytes.readUInt32LE(0) <= bytes.length - 4 &&
    bytes.readUInt32LE(4) <= bytes.length * LARGEST_RATIO
  if (!isSound) throw damagedFailure(message('unread.damage.formattedText'))
  try {
    return Buffer.from(decompressRTF([...bytes]))
  } catch (error) {
    throw damagedFailure(message('unread.damage.formattedText'), error)
  }
}
