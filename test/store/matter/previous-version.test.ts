import { expect, test } from 'vitest'
import { codeOfFailure } from '../temporary-home.ts'
import { addDocument, newMatter, rowCounts, textPage } from './new-matter.ts'

const bytesOf = (matter: Awaited<ReturnType<typeof newMatter>>['matter'], sha256: string) =>
  Buffer.from(matter.originals.read(sha256, 0, 999)).toString()

test('a document that comes again with other bytes keeps what it showed last, and no more than that', async () => {
  await using setting = await newMatter()
  const first = await addDocument(setting.matter, 'lease.txt', 'the first rent')
  expect(setting.matter.documents.get(first.documentId, null).previous).toBeNull()
  const second = await addDocument(setting.matter, 'lease.txt', 'the second rent is due')
  let matter = await setting.reopen()
  expect(matter.documents.get(first.documentId, null)).toMatchObject({
    textVersionId: second.textVersionId,
    previous: { textVersion: first.textVersionId, bytes: 14, replacedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT/) },
  })
  expect(bytesOf(matter, first.sha256)).toBe('the first rent')
  expect(matter.pages.wholeText(first.textVersionId)).toBe('the first rent')

  const third = await addDocument(matter, 'lease.txt', 'the third')
  matter = await setting.reopen()
  expect(matter.documents.get(first.documentId, null).previous?.textVersion).toBe(second.textVersionId)
  expect(matter.originals.find(first.sha256)).toBeNull()
  expect(rowCounts(matter)).toMatchObject({ content: 2, text_versions: 2, pages: 2 })
  expect(bytesOf(matter, third.sha256)).toBe('the third')
})

test('a version that comes back is the present one, and the one between is the previous', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const first = await addDocument(matter, 'a.txt', 'one')
  const second = await addDocument(matter, 'a.txt', 'two')
  matter.documents.setContent(first.documentId, first.sha256)
  matter.documents.publish(first.documentId, first.textVersionId)
  expect(matter.documents.get(first.documentId, null)).toMatchObject({
    textVersionId: first.textVersionId,
    previous: { textVersion: second.textVersionId },
  })
})

test('reading the same bytes again makes no version', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { documentId, textVersionId } = await addDocument(matter, 'a.txt', 'one')
  const { sha256 } = await addDocument(matter, 'a.txt', 'two')
  const next = matter.textVersions.begin({ sha256, reader: 'text 1', options: '{}' }, true)
  matter.pages.write(next.id, 1, textPage(null, 'two'))
  matter.passages.complete(next.id, [])
  matter.documents.publish(documentId, next.id)
  expect(matter.documents.get(documentId, null).previous?.textVersion).toBe(textVersionId)
  // The older reading of the same bytes is nobody's; the previous version is kept.
  expect(matter.textVersions.removeUnreferenced()).toBe(1)
  expect(matter.pages.wholeText(textVersionId)).toBe('one')
})

test('what could not be read is no version: the last text that was shown is', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const first = await addDocument(matter, 'a.txt', 'one')
  const broken = await addDocument(matter, 'other.txt', 'broken')
  matter.documents.setContent(first.documentId, broken.sha256)
  const third = await addDocument(matter, 'a.txt', 'three')
  expect(matter.documents.get(first.documentId, null)).toMatchObject({
    textVersionId: third.textVersionId,
    previous: { textVersion: first.textVersionId },
  })
})

test('of a file in which others lay nothing is kept, as these are removed with it', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const mail = await addDocument(matter, 'mail.eml', 'see the letter')
  const letter = await addDocument(matter, 'mail.eml/letter.txt', 'a letter')
  matter.attachments.add(mail.textVersionId, 'letter.txt', letter.sha256)
  await addDocument(matter, 'mail.eml', 'no letter any more')
  expect(matter.documents.get(mail.documentId, null).previous).toBeNull()
})

test('removing a document removes its previous version, with no row left in any table', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const empty = rowCounts(matter)
  const first = await addDocument(matter, 'a.txt', 'one word')
  const second = await addDocument(matter, 'a.txt', 'two words')
  const removed = await matter.removal.remove(first.documentId)
  expect(removed.textVersionIds).toEqual([first.textVersionId, second.textVersionId])
  expect(matter.removal.countLeft(removed)).toBe(0)
  expect(rowCounts(matter)).toEqual({ ...empty, embedders: 1 })
})

test('removing a document leaves the bytes that are the previous version of another', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const first = await addDocument(matter, 'a.txt', 'one word')
  await addDocument(matter, 'a.txt', 'two words')
  const twin = await addDocument(matter, 'b.txt', 'one word')
  await matter.removal.remove(twin.documentId)
  expect(matter.documents.get(first.documentId, null).previous?.textVersion).toBe(first.textVersionId)
  expect(bytesOf(matter, first.sha256)).toBe('one word')
})

test('a forgotten version is gone with the next sweep, unless an answer cites it', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const first = await addDocument(matter, 'a.txt', 'one word')
  await addDocument(matter, 'a.txt', 'two words')
  const answer = { answerId: 'a', question: 'q', askedAt: '2026-01-01', follows: null, model: null }
  matter.answers.save(answer, [first.textVersionId])
  matter.documents.forgetPrevious(first.documentId)
  await matter.originals.sweep()
  expect(matter.documents.get(first.documentId, null).previous).toBeNull()
  expect(bytesOf(matter, first.sha256)).toBe('one word')
  matter.answers.delete('a')
  await matter.originals.sweep()
  expect(matter.originals.find(first.sha256)).toBeNull()
  expect(rowCounts(matter)).toMatchObject({ content: 1, text_versions: 1 })
  expect(await codeOfFailure(() => matter.documents.forgetPrevious('nobody'))).toBe('NOT_FOUND')
})

test('a document whose previous version has lost its text is shown as before, without one', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const first = await addDocument(matter, 'a.txt', 'one word')
  await addDocument(matter, 'a.txt', 'two words')
  matter.database.execute(`DELETE FROM text_versions WHERE id = ${first.textVersionId}`)
  expect(matter.documents.list(null)).toMatchObject([{ document: 'a.txt', previous: null }])
})
