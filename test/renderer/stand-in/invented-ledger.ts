import type { LedgerData, LedgerEntry, LedgerKind } from '../../../contract/ledger.ts'
import { EMPTY_LEDGER, entryAfter } from '../../../store/ledger.ts'

type Said = readonly [time: string, kind: string, data: LedgerEntry['data']]

const said = <Kind extends LedgerKind>(time: string, kind: Kind, data: LedgerData<Kind>): Said => [
  time,
  kind,
  data as LedgerEntry['data'],
]

const HASH = '7c1e90ab44d2'.padEnd(64, '5e07f')

/** Of a packet that a person agreed to. */
export function intendedSending(packetId: string, kind: string): LedgerData<'sending-intended'> {
  return {
    packetId,
    consultation: 'c-1',
    kind,
    provider: 'Meridian Cloud',
    model: 'meridian-large-2',
    packetHash: HASH,
    address: 'https://meridian.example/v1',
    characters: 1102,
    bytes: 1204,
    dates: 'days',
    layers: { rules: 9 },
    places: [],
    sources: ['S1', 'S2', 'S3', 'S4'],
    masked: { organisation: 2, person: 2, date: 3, address: 1, id: 1 },
    flags: { masked: 2, kept: 2 },
    unmasked: 0,
    by: 'J. Marsh',
    consentAt: '2026-06-03T10:57:00Z',
    detector: '1',
    wordLists: HASH,
  }
}

const LATEST: readonly Said[] = [
  said('2026-06-02T16:41:00Z', 'question-asked', {
    answerId: 'a-0',
    state: 'not-found',
    sources: [],
    model: null,
    closedBook: false,
  }),
  said('2026-06-02T17:20:00Z', 'pack-switched', { pack: 'lease-notices', on: true }),
  said('2026-06-03T09:58:00Z', 'document-added', {
    documentId: 'd-survey',
    sha256: HASH,
    bytes: 4_100_000,
    state: 'partial',
  }),
  said('2026-06-03T10:12:00Z', 'fact-confirmed', { fact: 'f-af' }),
  said('2026-06-03T10:38:00Z', 'question-asked', {
    answerId: 'a-1',
    state: 'uncertain',
    sources: ['S1', 'S2', 'S3', 'S4', 'S5'].map((source) => ({ source, documentId: 'd-0', start: 0, end: 9 })),
    model: { id: 'qwen3-4b', sha256: HASH },
    closedBook: false,
  }),
  said('2026-06-03T10:47:00Z', 'packet-abandoned', { packetId: 'p-1', packetHash: HASH }),
  said('2026-06-03T10:52:00Z', 'packet-refused', { reason: 'network-off', packetId: 'p-2', packetHash: HASH }),
  said('2026-06-03T10:55:00Z', 'sending-intended', intendedSending('p-2', 'blind')),
  said('2026-06-03T10:57:00Z', 'sending-intended', intendedSending('p-3', 'informed')),
  said('2026-06-03T10:58:00Z', 'sending-completed', {
    packetId: 'p-3',
    intent: 0,
    replyHash: HASH,
    attempts: 1,
    tokens: null,
  }),
  ['2026-06-03T10:59:00Z', 'something-of-a-later-version', { of: 'later', count: 3 }],
]

/** A chain as the store would write it: so many documents over the months before, then one of each kind. */
export function inventLedger(documentsBefore: number): LedgerEntry[] {
  const begin = Date.parse('2026-01-12T08:00:00Z')
  const step = (140 * 86_400_000) / Math.max(1, documentsBefore)
  const before = Array.from({ length: documentsBefore }, (_, index) => {
    const time = new Date(begin + index * step).toISOString()
    return said(time, 'document-added', {
      documentId: `d-${index}`,
      sha256: HASH,
      bytes: 20_000 + index,
      state: 'ready',
    })
  })
  const entries: LedgerEntry[] = []
  for (const [time, kind, written] of [...before, ...LATEST]) {
    // What ends a sending names the entry with which it began.
    const data = kind === 'sending-completed' ? { ...written, intent: entries.length } : written
    entries.push(entryAfter(entries.at(-1) ?? EMPTY_LEDGER, { time, kind, data }) as LedgerEntry)
  }
  return entries
}
