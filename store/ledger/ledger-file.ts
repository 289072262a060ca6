import { readFile } from 'node:fs/promises'
import { canonicalJson, type JsonValue } from '../canonical-json.ts'
import { createPartialFile } from '../partial-file.ts'
import { complaintAbout, EMPTY_LEDGER, type LedgerCheck, type LedgerEntry, type LedgerHead } from './ledger-chain.ts'

/** The entries as lines of canonical JSON, which `verifyLedgerFile` and `verify-ledger.mjs` check. */
export function ledgerLines(entries: readonly LedgerEntry[]): string {
  return entries.map((entry) => `${canonicalJson(entry)}\n`).join('')
}

/** Writes the entries, oldest first. Replaces `path`; throws `NoSpaceError`. */
export async function writeLedgerFile(entries: readonly LedgerEntry[], path: string): Promise<void> {
  await using file = await createPartialFile(path)
  await file.write(Buffer.from(ledgerLines(entries)))
  await file.keep()
}

/**
 * Checks an exported file by itself: no byte may differ. Entries cut off at its end cannot be noticed without knowing what
 * the last one was.
 */
export async function verifyLedgerFile(path: string): Promise<LedgerCheck> {
  const lines = (await readFile(path)).toString('latin1').split('\n')
  const rest = lines.pop()
  let head: LedgerHead = EMPTY_LEDGER
  for (const line of lines) {
    const entry = readLine(Buffer.from(line, 'latin1'))
    const why = entry ? complaintAbout(entry, head) : `Line ${head.seq + 1} is not an entry as it was written.`
    if (why || !entry) return { entries: lines.length, valid: false, firstBad: head.seq + 1, why }
    head = { seq: entry.seq, hash: entry.hash }
  }
  if (rest === '') return { entries: head.seq, valid: true, firstBad: null, why: null }
  return { entries: lines.length + 1, valid: false, firstBad: head.seq + 1, why: 'The last line was cut off.' }
}

/** Null for everything but the one spelling of a JSON object: the hash covers values, not bytes. */
function readLine(bytes: Buffer): LedgerEntry | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = JSON.parse(text) as JsonValue
    const isEntry = typeof value === 'object' && value !== null && 'hash' in value && canonicalJson(value) === text
    return isEntry ? (value as LedgerEntry) : null
  } catch {
    return null
  }
}
