import { attachedPieces, createAttachedNames } from '../attached-piece.ts'
import { damagedFailure } from '../read-failure.ts'
import { wholeDocument, withoutPageMarks } from '../read-page.ts'
import type { FormatRead, ReadItem, ReadSource } from '../read-source.ts'
import { addressField, headFields, type MailHeader, textField } from './mail-headers.ts'
import { messageAt, messageStarts } from './mailbox-messages.ts'
import { warning } from '../read-warning.ts'

const LONGEST_SUBJECT = 100

/** A mailbox (MBOX): a list of its messages, each of which is a document of its own. */
export async function* readMailbox({ bytes, limits, signal }: ReadSource): AsyncGenerator<ReadItem, FormatRead, void> {
  const starts = messageStarts(bytes)
  if (starts.length === 0) throw damagedFailure('no message is found in this mailbox')
  const taken = starts.slice(0, limits.mailboxMessages)
  const message = (index: number) => messageAt(bytes, taken[index]!, starts[index + 1] ?? bytes.length)
  const heads = taken.map((_, index) => headFields(message(index)))
  yield listPage(heads)
  const nameOf = createAttachedNames()
  for (const [index, head] of heads.entries()) {
    signal.throwIfAborted()
    yield* attachedPieces(nameOf(messageName(head, index), 'message.eml'), message(index))
  }
  const left = starts.length - taken.length
  if (left === 0) return { pages: 1, warnings: [] }
  const leftOut = warning(
    'left-out',
    `The mailbox has ${starts.length.toLocaleString('en')} messages; only the first ${taken.length.toLocaleString('en')} were taken. Split it and add the parts for the other ${left.toLocaleString('en')}.`,
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
  return wholeDocument(text, [{ start: 0, end: text.length, kind: 'table', level: 1 }], 'the mailbox is empty')
}
