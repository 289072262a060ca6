/** Where the messages of a mailbox begin, at their "From " lines: offsets into it, in order. */
export function messageStarts(mailbox: Buffer): readonly number[] {
  const starts: number[] = []
  if (isSeparator(mailbox, 0)) starts.push(0)
  for (let at = mailbox.indexOf('\nFrom '); at >= 0; at = mailbox.indexOf('\nFrom ', at + 1))
    if (isSeparator(mailbox, at + 1)) starts.push(at + 1)
  return starts
}

const LONGEST_LINE = 1000

/**
 * A sentence of a letter may begin with "From " as well: the separator ends in a year or a zone after a time of day, and a
 * field of a header follows.
 */
function isSeparator(mailbox: Buffer, at: number): boolean {
  const line = mailbox.subarray(at, at + LONGEST_LINE).toString('latin1')
  return /^From [^\r\n]*\d{1,2}:\d{2}[^\r\n]*\r?\n>?[A-Za-z][A-Za-z0-9-]*:/.test(line)
}

/** One message without its separator; lines that mailboxes mark with ">" to tell them from separators are unmarked. */
export function messageAt(mailbox: Buffer, start: number, end: number): Buffer {
  const line = mailbox.indexOf('\n', start) + 1
  const message = mailbox.subarray(Math.min(line, end), end)
  if (message.indexOf('\n>') < 0) return message
  return Buffer.from(message.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}
