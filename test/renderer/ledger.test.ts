import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../contract/matter.ts'
import { countSendings } from '../../renderer/ledger/verification.tsx'
import { dayPieces, describeEntries, entryWords, findEntries } from '../../renderer/ledger/describe-entries.ts'
import type { LedgerNames } from '../../renderer/ledger/kind-words.ts'
import { sourceRange } from '../../renderer/ledger/entry-data.ts'
import { inventLedger } from './stand-in/invented-ledger.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const NAMES: LedgerNames = {
  questions: new Map([['a-1', 'Was our break notice served in time?']]),
  documents: new Map([['d-survey', 'post/Site survey.pdf']]),
  facts: new Map(),
  matters: new Map(),
  packets: new Map(),
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

/** The kinds that the engine writes, as they stand in its source. */
function writtenKinds(): readonly string[] {
  const files = ['assistant', 'store', 'disclosure'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
  )
  const found = files.flatMap((text) => [...text.matchAll(/\bappend\(\s*'([a-z-]+)'/g)].map(([, kind = '']) => kind))
  return [...new Set(found)]
}

test('every kind of entry that the engine writes has plain words', () => {
  const kinds = writtenKinds()
  expect(kinds.length).toBeGreaterThan(20)
  const unknown = entryWords(entry('no-such-kind'), NAMES).title
  expect(unknown).toBe('No such kind')
  // What has no words of its own is told by its kind, and without a subject.
  const bare = kinds.filter((kind) => entryWords(entry(kind), NAMES).about === undefined)
  expect(bare).toEqual(['ledger-recovered'])
})

test('what the ids stand for is said while it is there; what is gone is said to be gone', () => {
  const [removed, read] = ['d-gone', 'd-survey'].map((documentId) =>
    entryWords(entry('document-added', { documentId, state: 'partial', bytes: 4_100_000 }), NAMES),
  )
  expect(read).toMatchObject({ title: 'Document read in part:', rest: 'Site survey.pdf', detail: '4.1 MB' })
  expect(removed?.rest).toBe('a document that is no longer there')
  const asked = { answerId: 'a-1', state: 'uncertain', sources: [{ source: 'S1' }, { source: 'S2' }], model: null }
  expect(entryWords(entry('question-asked', asked), NAMES)).toMatchObject({
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
  const intent = {
    packetId: 'p1',
    kind: 'blind',
    provider: 'House',
    model: 'large',
    characters: 859,
    packetHash: 'ab'.repeat(32),
  }
  const intended = { ...entry('sending-intended', { ...intent, masked: { person: 2 }, flags: { kept: 1 } }), seq: 7 }
  const title = (later: readonly LedgerEntry[], packets: LedgerNames['packets'] = new Map()) =>
    describeEntries([intended, ...later], { ...NAMES, packets }).at(-1)?.words
  expect(title([])).toMatchObject({ title: 'May have been sent.', rest: 'Intent without completion', about: ['left'] })
  const completed = { ...entry('sending-completed', { intent: 7, replyHash: 'cd'.repeat(32) }), seq: 8 }
  expect(title([completed])?.title).toBe('Sending begun, blind.')
  const [sent] = describeEntries([intended, completed], NAMES)
  expect(sent?.words).toMatchObject({ title: 'Second opinion sent, blind.', rest: 'House, large' })
  expect(sent?.words.detail).toMatch(/^859 characters, packet abab…bab, 2 masked, 1 flag decided.*reply cdcd…dcd$/)
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
