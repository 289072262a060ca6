import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredFact } from '../../../store/matter/stored-facts.ts'
import { codeOfFailure } from '../temporary-home.ts'
import { addDocument, newMatter, rowCounts } from './new-matter.ts'

const STATED = {
  relation: 'weight',
  args: ['patient', '58 kg'],
  at: '2026-06-01',
  validFrom: null,
  validTo: null,
} as const
const ENTERED: Omit<StoredFact, 'id'> = {
  ...STATED,
  holds: 'yes',
  state: 'confirmed',
  enteredAt: 't1',
  enteredBy: 'Ada',
  decidedBy: 'Ada',
  decidedAt: 't1',
  place: null,
}
const PROPOSED = { ...ENTERED, state: 'proposed', enteredBy: null, decidedBy: null, decidedAt: null } as const
const DECISION = { state: 'confirmed', decidedBy: 'Ada', decidedAt: 't2' } as const

test('facts come back as they were added, in their order, and are decided on and removed', async () => {
  await using setting = await newMatter()
  const { facts } = setting.matter
  const first = facts.add(ENTERED)
  const second = facts.add({ ...PROPOSED, holds: 'unknown' })
  expect(facts.list()).toEqual([
    { ...ENTERED, id: first.id },
    { ...PROPOSED, holds: 'unknown', id: second.id },
  ])
  const decided = facts.decide(second.id, DECISION, { ...STATED, args: ['patient', '59 kg'], holds: 'no' })
  expect(decided).toEqual({ ...PROPOSED, ...DECISION, id: second.id, args: ['patient', '59 kg'], holds: 'no' })
  facts.remove(first.id)
  const reopened = await setting.reopen()
  expect(reopened.facts.list()).toEqual([decided])
  const replaced = reopened.facts.replace(decided.id, { ...ENTERED, args: ['patient', '60 kg'] })
  expect(reopened.facts.list()).toEqual([replaced])
  expect(await codeOfFailure(() => reopened.facts.replace(decided.id, ENTERED))).toBe('NOT_FOUND')
  expect(reopened.facts.list()).toEqual([replaced])
  expect(await codeOfFailure(() => reopened.facts.remove(first.id))).toBe('NOT_FOUND')
  expect(await codeOfFailure(() => reopened.facts.decide(first.id, DECISION))).toBe('NOT_FOUND')
})

test('any text of an argument comes back as it was, and every change has a revision of its own', async () => {
  await using setting = await newMatter()
  const { facts } = setting.matter
  const revisions = new Set([facts.revision])
  let changes = 0
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (args) => {
      const { id } = facts.add({ ...ENTERED, args })
      expect(facts.get(id).args).toEqual(args)
      changes += 1
      revisions.add(facts.revision)
    }),
    { numRuns: 50 },
  )
  expect(revisions.size).toBe(changes + 1)
})

test('with a document go what was proposed from it and its words; what was confirmed stays as the word of who confirmed it', async () => {
  await using setting = await newMatter()
  const { facts, removal, proposalsRead } = setting.matter
  const { documentId, textVersionId } = await addDocument(setting.matter, 'letter.txt', 'weighs 58 kg')
  const place = {
    documentId,
    textVersion: textVersionId,
    page: null,
    start: 7,
    end: 12,
    quote: '58 kg',
    byOcr: false,
    model: 'a model',
  }
  const kept = facts.add({ ...PROPOSED, place })
  facts.add({ ...PROPOSED, place })
  facts.decide(facts.add({ ...PROPOSED, place }).id, { ...DECISION, state: 'rejected' })
  const own = facts.add(ENTERED)
  expect(facts.decide(kept.id, DECISION).place).toEqual(place)
  proposalsRead.add(textVersionId, 'weight')
  expect([proposalsRead.has(textVersionId, 'weight'), proposalsRead.has(textVersionId, 'height')]).toEqual([
    true,
    false,
  ])
  const before = facts.revision
  expect(removal.countLeft(await removal.remove(documentId))).toBe(0)
  expect(facts.list()).toEqual([{ ...PROPOSED, ...DECISION, id: kept.id, enteredBy: 'Ada', place: null }, own])
  expect(facts.revision).not.toBe(before)
  expect(rowCounts(setting.matter)).not.toHaveProperty('proposals_read')
  proposalsRead.add(textVersionId, 'after the document is gone')
})

test('the reading that a fact stands in is kept while a newer one is shown', async () => {
  await using setting = await newMatter()
  const { facts, textVersions, pages, passages, documents } = setting.matter
  const { documentId, sha256, textVersionId } = await addDocument(setting.matter, 'letter.txt', 'weighs 58 kg')
  const place = {
    documentId,
    textVersion: textVersionId,
    page: null,
    start: 7,
    end: 12,
    quote: '58 kg',
    byOcr: false,
    model: null,
  }
  const { id } = facts.add({ ...PROPOSED, place })
  const newer = textVersions.begin({ sha256, reader: 'text 1', options: '{}' }, true)
  pages.write(newer.id, 1, {
    page: null,
    label: null,
    state: 'text',
    reason: null,
    text: 'weighs 58 kg',
    width: null,
    height: null,
    words: null,
    blocks: [],
  })
  passages.complete(newer.id, [])
  documents.publish(documentId, newer.id)
  expect(textVersions.removeUnreferenced()).toBe(0)
  facts.remove(id)
  expect(textVersions.removeUnreferenced()).toBe(1)
})
