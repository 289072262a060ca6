import type { HubEvent } from '../state/event-hub.ts'

const OF_MATTERS: readonly HubEvent['type'][] = [
  'documents-changed',
  'answers-changed',
  'facts-changed',
  'packets-changed',
  'opinions-changed',
]
const OF_PROGRAM: readonly HubEvent['type'][] = [
  'status-changed',
  'matters-changed',
  'settings-changed',
  'models-changed',
  'packs-changed',
  'providers-changed',
  'references-changed',
  // What leaves a matter stands in the program's ledger too.
  'packets-changed',
]

/** Whether what an event tells of may stand in the ledger of a matter, or of the program (null). */
export function writesEntry(event: HubEvent, matter: string | null): boolean {
  if (event.type === 'all-changed') return true
  if (matter === null) return OF_PROGRAM.includes(event.type)
  if ('matter' in event) return event.matter === matter && OF_MATTERS.includes(event.type)
  // A reference library is switched for a matter, and a matter is exported.
  return event.type === 'references-changed' || event.type === 'matters-changed'
}
