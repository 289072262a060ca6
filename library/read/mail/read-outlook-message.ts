import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { decompressRTF } from '@kenjiuno/decompressrtf'
import MsgReaderModule, { type AttachmentData, type FieldsData } from '@kenjiuno/msgreader'
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
  type MailField,
  mailPage,
  type MailText,
  plainMailText,
} from './mail-text.ts'
import { keptAttachments, mailAttachedPieces, type MailAttachment } from './mail-attachment.ts'
import { mailBody, type MailBody, shownPictures, throwIfEncrypted } from './mail-body.ts'
import { addressField, headFields, parseMime, textField } from './mime-part.ts'

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

/** Who sent a message of Outlook to whom and when, as it stands in its properties, or in the header it came with. */
function outlookFields(fields: FieldsData): readonly MailField[] {
  const headers = fields.headers ? headFields(Buffer.from(fields.headers, 'utf8')) : []
  const recipients = (kind: string, key: string) => {
    const people = (fields.recipients ?? []).filter(({ recipType }) => (recipType ?? 'to') === kind)
    return people.length > 0 ? people.map(personText).join(', ') : addressField(headers, key)
  }
  // Inside an organisation the properties may have no address where the header has one.
  const own = senderText(fields)
  const from = own.includes('@') ? own : addressField(headers, 'from') || own
  const replyTo = addressField(headers, 'reply-to')
  return [
    ['From', from],
    ['Reply-To', replyTo === from ? '' : replyTo],
    ['To', recipients('to', 'to')],
    ['Cc', recipients('cc', 'cc')],
    ['Bcc', recipients('bcc', 'bcc')],
    ['Date', textField(headers, 'date') || (fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '')],
    ...itemFields(fields),
  ]
}

function senderText(fields: FieldsData): string {
  const { senderName: name = '', senderEmail, senderSmtpAddress, sentRepresentingSmtpAddress } = fields
  // Inside an organisation the address is a path of its directory.
  const address = [senderSmtpAddress, sentRepresentingSmtpAddress, senderEmail].find((one) => one?.includes('@')) ?? ''
  return named(name, address)
}

function personText({ name = '', email, smtpAddress }: FieldsData): string {
  return named(name, [smtpAddress, email].find((one) => one?.includes('@')) ?? '')
}

function named(name: string, address: string): string {
  const clean = name.replace(/^'(.*)'$/, '$1').trim()
  if (address === '' || clean === '' || clean.toLowerCase() === address.toLowerCase()) return address || clean
  return `${clean} <${address}>`
}

/** What appointments, tasks and contacts have beside a text. */
function itemFields(fields: FieldsData): readonly MailField[] {
  const kind = fields.messageClass?.toLowerCase() ?? ''
  if (kind.startsWith('ipm.contact')) return contactFields(fields)
  if (kind.startsWith('ipm.task')) return taskFields(fields)
  return [
    ['Start', fields.apptStartWhole],
    ['End', fields.apptEndWhole],
    ['Time zone', fields.timeZoneDesc],
    ['Place', fields.apptLocation],
    ['Earlier place', fields.apptOldLocation === fields.apptLocation ? undefined : fields.apptOldLocation],
    ['Voting options', fields.votingOptions],
    ['Vote', fields.votingResponse],
  ]
}

function contactFields(fields: FieldsData): readonly MailField[] {
  return [
    [
      'Name',
      [fields.displayNamePrefix, fields.givenName, fields.middleName, fields.surname, fields.generation]
        .filter(Boolean)
        .join(' '),
    ],
    ['Company', fields.companyName],
    ['Department', fields.departmentName],
    ['Title', fields.title],
    ['E-mail', fields.email1EmailAddress],
    ['Business phone', fields.businessTelephoneNumber],
    ['Home phone', fields.homeTelephoneNumber],
    ['Mobile phone', fields.mobileTelephoneNumber],
    ['Business fax', fields.businessFaxNumber],
    ['Address', oneLine(fields.postalAddress)],
    ['Business address', oneLine(fields.workAddress)],
    ['Web page', fields.businessHomePage],
  ]
}

/** Named properties of PSETID_Task that the parser has no names for. */
const TASK_SET = '00062003-0000-0000-c000-000000000046'
const TASK_LABELS: readonly (readonly [lid: string, label: string])[] = [
  ['00008104', 'Start'],
  ['00008105', 'Due'],
  ['0000810f', 'Completed'],
  ['0000811f', 'Owner'],
  ['00008121', 'Assigned by'],
]

function taskFields(fields: FieldsData): readonly MailField[] {
  return TASK_LABELS.map(([lid, label]): MailField => {
    const property = fields.rawProps?.find(
      ({ propertySet, propertyLid }) => propertySet === TASK_SET && propertyLid?.toLowerCase() === lid,
    )
    return [label, typeof property?.value === 'string' ? property.value : '']
  })
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s*\r?\n\s*/g, ', ').trim()
}
