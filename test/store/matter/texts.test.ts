import { message, verbatim } from '../../../wording/message.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeWordBoxes, encodeWordBoxes } from '../../../store/matter/pages.ts'
import { codeOfFailure, once } from '../temporary-home.ts'
import { addDocument, newMatter, rowCounts, shownPassages, textPage } from './new-matter.ts'

const SOURCE = { reader: 'reader 1', options: '{}' }

test('pages in any order give the whole text, its slices and its starts', async () => {
  await using setting = await newMatter()
  const { originals, textVersions, pages } = setting.matter
  const { sha256 } = await originals.write(once(Buffer.from('x')), 'x/y')
  let reading = 0
  const pageText = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\f', ' '))
  fc.assert(
    fc.property(
      fc.array(pageText, { minLength: 1, maxLength: 6 }),
      fc.nat(130),
      fc.nat(130),
      fc.nat(),
      (texts, from, to, shift) => {
        reading += 1
        const { id } = textVersions.begin({ sha256, ...SOURCE, options: `${reading}` })
        for (const index of texts.keys()) {
          const place = (index + shift) % texts.length
          pages.write(id, place + 1, textPage(place + 1, texts[place] ?? ''))
        }
        const whole = texts.join('\f')
        expect(pages.wholeText(id)).toBe(whole)
        expect(pages.slice(id, from, to)).toBe(whole.slice(from, Math.max(from, to)))
        for (const { page, start, text } of pages.text(id)) {
          expect(pages.slice(id, start, start + text.length + 1)).toBe(whole.slice(start, start + text.length + 1))
          expect(whole.slice(start, start + text.length)).toBe(text)
          expect(pages.geometry(id, page ?? 0)).toMatchObject({ start, characters: text.length })
          expect(pages.part(id, page)).toEqual({ start, text, blocks: [] })
        }
        expect(pages.done(id)).toEqual(texts.map((_, index) => index + 1))
      },
    ),
    { numRuns: 60 },
  )
})

test('a lone surrogate is replaced without moving offsets, and NUL survives', async () => {
  await using setting = await newMatter()
  const { originals, textVersions, pages } = setting.matter
  const { sha256 } = await originals.write(once(Buffer.from('x')), 'x/y')
  const { id } = textVersions.begin({ sha256, ...SOURCE })
  pages.write(id, 1, textPage(1, 'a\ud800b\u0000c'))
  expect(pages.wholeText(id)).toBe('a\ufffdb\u0000c')
  expect(() => pages.write(id, 2, textPage(2, 'a\fb'))).toThrow(RangeError)
})

test('a page done twice changes nothing, a failed one can be repaired until the version is complete', async () => {
  await using setting = await newMatter()
  const { originals, textVersions, pages, passages } = setting.matter
  const { sha256 } = await originals.write(once(Buffer.from('x')), 'x/y')
  const { id } = textVersions.begin({ sha256, ...SOURCE })
  const failed = { ...textPage(2, ''), state: 'failed', reason: verbatim('damaged') } as const
  pages.write(id, 1, textPage(1, 'first'))
  pages.write(id, 1, textPage(1, 'second'))
  pages.write(id, 2, failed)
  pages.write(id, 3, { ...failed, page: 3 })
  pages.write(id, 2, textPage(2, 'repaired'))
  expect(textVersions.begin({ sha256, ...SOURCE })).toMatchObject({ id, complete: false })
  passages.complete(id, [])
  pages.write(id, 3, textPage(3, 'too late'))
  pages.write(id, 4, textPage(4, 'too late'))
  expect(pages.list(id)).toEqual([
    { page: 1, label: null, state: 'text', reason: null, characters: 5 },
    { page: 2, label: null, state: 'text', reason: null, characters: 8 },
    { page: 3, label: null, state: 'failed', reason: verbatim('damaged'), characters: 0 },
  ])
  const version = { id, sha256, ...SOURCE, complete: true, characters: 15, passages: 0 }
  expect(textVersions.get(id)).toEqual({ ...version, found: null })
  const notices = [{ kind: 'hidden-text', text: verbatim('Page 1 has hidden text.') } as const]
  const found = { mediaType: 'text/plain', notices, password: null, ending: '.txt' }
  textVersions.keepFound(id, found)
  expect(textVersions.get(id)).toEqual({ ...version, found })
})

test('why a page has no text is read as a message, and as the words that an older version kept', async () => {
  await using setting = await newMatter()
  const { originals, textVersions, pages, database } = setting.matter
  const { sha256 } = await originals.write(once(Buffer.from('x')), 'x/y')
  const { id } = textVersions.begin({ sha256, ...SOURCE })
  const reason = message('reading.pages.damaged', { why: 'no end' })
  pages.write(id, 1, { ...textPage(1, ''), state: 'failed', reason })
  pages.write(id, 2, { ...textPage(2, ''), state: 'failed', reason })
  database.prepare('UPDATE pages SET reason = ? WHERE ordinal = 2').run('the page is damaged')
  expect(pages.list(id).map((page) => page.reason)).toEqual([reason, verbatim('the page is damaged')])
})

