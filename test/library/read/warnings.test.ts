import { message } from '../../../wording/message.ts'
import { messageText } from '../../../wording/message-text.ts'
import { expect, test } from 'vitest'
import { NoticeKind } from '../../../contract/document.ts'
import { createLegibility } from '../../../library/read/read-document.ts'
import { distinctWarnings, warning } from '../../../library/read/read-warning.ts'
import { type ReadPage, wholeDocument } from '../../../library/read/read-page.ts'
import { collect } from './collect.ts'
import { paragraph, typedDocx } from './typed-docx.ts'

const kindsOf = async (name: string, bytes: Buffer) => (await collect(name, bytes)).kinds

test('warnings say what they are about, in words that the contract knows', async () => {
  const insertion = '<w:p><w:ins w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>'
  const body = `${paragraph('Seen ', ['<w:vanish/>', 'not seen'])}${paragraph(['<w:strike/>', 'gone'])}${insertion}`
  const found = {
    word: await kindsOf('a.docx', typedDocx(body, { 'vbaProject.bin': Buffer.from('x') })),
    name: await kindsOf('a.pdf', typedDocx(paragraph('A letter.'))),
    web: await kindsOf(
      'a.html',
      Buffer.from('<p>Seen</p><p hidden>not seen</p><iframe src="x"></iframe><img src="y">'),
    ),
    text: await kindsOf('a.txt', Buffer.from('Stra\xdfe und M\xfchle, ge\xf6ffnet f\xfcr G\xe4ste', 'latin1')),
    table: await kindsOf('a.csv', Buffer.from('no table at all')),
  }
  expect(found).toEqual({
    word: ['hidden-text', 'tracked-changes', 'struck-text', 'macros'],
    name: ['file-type'],
    web: ['hidden-text', 'pictures', 'not-read'],
    text: ['encoding'],
    table: ['layout'],
  })
  for (const kind of Object.values(found).flat()) expect(NoticeKind.options).toContain(kind)
})

test('what several parts say alike is told once', () => {
  const one = warning('encoding', message('reading.notices.undecoded', { count: 1 }))
  const other = warning('hidden-text', message('reading.notices.undecoded', { count: 3 }))
  expect(distinctWarnings([one, other, structuredClone(one)])).toEqual([one, other])
})

test('pages whose letters were hardly legible are named, those with clear ones and none by OCR are not', () => {
  const legibility = createLegibility()
  const pages = [ocrPage(1, [95, 96]), ocrPage(2, [60, 62]), ocrPage(4, [20, 99])]
  const noted = [...pages, wholeDocument('typed', [], 'noText')].map((page) => legibility.note(page))
  const named = [warning('low-confidence', message('reading.notices.hardToRead', { count: 2, pages: '2, 4' }))]
  expect(legibility.warnings()).toEqual(named)
  expect(messageText(named[0]!.text)).toBe('Pages 2, 4 are hard to read: compare the words with the picture.')
  const noticed = noted.flatMap(({ page, noticed: of }) => (page !== null && of ? [{ ...of, page }] : []))
  expect(createLegibility(noticed).warnings(), 'when the reading goes on').toEqual(named)
  expect(createLegibility().warnings()).toEqual([])
})

/** Two words of which the first is as long as three of the second. */
function ocrPage(page: number, confidences: readonly number[]): ReadPage {
  const words = {
    starts: Int32Array.of(0, 13),
    ends: Int32Array.of(12, 17),
    boxes: new Float32Array(8),
    confidences: Uint8Array.from(confidences),
  }
  return { ...wholeDocument('abcdefghijkl mnop', [], 'noText'), page, state: 'ocr', words }
}
