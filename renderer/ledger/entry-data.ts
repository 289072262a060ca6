import type { LedgerEntry } from '../../contract/matter.ts'

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
