import * as z from 'zod'
import { damagedNote, jsonColumn } from '../stored-json.ts'

const FAILURE_CODES = [
  'gate',
  'time',
  'memory',
  'damaged',
  'cancelled',
  'crashed',
  'password',
  'unsupported',
  'missing',
  'unreadable',
] as const

/** Why a document could not be read, in words for the user, and whether trying again makes sense. */
const ReadFailure = z.object({ code: z.enum(FAILURE_CODES), message: z.string(), retry: z.boolean() })
export type ReadFailure = Readonly<z.infer<typeof ReadFailure>>

const WARNING_KINDS = [
  'garbled-text',
  'low-confidence',
  'hidden-text',
  'hidden-part',
  'tracked-changes',
  'struck-text',
  'not-recognised',
  'missing-ocr-language',
  'pictures',
  'damaged',
  'not-read',
  'left-out',
  'macros',
  'signature',
  'copying-forbidden',
  'form',
  'encoding',
  'layout',
  'formula-without-result',
  'file-type',
  'converted',
  'other',
] as const

/** Something that the user must know of how a document was read: what it is about, and a plain sentence. */
const ReadWarning = z.object({ kind: z.enum(WARNING_KINDS), text: z.string() })
export type ReadWarning = Readonly<z.infer<typeof ReadWarning>>

/** Older versions kept the sentence alone. */
const Notices = z.array(z.union([ReadWarning, z.string().transform((text) => ({ kind: 'other' as const, text }))]))

/** What was kept of why something could not be read; where that is damaged, a failure that says so. */
export function keptFailure(text: string): ReadFailure {
  return jsonColumn(text, ReadFailure, () => ({
    code: 'unreadable',
    message: damagedNote('What was noted of why it was not read', text),
    retry: true,
  }))
}

/** What was noticed while reading; where that is damaged, a notice that says so. */
export function keptNotices(text: string): readonly ReadWarning[] {
  if (text === '[]') return []
  return jsonColumn<readonly ReadWarning[]>(text, Notices, () => [
    { kind: 'damaged', text: damagedNote('What was noticed when it was read', text) },
  ])
}
