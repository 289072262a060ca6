import { expect, test } from 'vitest'
import { newMatter } from './matter/new-matter.ts'
import { MATTER, codeOfFailure, openTestStore, temporaryFolder } from './temporary-home.ts'

const AT = '2026-05-01T10:00:00.000Z'
const SENDING = {
  matter: 'm',
  provider: 'house',
  model: 'large',
  packetHash: 'ab',
  characters: 1200,
  masked: { person: 2 },
}

test('a packet is kept as it was, changed, and removed with its opinion', async () => {
  await using setting = await newMatter()
  const packet = { packetId: 'p1', consultation: 'c1', state: 'draft', createdAt: AT, body: '{"a":1}' }
  setting.matter.packets.save(packet)
  setting.matter.packets.save({ ...packet, packetId: 'p2', createdAt: '2026-05-02T10:00:00.000Z' })
  setting.matter.packets.save({ ...packet, state: 'sent' })
  setting.matter.opinions.save({ opinionId: 'o1', consultation: 'c1', packetId: 'p1', sentAt: AT })
  const { packets, opinions } = await setting.reopen()
  expect(packets.get('p1')).toEqual({ ...packet, state: 'sent' })
  expect(packets.list().map(({ packetId }) => packetId)).toEqual(['p2', 'p1'])
  expect(packets.inState('sent').map(({ packetId }) => packetId)).toEqual(['p1'])
  expect(packets.inState('sending')).toEqual([])
  expect(opinions.list()).toHaveLength(1)
  packets.remove('p1')
  expect(opinions.list()).toEqual([])
  expect(await codeOfFailure(() => packets.get('p1'))).toBe('NOT_FOUND')
  expect(await codeOfFailure(() => packets.remove('p1'))).toBe('NOT_FOUND')
})

test('pseudonyms keep the order in which they were given out, and terms are told apart by their letters only', async () => {
  await using setting = await newMatter()
  const { pseudonyms, knownTerms } = setting.matter
  pseudonyms.save([{ pseudonym: 'PERSON-2' }, { pseudonym: 'PERSON-1' }])
  pseudonyms.save([{ pseudonym: 'DATE-1' }, { pseudonym: 'PERSON-2', forms: ['Lee'] } as { pseudonym: string }])
  expect(pseudonyms.list()).toEqual([
    { pseudonym: 'PERSON-2', forms: ['Lee'] },
    { pseudonym: 'PERSON-1' },
    { pseudonym: 'DATE-1' },
  ])
  knownTerms.add({ term: 'Ämilie Lee', type: 'person', addedAt: AT })
  knownTerms.add({ term: 'ÄMILIE lee', type: 'organisation', addedAt: AT })
  expect(knownTerms.list()).toEqual([{ term: 'ÄMILIE lee', type: 'organisation', addedAt: AT }])
  knownTerms.remove('ämilie LEE')
  expect(await codeOfFailure(() => knownTerms.remove('ämilie lee'))).toBe('NOT_FOUND')
})

test('the key of a provider comes with no list, stays when it is not named, and goes when it is taken away', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { providers } = opened.store.app
  providers.save({ provider: 'house' }, 'secret')
  providers.save({ provider: 'house' })
  expect(JSON.stringify(providers.list())).not.toContain('secret')
  expect(providers.key('house')).toBe('secret')
  providers.save({ provider: 'house' }, null)
  expect(providers.key('house')).toBeNull()
  providers.remove('house')
  expect(await codeOfFailure(() => providers.get('house'))).toBe('NOT_FOUND')
  expect(await codeOfFailure(() => providers.remove('house'))).toBe('NOT_FOUND')
})

test('a deleted matter takes its packets with it, but the line of each sending stays and can be checked', async () => {
  await using folder = await temporaryFolder()
  await using opened = await openTestStore(folder.path)
  const { store } = opened
  const { id } = await store.createMatter(MATTER)
  const matter = await store.matter(id)
  matter.packets.save({ packetId: 'p1', consultation: 'c1', state: 'sent', createdAt: AT })
  matter.ledger.append('packet-abandoned', { packetId: 'p1', packetHash: 'ab' })
  store.app.sendings.add({ ...SENDING, matter: id })
  const head = matter.ledger.head()
  await store.deleteMatter(id)
  expect(await codeOfFailure(() => store.matter(id))).toBe('NOT_FOUND')
  expect(store.app.ledger.list().at(-1)).toMatchObject({ kind: 'sending', data: { ...SENDING, matter: id } })
  expect(store.app.ledgerAnchor(id).read()).toEqual({ seq: head.seq, hash: head.hash })
  expect(await store.app.ledger.verify()).toMatchObject({ valid: true, entries: 1 })
})
