// Checks an exported Consilium ledger by itself: node verify-ledger.mjs FILE. Needs nothing but Node.
// Every line is one entry in canonical JSON (RFC 8785). Its hash is the SHA-256 of the entry without `hash`, and
// `previous` is the hash of the line before (64 zeros on the first). Lines cut off at the end cannot be noticed.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const complaint = (line, number, previous) => {
  const { hash, ...entry } = JSON.parse(line)
  if (canonical({ hash, ...entry }) !== line) return 'is not spelt as it was written'
  if (entry.seq !== number) return `is number ${entry.seq}`
  if (entry.previous !== previous) return 'does not follow the entry before it'
  if (createHash('sha256').update(canonical(entry)).digest('hex') !== hash) return 'was altered'
}

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(process.argv[2]))
const lines = text.split('\n')
if (lines.pop() !== '') throw new Error('The last line was cut off.')
let previous = '0'.repeat(64)
for (const [index, line] of lines.entries()) {
  const why = complaint(line, index + 1, previous)
  if (why) throw new Error(`Entry ${index + 1} ${why}.`)
  previous = JSON.parse(line).hash
}
process.stdout.write(`${lines.length} entries, all valid. Last hash ${previous}\n`)
