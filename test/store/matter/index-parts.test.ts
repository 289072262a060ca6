import { expect, test } from 'vitest'
import { newMatter, textPage } from './new-matter.ts'
import { once } from '../temporary-home.ts'

const bytes = (...numbers: readonly number[]) => Uint8Array.from(numbers)
const plain = (parts: readonly Uint8Array[]) => parts.map((part) => [...part])

async function addText(matter: Awaited<ReturnType<typeof newMatter>>['matter']) {
  const { sha256 } = await matter.originals.write(once(Buffer.from('rent')), 'text/plain')
  const document = { root: 'r', path: 'a.txt', state: 'ready', mediaType: 'text/plain', bytes: 4, addedAt: '' } as const
  const documentId = matter.documents.add(document)
  matter.documents.setContent(documentId, sha256)
  const { id } = matter.textVersions.begin({ sha256, reader: 'lines 1', options: '{}' })
  matter.pages.write(id, 1, textPage(null, 'rent'))
  matter.passages.complete(id, [{ start: 0, end: 4, page: null, section: '', indexText: 'rent' }])
  matter.documents.publish(documentId, id)
  return { documentId, id }
}

test('what an index has made of a text is kept by kind and form, the newest in place of the one before', async () => {
  await using made = await newMatter()
  const { indexParts } = made.matter
  const { id } = await addText(made.matter)
  indexParts.keep(id, 'words', 'one', [bytes(), bytes(1, 2)])
  indexParts.keep(id, 'vectors', 'one', [bytes(3)])
  expect([indexParts.of(id, 'words', 'one'), indexParts.of(id, 'vectors', 'one')].map(plain)).toEqual([
    [[], [1, 2]],
    [[3]],
  ])
  indexParts.keep(id, 'words', 'two', [bytes(4)])
  const forms = ['one', 'two'].map((form) => plain(indexParts.of(id, 'words', form)))
  expect([...forms, plain(indexParts.of(id, 'vectors', 'one'))]).toEqual([[], [[4]], [[3]]])
})

test('it goes with the document, and none is kept of a text that is gone', async () => {
  await using made = await newMatter()
  const { indexParts, removal } = made.matter
  const { documentId, id } = await addText(made.matter)
  indexParts.keep(id, 'words', 'one', [bytes(1)])
  const removed = await removal.remove(documentId)
  indexParts.keep(id, 'words', 'one', [bytes(1)])
  expect([indexParts.of(id, 'words', 'one'), removal.countLeft(removed)]).toEqual([[], 0])
})

test.each([
  ['shorter', 'UPDATE index_parts SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE ordinal = 1'],
  ['another', 'UPDATE index_parts SET bytes = zeroblob(length(bytes)) WHERE ordinal = 0'],
  ['empty', "UPDATE index_parts SET bytes = x'' WHERE ordinal = 0"],
  ['gone', 'DELETE FROM index_parts WHERE ordinal = 1'],
])('none is given of a text of which a part is %s', async (_how, damage) => {
  await using made = await newMatter()
  const { indexParts, database } = made.matter
  const { id } = await addText(made.matter)
  indexParts.keep(id, 'words', 'one', [bytes(1, 2), bytes(3, 4)])
  database.execute(damage)
  expect(indexParts.of(id, 'words', 'one')).toEqual([])
})
