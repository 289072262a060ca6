import { expect, test } from 'vitest'
import { addDocument, newMatter } from './new-matter.ts'
import { codeOfFailure } from '../temporary-home.ts'

const NEW = {
  name: 'brief.txt',
  mediaType: 'text/plain',
  sha256: 'a'.repeat(64),
  addedAt: '2026-01-02T03:04:05.000Z',
  bytes: new TextEncoder().encode('One. é 😀'),
  pages: [{ page: null, label: null, text: 'One. é 😀', blocks: [] }],
}

test('a draft comes back with its bytes, its pages, what was found and what was decided', async () => {
  await using setting = await newMatter()
  const { id } = setting.matter.drafts.put(NEW)
  setting.matter.drafts.keepPiece(id, 'one', { findings: ['é'] })
  setting.matter.drafts.decide(id, 'finding', { state: 'accepted' })
  setting.matter.drafts.keepResult(id, NEW.sha256, { sentences: 1 })
  const { drafts } = await setting.reopen()
  expect(drafts.list()).toMatchObject([{ id, name: 'brief.txt', result: { sentences: 1 } }])
  expect(new TextDecoder().decode(drafts.bytes(id))).toBe('One. é 😀')
  expect(drafts.pages(id)).toEqual(NEW.pages)
  expect([drafts.piece(id, 'one'), drafts.piece(id, 'two')]).toEqual([{ findings: ['é'] }, null])
  expect([...drafts.decisions(id)]).toEqual([['finding', { state: 'accepted' }]])
})

test('a new version keeps what was found and decided, and has no result of its own yet', async () => {
  await using setting = await newMatter()
  const { drafts } = setting.matter
  const { id } = drafts.put(NEW)
  drafts.keepPiece(id, 'one', { findings: [] })
  drafts.decide(id, 'finding', { state: 'accepted' })
  drafts.keepResult(id, NEW.sha256, { sentences: 1 })
  expect(drafts.put({ ...NEW, sha256: 'b'.repeat(64) })).toMatchObject({ id, result: null })
  drafts.keepResult(id, NEW.sha256, { sentences: 1 })
  expect(drafts.get(id).result).toBeNull()
  expect([drafts.piece(id, 'one'), drafts.decisions(id).size]).toEqual([{ findings: [] }, 1])
  drafts.forgetPieces(id, ['two'])
  expect(drafts.piece(id, 'one')).toBeNull()
})

test('what is removed is gone with its findings, and takes none of the next draft', async () => {
  await using setting = await newMatter()
  const { drafts } = setting.matter
  const { id } = drafts.put(NEW)
  drafts.keepPiece(id, 'one', {})
  drafts.remove(id)
  drafts.keepPiece(id, 'two', {})
  expect(await codeOfFailure(async () => drafts.get(id))).toBe('NOT_FOUND')
  expect([drafts.list(), drafts.piece(id, 'one'), drafts.piece(id, 'two')]).toEqual([[], null, null])
})

test('what was found quotes documents, and goes when one of them is removed', async () => {
  await using setting = await newMatter()
  const { drafts, removal } = setting.matter
  const { documentId } = await addDocument(setting.matter, 'a.txt', 'one two')
  const { id } = drafts.put(NEW)
  drafts.keepPiece(id, 'one', { findings: [{ instead: 'one two' }] })
  drafts.keepResult(id, NEW.sha256, { against: ['a.txt'] })
  await removal.remove(documentId)
  expect(drafts.piece(id, 'one')).toBeNull()
  expect(drafts.list()).toMatchObject([{ id, result: null }])
})
