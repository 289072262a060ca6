import type { LedgerEntry } from '../../../contract/matter.ts'
import { EMPTY_LEDGER, entryAfter } from '../../../store/ledger/ledger-chain.ts'

type Said = readonly [time: string, kind: string, data?: LedgerEntry['data']]

const HASH = '7c1e90ab44d2'.padEnd(64, '5e07f')

const LATEST: readonly Said[] = [
  [
    '2026-06-02T16:41:00Z',
    'question-asked',
    { answerId: 'a-0', state: 'not-found', sources: [], model: null, closedBook: false },
  ],
  ['2026-06-02T17:20:00Z', 'pack-switched', { pack: 'lease-notices', on: true }],
  [
    '2026-06-03T09:58:00Z',
    'document-added',
    { documentId: 'd-survey', sha256: HASH, bytes: 4_100_000, state: 'partial' },
  ],
  ['2026-06-03T10:12:00Z', 'fact-confirmed', { fact: 'f-af' }],
  [
    '2026-06-03T10:38:00Z',
    'question-asked',
    {
      answerId: 'a-1',
      state: 'uncertain',
      sources: ['S1', 'S2', 'S3', 'S4', 'R1'].map((source) => ({ source })),
      model: { id: 'qwen3-4b', sha256: HASH },
      closedBook: false,
    },
  ],
  ['2026-06-03T10:47:00Z', 'something-of-a-later-version', { of: 'later', count: 3 }],
]

/** A chain as the store would write it: so many documents over the months before, then one of each kind. */
export function inventLedger(documentsBefore: number): LedgerEntry[] {
  const begin = Date.parse('2026-01-12T08:00:00Z')
  const step = (140 * 86_400_000) / Math.max(1, documentsBefore)
  const before = Array.from({ length: documentsBefore }, (_, index): Said => {
    const data = { documentId: `d-${index}`, sha256: HASH, bytes: 20_000 + index, state: 'ready' }
    return [new Date(begin + index * step).toISOString(), 'document-added', data]
  })
  const entries: LedgerEntry[] = []
  for (const [time, kind, data = {}] of [...before, ...LATEST])
    entries.push(entryAfter(entries.at(-1) ?? EMPTY_LEDGER, { time, kind, data }) as LedgerEntry)
  return entries
}
