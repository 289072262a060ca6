import type { LedgerEntry } from '../../contract/matter.ts'
import { formatBytes } from '../wording/format-quantity.ts'
import { shortHash } from '../wording/phrases.ts'

export type EntryData = LedgerEntry['data']

/** What an entry says under a name; empty where it says no words there. */
export function textIn(data: EntryData, name: string): string {
  const value = data[name]
  return typeof value === 'string' ? value : ''
}

export function numberIn(data: EntryData, name: string): number | null {
  const value = data[name]
  return typeof value === 'number' ? value : null
}

export function recordsIn(data: EntryData, name: string): readonly EntryData[] {
  const value = data[name]
  return Array.isArray(value) ? value.filter(isRecord) : []
}

export function wordsIn(data: EntryData, name: string): readonly string[] {
  const value = data[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function recordIn(data: EntryData, name: string): EntryData {
  const value = data[name]
  return isRecord(value) ? value : {}
}

function isRecord(value: EntryData[string] | undefined): value is EntryData {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The particulars of an entry; those that are empty are left out. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('; ')
}

export function bytesWords(data: EntryData): string {
  const bytes = numberIn(data, 'bytes')
  return bytes === null ? '' : formatBytes(bytes)
}

/** Of the file, model or pack that the entry is about. */
export function sha256Words(data: EntryData): string {
  const sha256 = textIn(data, 'sha256')
  return sha256 ? `sha256 ${shortHash(sha256)}` : ''
}

/** `S1–S4, R1`: source marks, neighbours drawn together. */
export function sourceRange(marks: readonly string[]): string {
  const runs: { letter: string; from: number; to: number }[] = []
  for (const mark of marks) {
    const letter = mark.slice(0, 1)
    const number = Number(mark.slice(1))
    const last = runs.at(-1)
    if (last && last.letter === letter && last.to + 1 === number) last.to = number
    else runs.push({ letter, from: number, to: number })
  }
  return runs.map(({ letter, from, to }) => `${letter}${from}${to > from ? `–${letter}${to}` : ''}`).join(', ')
}