test('words and their boxes come back exactly, and uneven ones are refused', async () => {
  const word = fc.record({
    offsets: fc.tuple(fc.integer(), fc.integer()),
    box: fc.array(fc.float(), { minLength: 4, maxLength: 4 }),
  })
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const given = {
        offsets: Int32Array.from(words.flatMap(({ offsets }) => offsets)),
        boxes: Float32Array.from(words.flatMap(({ box }) => box)),
      }
      const encoded = encodeWordBoxes(given)
      expect(encoded.length).toBe(4 + 24 * words.length)
      expect(decodeWordBoxes(encoded)).toEqual(given)
    }),
  )
  expect(() => encodeWordBoxes({ offsets: new Int32Array(2), boxes: new Float32Array(3) })).toThrow(RangeError)
  await using setting = await newMatter()
  const { originals, textVersions, pages } = setting.matter
  const { sha256 } = await originals.write(once(Buffer.from('x')), 'x/y')
  const { id } = textVersions.begin({ sha256, ...SOURCE })
  const words = { offsets: new Int32Array([0, 5]), boxes: new Float32Array([72, 72, 30.5, 12]) }
  const confidences = Uint8Array.of(87)
  pages.write(id, 1, { ...textPage(1, 'hello'), width: 595, height: 842, words, confidences })
  const { confidences: kept, ...geometry } = pages.geometry(id, 1)!
  expect(geometry).toEqual({ start: 0, characters: 5, width: 595, height: 842, words })
  expect([...kept!]).toEqual([87])
  expect(pages.geometry(id, 2)).toBeNull()
})

test('a passage gives its own text, whether or not its index text ends with it', async () => {
  await using setting = await newMatter()
  const { originals, textVersions, pages, passages } = setting.matter
  const { sha256 } = await originals.write(once(Buffer.from('x')), 'x/y')
  const { id } = textVersions.begin({ sha256, ...SOURCE })
  pages.write(id, 1, textPage(1, 'One two.'))
  pages.write(id, 2, textPage(2, 'Three.'))
  const ofPage = { page: 1, section: 'Head' }
  const spans = [
    { start: 0, end: 8, ...ofPage, indexText: 'Head\nOne two.' },
    { start: 4, end: 14, ...ofPage, indexText: 'Head\ntwo. Three' },
  ]
  expect(await codeOfFailure(() => passages.complete(id, [{ ...spans[0], end: 16 } as (typeof spans)[0]]))).toBe(
    'RangeError',
  )
  expect(textVersions.get(id).complete).toBe(false)
  passages.complete(id, spans)
  passages.complete(id, [])
  expect(passages.list(id)).toEqual([
    { ...spans[0], id: expect.any(Number), textVersionId: id, ordinal: 0, text: 'One two.' },
    { ...spans[1], id: expect.any(Number), textVersionId: id, ordinal: 1, text: 'two.\fThree' },
  ])
  expect(await codeOfFailure(() => passages.get(99))).toBe('NOT_FOUND')
})

test('a re-read is beside the old text until it is published, then the old one goes unless an answer cites it', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const old = await addDocument(matter, 'a.txt', 'some words')
  const source = { sha256: old.sha256, reader: 'text 1', options: '{}' }
  expect(matter.textVersions.begin(source)).toMatchObject({ id: old.textVersionId, complete: true })
  const next = matter.textVersions.begin(source, true)
  expect(matter.textVersions.begin(source, true).id).toBe(next.id)
  matter.pages.write(next.id, 1, textPage(null, 'better words'))
  expect(() => matter.documents.publish(old.documentId, next.id)).toThrow(RangeError)
  matter.passages.complete(next.id, [{ start: 0, end: 6, page: null, section: '', indexText: 'better' }])
  const shown = () => shownPassages(matter)
  expect(shown()).toEqual(['some', 'words'].map((word) => [word, old.documentId]))
  expect(matter.textVersions.removeUnreferenced()).toBe(0)

  matter.documents.publish(old.documentId, next.id)
  expect(shown()).toEqual([['better', old.documentId]])
  const answer = { answerId: 'a', question: 'q', askedAt: '2026-01-01', follows: null, model: null }
  matter.answers.save(answer, [old.textVersionId, 12_345])
  expect(matter.textVersions.removeUnreferenced()).toBe(0)
  matter.answers.delete('a')
  expect(matter.textVersions.removeUnreferenced()).toBe(1)
  expect(rowCounts(matter)).toMatchObject({ text_versions: 1, pages: 1, passages: 1 })
  expect(rowCounts(matter)['vectors']).toBeUndefined()
})

test('a cancelled reading is dropped with its pages, a complete one is not', async () => {
  await using setting = await newMatter()
  const { matter } = setting
  const { textVersionId, sha256 } = await addDocument(matter, 'a.txt', 'some words')
  const { id } = matter.textVersions.begin({ sha256, ...SOURCE })
  matter.pages.write(id, 1, textPage(1, 'x'))
  matter.textVersions.discard(id)
  matter.textVersions.discard(textVersionId)
  expect(rowCounts(matter)).toMatchObject({ text_versions: 1, pages: 1 })
  expect(await codeOfFailure(() => matter.textVersions.get(id))).toBe('NOT_FOUND')
  expect(await codeOfFailure(() => matter.textVersions.begin({ ...SOURCE, sha256: 'none' }))).toBe('NOT_FOUND')
})
