import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerData, LedgerEntry, LedgerKind } from '../../contract/ledger.ts'
import { countSendings } from '../../renderer/ledger/verification.tsx'
import { dayPieces, describeEntries, entryWords, findEntries } from '../../renderer/ledger/describe-entries.ts'
import { type LedgerNames, sourceRange } from '../../renderer/ledger/kind-words.ts'
import { intendedSending, inventLedger } from './stand-in/invented-ledger.ts'

const NAMES: LedgerNames = {
  questions: new Map([['a-1', 'Was our break notice served in time?']]),
  documents: new Map([['d-survey', 'post/Site survey.pdf']]),
  facts: new Map(),
  matters: new Map(),
  packets: new Map(),
  packs: new Map<string, string>(),
  rules: new Map<string, string>(),
  lessons: new Map<string, string>(),
  intents: new Map(),
  ended: new Set(),
  userName: 'J. Marsh',
}

const entry = (kind: string, data: LedgerEntry['data'] = {}): LedgerEntry => ({
  seq: 1,
  time: '2026-06-03T10:00:00Z',
  kind,
  data,
  previous: '0'.repeat(64),
  hash: 'ab'.repeat(32),
})

const known = <Kind extends LedgerKind>(kind: Kind, data: LedgerData<Kind>) => entry(kind, data as LedgerEntry['data'])

test('what this version does not know, or what does not fit its kind, is shown as it stands', () => {
  expect(entryWords(entry('no-such-kind', { of: 'later' }), NAMES)).toEqual({
    title: 'No such kind',
    detail: '{"of":"later"}',
  })
  expect(entryWords(entry('fact-set', { fact: 7 }), NAMES)).toEqual({ title: 'Fact set', detail: '{"fact":7}' })
})

test('what the ids stand for is said while it is there; what is gone is said to be gone', () => {
  const [removed, read] = ['d-gone', 'd-survey'].map((documentId) =>
    entryWords(known('document-added', { documentId, sha256: '', state: 'partial', bytes: 4_100_000 }), NAMES),
  )
  expect(read).toMatchObject({ title: 'Document read in part:', rest: 'Site survey.pdf', detail: '4.1 MB' })
  expect(removed?.rest).toBe('a document that is no longer there')
  const sources = ['S1', 'S2'].map((source) => ({ source, documentId: 'd-survey', start: 0, end: 9 }))
  const asked = { answerId: 'a-1', state: 'uncertain', sources, model: null, closedBook: false } as const
  expect(entryWords(known('question-asked', asked), NAMES)).toMatchObject({
    rest: 'Was our break notice served in time?',
    detail: 'Not confirmed; S1–S2; no model used',
  })
})

test('neighbouring sources are drawn together', () => {
  expect(sourceRange(['S1', 'S2', 'S3', 'S5', 'R1'])).toBe('S1–S3, S5, R1')
  expect(sourceRange([])).toBe('')
})

test('entries are found by their words, a name, a hash and what they are about', () => {
  const told = describeEntries(inventLedger(3), NAMES)
  const found = (typed: string, subject: Parameters<typeof findEntries>[1] = 'all') =>
    findEntries(told, subject, typed).map(({ entry: { kind } }) => kind)
  expect(found('break notice')).toEqual(['question-asked'])
  expect(found('SURVEY document')).toEqual(['document-added'])
  expect(found(told[0]?.entry.hash.slice(10, 30) ?? '')).toEqual(['something-of-a-later-version'])
  expect(found('', 'people')).toEqual(['fact-confirmed', 'pack-switched'])
  expect(found('', 'left')).toEqual(['sending-completed', 'sending-intended', 'sending-intended'])
})

test('cut into days and pieces, no entry is lost and each day begins once', () => {
  const times = fc.array(fc.integer({ min: 0, max: 6 * 86_400_000 }), { maxLength: 300 })
  fc.assert(
    fc.property(times, (offsets) => {
      const entries = offsets
        .toSorted((one, other) => one - other)
        .map((offset, index) => ({ ...entry('x'), seq: index + 1, time: new Date(1.78e12 + offset).toISOString() }))
      const told = describeEntries(entries, NAMES)
      const pieces = dayPieces(told)
      expect(pieces.flatMap((piece) => piece.entries)).toEqual(told)
      const begun = pieces.filter(({ isFirst }) => isFirst).map(({ day }) => day)
      expect(begun).toEqual([...new Set(begun)])
      expect(Math.max(0, ...pieces.map((piece) => piece.entries.length))).toBeLessThanOrEqual(40)
    }),
  )
})

test('a sending that was begun and never ended is said to have left, and one that ended is not', () => {
  const sending = {
    ...intendedSending('p1', 'blind'),
    provider: 'House',
    model: 'large',
    characters: 859,
    packetHash: 'ab'.repeat(32),
    sources: [],
    masked: { person: 2 },
    flags: { masked: 0, kept: 1 },
  }
  const intended = { ...known('sending-intended', sending), seq: 7 }
  const title = (later: readonly LedgerEntry[], packets: LedgerNames['packets'] = new Map()) =>
    describeEntries([intended, ...later], { ...NAMES, packets }).at(-1)?.words
  expect(title([])).toMatchObject({ title: 'May have been sent.', rest: 'Begun and never completed', about: ['left'] })
  const ended = { packetId: 'p1', intent: 7, attempts: 1, replyHash: 'cd'.repeat(32), tokens: null }
  const completed = { ...known('sending-completed', ended), seq: 8 }
  expect(title([completed])?.title).toBe('Sending begun, blind.')
  const [sent] = describeEntries([intended, completed], NAMES)
  expect(sent?.words).toMatchObject({ title: 'Second opinion sent, blind.', rest: 'House, large' })
  expect(sent?.words.detail).toMatch(/^859 characters, text abab…bab, 2 masked, 1 marked word decided.*reply cdcd…dcd$/)
})

test('sendings of a matter and of the program are counted from the last import on', () => {
  const own = (...kinds: readonly string[]) => kinds.map((kind) => entry(kind))
  const program = (...kinds: readonly string[]) =>
    [...kinds, 'sending'].map((kind, at) => entry(kind, { matter: at < kinds.length ? 'm1' : 'another' }))
  const counted = (mine: readonly LedgerEntry[], all: readonly LedgerEntry[]) => countSendings(mine, all, 'm1')
  expect(counted(own('sending-intended', 'sending-completed'), program('sending'))).toEqual({
    here: 1,
    program: 1,
    isImported: false,
  })
  expect(counted(own('sending-intended', 'imported'), program('matter-imported'))).toEqual({
    here: 0,
    program: 0,
    isImported: true,
  })
  // Sent after the copy was made that was taken back; and left out of the matter's own ledger since.
  const back = program('sending', 'sending', 'matter-imported', 'sending')
  expect(counted(own('sending-intended', 'imported'), back)).toMatchObject({ here: 0, program: 1 })
})
