import { expect, test } from 'vitest'
import { addDocument, newMatter } from './new-matter.ts'

test('a cell comes back as it was kept, of its own reading alone, and is replaced by that of another', async () => {
  await using setting = await newMatter()
  const { documentId, textVersionId } = await addDocument(setting.matter, 'a.txt', 'one two')
  const other = await addDocument(setting.matter, 'b.txt', 'three')
  const place = { documentId, textVersionId, key: 'cell 1' }
  setting.matter.surveyCells.keep(place, { text: 'é 😀' })
  const { surveyCells } = await setting.reopen()
  expect(surveyCells.find(place)).toEqual({ text: 'é 😀' })
  expect(surveyCells.find({ ...place, key: 'cell 2' })).toBeNull()
  const later = { ...place, textVersionId: other.textVersionId }
  expect(surveyCells.find(later)).toBeNull()
  surveyCells.keep(later, { text: 'later' })
  expect([surveyCells.find(place), surveyCells.find(later)]).toEqual([null, { text: 'later' }])
  surveyCells.forget(later)
  expect(surveyCells.find(later)).toBeNull()
})

test('cells go with their document, and none is kept of one that is gone', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { documentId, textVersionId } = await addDocument(matter, 'a.txt', 'one two')
  // Another document of the same bytes keeps the reading, and its own cells.
  const twin = await addDocument(matter, 'twin.txt', 'one two')
  const place = { documentId, textVersionId, key: 'cell 1' }
  const twinPlace = { ...place, documentId: twin.documentId }
  matter.surveyCells.keep(place, {})
  matter.surveyCells.keep(twinPlace, { of: 'twin' })
  const removed = await matter.removal.remove(documentId)
  expect(matter.removal.countLeft(removed)).toBe(0)
  matter.surveyCells.keep(place, {})
  expect([matter.surveyCells.find(place), matter.surveyCells.find(twinPlace)]).toEqual([null, { of: 'twin' }])
  await matter.removal.remove(twin.documentId)
  expect(matter.surveyCells.find(twinPlace)).toBeNull()
})
