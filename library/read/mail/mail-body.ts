import { message } from '../../../wording/message.ts'
import type { Notice } from '../../../contract/document.ts'
import { ReadFailedError, unsupportedFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { warning } from '../read-warning.ts'
import { calendarText } from './calendar-text.ts'
import {
  chooseAlternative,
  decodeMailText,
  htmlPartText,
  joinTexts,
  type MailText,
  plainMailText,
  plainPartText,
} from './mail-text.ts'
import { fileAttachment, fileWarnings, type MailAttachment, messageAttachment } from './mail-attachment.ts'
import { type MimePart, parseMime } from './mime-part.ts'

/** What a message holds: its texts in order, the files in it, and what is to be told of it. */
export type MailBody = {
  readonly texts: readonly MailText[]
  readonly attachments: readonly MailAttachment[]
  /** Ids of the pictures that its formatted texts show, whether or not those texts were taken. */
  readonly shown: ReadonlySet<string>
  readonly warnings: readonly Notice[]
  readonly isEncrypted: boolean
}

const EMPTY: MailBody = { texts: [], attachments: [], shown: new Set(), warnings: [], isEncrypted: false }
const SIGNATURE = /^application\/(pgp-signature|(x-)?pkcs7-signature)$/
const CMS = /^application\/(x-)?pkcs7-mime$/
const MESSAGE = /^message\/(rfc822|global)$/
const REPORT = /^(message\/(delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers)$/

/** Second forms of a formatted text, for special programs. */
const OTHER_FORM = /^text\/(x-amp-html|watch-html)$/

const SIGNED = warning('signature', message('reading.mail.signed'))

/** Sorts the parts of a message into text and files. Throws `ReadFailedError` past the limits. */
export async function mailBody(part: MimePart, limits: ReadLimits): Promise<MailBody> {
  if (part.parts.length === 0) return leafBody(part, limits)
  if (part.type === 'multipart/encrypted') return { ...EMPTY, isEncrypted: true }
  if (part.type === 'multipart/alternative') return alternativeBody(part, limits)
  const bodies: MailBody[] = part.type === 'multipart/signed' ? [{ ...EMPTY, warnings: [SIGNED] }] : []
  for (const child of part.parts) bodies.push(await mailBody(child, limits))
  return joined(bodies)
}

function joined(bodies: readonly MailBody[]): MailBody {
  return {
    texts: bodies.flatMap(({ texts }) => texts),
    attachments: bodies.flatMap(({ attachments }) => attachments),
    shown: new Set(bodies.flatMap(({ shown }) => [...shown])),
    warnings: bodies.flatMap(({ warnings }) => warnings),
    isEncrypted: bodies.some(({ isEncrypted }) => isEncrypted),
  }
}

/** Of the same text in two forms one is taken; calendars and files beside it are all kept. */
async function alternativeBody(part: MimePart, limits: ReadLimits): Promise<MailBody> {
  const bodies: MailBody[] = []
  const failures: ReadFailedError[] = []
  for (const child of part.parts.filter(({ type }) => !OTHER_FORM.test(type))) {
    try {
      bodies.push(await mailBody(child, limits))
    } catch (error) {
      if (!(error instanceof ReadFailedError)) throw error
      failures.push(error)
    }
  }
  const all = joined(bodies)
  // Another form of the text that failed is in the place of this one only when there is text at all.
  if (failures[0] && all.texts.length === 0) throw failures[0]
  const failed = failures.map(({ failure }) =>
    warning('not-read', message('reading.mail.formNotRead', { failure: failure.message })),
  )
  const plain = merged(all.texts.filter(({ kind }) => kind === 'plain'))
  const html = merged(all.texts.filter(({ kind }) => kind === 'html'))
  const added = all.texts.filter(({ kind }) => kind === 'added')
  const { texts, warnings } =
    plain && html
      ? chooseAlternative(plain, html)
      : { texts: all.texts.filter(({ kind }) => kind !== 'added'), warnings: [] }
  return { ...all, texts: [...texts, ...added], warnings: [...all.warnings, ...failed, ...warnings] }
}

function merged(texts: readonly MailText[]): MailText | undefined {
  const filled = texts.filter(({ text }) => text.trim() !== '')
  return filled.length > 0 ? joinTexts(filled) : undefined
}

async function leafBody(part: MimePart, limits: ReadLimits): Promise<MailBody> {
  const { type, content, parameters } = part
  if (SIGNATURE.test(type)) return EMPTY
  if (CMS.test(type)) return cmsBody(part, limits)
  if (MESSAGE.test(type)) return { ...EMPTY, attachments: [messageAttachment(part)] }
  if (type === 'text/calendar') return calendarBody(part)
  if (REPORT.test(type)) return { ...EMPTY, texts: [{ ...plainPartText(content, parameters, limits), kind: 'added' }] }
  if (part.disposition === 'attachment' || part.fileName !== undefined) return fileBody(part)
  return textBody(part, limits) ?? fileBody(part)
}

/** Also the content of a message whose parts were never parted, or whose type is none. */
function textBody({ type, content, parameters }: MimePart, limits: ReadLimits): MailBody | undefined {
  if (type === 'text/html') {
    const text = htmlPartText(content, parameters.charset, limits)
    return { ...EMPTY, texts: [text], shown: shownPictures(content.toString('latin1')) }
  }
  const isPlain = type === 'text/plain' || type.startsWith('multipart/') || !type.includes('/')
  return isPlain ? { ...EMPTY, texts: [plainPartText(content, parameters, limits)] } : undefined
}

function fileBody(part: MimePart): MailBody {
  return { ...EMPTY, attachments: [fileAttachment(part)], warnings: fileWarnings(part) }
}

async function cmsBody(part: MimePart, limits: ReadLimits): Promise<MailBody> {
  const inside = opaqueSignedContent(part.content)
  if (!inside) return { ...EMPTY, isEncrypted: true }
  return joined([{ ...EMPTY, warnings: [SIGNED] }, await mailBody(await parseMime(inside, limits), limits)])
}

function calendarBody(part: MimePart): MailBody {
  const text = calendarText(decodeMailText(part.content, part.parameters.charset ?? 'utf-8').text)
  return text === ''
    ? { ...EMPTY, attachments: [fileAttachment(part)] }
    : { ...EMPTY, texts: [plainMailText(text, 'added')] }
}

/** Ids of the pictures that HTML shows from within the message. */
export function shownPictures(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/cid:([^"'\s<>)]{1,300})/gi)].map(([, id]) => safeDecode(id!)))
}

function safeDecode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

/** Throws where nothing can be read of an encrypted message. */
export function throwIfEncrypted({ texts, isEncrypted }: MailBody): void {
  const own = texts.map(({ text }) =>
    text.replace(/-----BEGIN PGP MESSAGE-----[\s\S]*?(-----END PGP MESSAGE-----|$)/g, ''),
  )
  const isInline = texts.some(({ text }, index) => text !== own[index])
  if ((isEncrypted || isInline) && own.join('').trim() === '')
    throw unsupportedFailure('encryptedMail', message('unread.advice.openInMail'))
}

/** How deep the content lies: ContentInfo, SignedData, EncapsulatedContentInfo, and a string in pieces. */
const DEEPEST = 12

/** 1.2.840.113549.1.7.2, signedData. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')

/** 1.2.840.113549.1.7.1, data. */
const DATA = Buffer.from('06092a864886f70d010701', 'hex')
const OCTETS = 0x04
const OCTETS_IN_PIECES = 0x24

type Element = { readonly tag: number; readonly start: number; readonly end: number }

/**
 * The message inside an S/MIME part that is signed and not encrypted (CMS SignedData, RFC 5652): signature and certificates
 * are passed over, nothing is verified. Undefined where it is encrypted or no such part.
 */
function opaqueSignedContent(cms: Buffer): Buffer | undefined {
  if (cms.subarray(0, 40).indexOf(SIGNED_DATA) < 0) return undefined
  const at = cms.indexOf(DATA)
  if (at < 0) return undefined
  const explicit = elementAt(cms, at + DATA.length, cms.length)
  if (explicit?.tag !== 0xa0) return undefined
  return octets(cms, elementAt(cms, explicit.start, explicit.end), 0)
}

function octets(cms: Buffer, element: Element | undefined, depth: number): Buffer | undefined {
  if (!element || depth > DEEPEST) return undefined
  if (element.tag === OCTETS) return cms.subarray(element.start, element.end)
  if (element.tag !== OCTETS_IN_PIECES) return undefined
  const pieces: Buffer[] = []
  for (let at = element.start; at < element.end; ) {
    const next = elementAt(cms, at, element.end)
    const piece = octets(cms, next, depth + 1)
    if (!next || !piece) break
    pieces.push(piece)
    at = next.end
  }
  return Buffer.concat(pieces)
}

/** One BER element; of unknown length (0x80) it reaches as far as its parent, and reading stops at its end mark. */
function elementAt(cms: Buffer, at: number, limit: number): Element | undefined {
  const tag = cms[at]
  const first = cms[at + 1]
  if (tag === undefined || first === undefined || at + 2 > limit || (tag === 0 && first === 0)) return undefined
  if (first === 0x80) return { tag, start: at + 2, end: limit }
  if (first < 0x80) return { tag, start: at + 2, end: Math.min(limit, at + 2 + first) }
  const size = first & 0x7f
  if (size > 4 || at + 2 + size > limit) return undefined
  const start = at + 2 + size
  return { tag, start, end: Math.min(limit, start + cms.readUIntBE(at + 2, size)) }
}
