import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import { commentedDraft } from '../../../assistant/drafts/commented-draft.ts'
import { makeRedline } from '../../../assistant/drafts/make-redline.ts'
import { redlineParts } from '../../../assistant/drafts/redline-parts.ts'
import type { FileWithPages } from '../../../assistant/drafts/word-file.ts'
import { compareTexts } from '../../../compare/compare-texts.ts'
import { wholeText } from '../../../compare/compared-text.ts'
import { finished } from '../../../compare/steps.ts'
import { openZipParts } from '../../../library/read/archive/open-zip.ts'
import { readDocument } from '../../../library/read/read-document.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import { readWhole } from '../../../library/read/read-source.ts'
import { traceDocx } from '../../../library/read/word/docx/trace-docx.ts'
import type { RemoteWriter } from '../../../library/remote-reader.ts'
import type { DocumentComment } from '../../../library/write/comment-docx.ts'
import { textAfter, textBefore } from '../../../library/write/redline-part.ts'
import { paragraph, typedDocx } from '../../library/read/typed-docx.ts'
import { startReader } from '../../library/read/start-reader.ts'
import { bodyOf, ink, rewritten, ROW, TABLE, textXml } from '../../library/write/redline-files.ts'

const FONTS = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/standard_fonts', import.meta.url))
const AUTHOR = { name: 'Ann Lee', date: '2026-11-30T10:00:00Z' }
const started = startReader()
afterAll(() => started[Symbol.asyncDispose]())

async function fileOf(name: string, bytes: Uint8Array): Promise<FileWithPages> {
  const { pages, result } = await readWhole(
    readDocument(Buffer.from(bytes), { name }, READ_LIMITS, new AbortController().signal),
  )
  return { name, mediaType: result.mediaType, bytes, pages }
}

async function redline(before: FileWithPages, after: FileWithPages, format: 'docx' | 'pdf' = 'docx') {
  return (await redlineOf(before, after, { format })).file
}

type Making = { readonly format?: 'docx' | 'pdf'; readonly writer?: RemoteWriter }

function redlineOf(
  before: FileWithPages,
  after: FileWithPages,
  { format = 'docx', writer = started.reader }: Making = {},
) {
  const tools = { writer, fontsFolder: FONTS }
  return makeRedline({ before, after, author: AUTHOR, format }, tools, new AbortController().signal)
}

const textFile = (name: string, ...paragraphs: readonly string[]) => fileOf(name, Buffer.from(paragraphs.join('\n\n')))

const RENT = 'The Tenant shall pay the Landlord 500 pounds a month on the first day of each month.'
const ROOF = 'The Landlord shall repair the roof and the main walls of the Building.'
const NOTICE = 'A notice to the Tenant may be left at the Premises between nine and five on a working day.'

describe('a redline', () => {
  test('of two texts is a plain Word file that makes each of them', async () => {
    const [before, after] = [
      await textFile('a.txt', RENT, ROOF, NOTICE),
      await textFile('b.txt', RENT.replace('500', '550'), NOTICE, ROOF),
    ]
    const file = await redline(before, after)
    expect(await bodyOf(file, 'rejected')).toBe(ink(wholeText(before.pages)))
    expect(await bodyOf(file, 'accepted')).toBe(ink(wholeText(after.pages)))
  })

  test('of a Word file and a text keeps the file as it is otherwise', async () => {
    const own = typedDocx(paragraph(RENT) + paragraph(['<w:b/>', ROOF]), { 'media/image1.png': Buffer.from([1, 2, 3]) })
    const after = await textFile('b.txt', RENT, ROOF.replace('shall', 'may'))
    const file = await redline(await fileOf('a.docx', own), after)
    expect(await bodyOf(file, 'accepted')).toBe(ink(wholeText(after.pages)))
    expect(Buffer.from(file).includes(Buffer.from('word/media/image1.png'))).toBe(true)
  })

  test('that the file cannot hold exactly is a plain one', async () => {
    const watermark = (word: string) =>
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="${word}"/></v:shape></w:pict></w:r></w:p>`
    const [before, after] = ['DRAFT', 'FINAL'].map((word) => typedDocx(paragraph(RENT) + watermark(word)))
    const { file, losses } = await redlineOf(await fileOf('a.docx', before!), await fileOf('b.docx', after!))
    expect(losses).toEqual(['look'])
    expect(await bodyOf(file, 'accepted')).toContain('FINAL')
    expect(await bodyOf(file, 'rejected')).toContain('DRAFT')
    expect(await textXml(file)).not.toContain('v:textpath')
  })

  test.each(['a.docx', 'a.txt'])('that no Word file holds exactly is not handed out: %s', async (name) => {
    const bytes = name === 'a.docx' ? typedDocx(paragraph(RENT)) : Buffer.from(RENT)
    const writer: RemoteWriter = {
      comment: (...request) => started.reader.comment(...request),
      redline: async (...request) => ({ ...(await started.reader.redline(...request)), differs: 'text' }),
    }
    await expect(redlineOf(await fileOf(name, bytes), await textFile('b.txt', ROOF), { writer })).rejects.toMatchObject(
      {
        code: 'WRONG_USE',
        said: { key: 'failures.comparison.notExact' },
      },
    )
  })

  test.each([
    ['a template', 'template.main+xml', []],
    ['a document with macros', 'document.macroEnabled.main+xml', ['look']],
    ['a template with macros', 'template.macroEnabledTemplate.main+xml', ['look']],
  ])('of %s is an ordinary document, as its name says', async (_, type, losses) => {
    const own = await rewritten(typedDocx(paragraph(RENT)), /Content_Types/, (xml) =>
      xml.replace('document.main+xml', type),
    )
    const made = await redlineOf(await fileOf('a.docx', own), await textFile('b.txt', ROOF))
    const types = String(await (await openZipParts(Buffer.from(made.file), READ_LIMITS)).read('[Content_Types].xml'))
    expect(types).toMatch(/wordprocessingml\.document\.main\+xml/)
    expect(types).not.toMatch(/macroEnabled|template\.main/)
    expect(made.losses).toEqual(losses)
    expect(await bodyOf(made.file, 'rejected')).toBe(ink(RENT))
  })

  const HEAD = ['Item', 'Detail', 'Fee']
  const withRows = (...rows: readonly (readonly string[])[]) =>
    typedDocx(paragraph(RENT) + TABLE(...[HEAD, ...rows].map((cells) => ROW(...cells))) + paragraph(ROOF))

  test.each([
    [
      'comes',
      [['Heat', 'Gas', '30']],
      [
        ['Heat', 'Gas', '30'],
        ['', 'Total', '500'],
      ],
    ],
    [
      'goes',
      [
        ['', 'Total', '500'],
        ['Heat', 'Gas', '30'],
      ],
      [['Heat', 'Gas', '30']],
    ],
    ['gets a last cell', [['Heating', 'Gas', '']], [['Heating', 'Gas', '500']]],
    ['loses its first cell', [['Heating', 'Gas', '500']], [['', 'Gas', '500']]],
  ])('a row with an empty cell at its edge that %s has each value in its column', async (_, before, after) => {
    const [one, other] = [withRows(...before), withRows(...after)]
    const made = await redlineOf(await fileOf('a.docx', one), await fileOf('b.docx', other))
    const rowsOf = async (file: Uint8Array, changes: 'accepted' | 'rejected') =>
      (await traceDocx(await openZipParts(Buffer.from(file), READ_LIMITS), READ_LIMITS, changes)).text
    expect(await rowsOf(made.file, 'accepted')).toBe(await rowsOf(other, 'accepted'))
    expect(await rowsOf(made.file, 'rejected')).toBe(await rowsOf(one, 'accepted'))
    expect(made.losses).toEqual([])
  })

  const noteMark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const withNote = (text: string, note: string) =>
    typedDocx(paragraph(text).replace('</w:p>', `${noteMark}</w:p>`) + paragraph(ROOF), {
      'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph(note)}</w:footnote></w:footnotes>`,
    })
  const withoutNote = typedDocx(paragraph(RENT) + paragraph(ROOF))

  test.each([
    ['comes', withoutNote, withNote(RENT, 'Plus charges.'), ['look']],
    [
      'comes, one that was a paragraph',
      typedDocx(paragraph(RENT) + paragraph(ROOF) + paragraph(NOTICE)),
      withNote(RENT, NOTICE),
      ['look'],
    ],
    [
      'changes',
      withNote(RENT, 'Plus all of the charges of the year.'),
      withNote(RENT, 'Plus all of the charges of the month.'),
      [],
    ],
    ['goes', withNote(RENT, 'Plus charges.'), withoutNote, []],
  ])('a footnote that %s', async (_, before, after, losses) => {
    const made = await redlineOf(await fileOf('a.docx', before), await fileOf('b.docx', after))
    expect(made.losses).toEqual(losses)
    // A note stands elsewhere in a plain file.
    const words = (text: string) =>
      text
        .replaceAll('[1]', '')
        .split('\n')
        .map(ink)
        .filter((line) => line !== '')
        .toSorted()
    const whole = async (file: Uint8Array, changes: 'accepted' | 'rejected') =>
      words((await traceDocx(await openZipParts(Buffer.from(file), READ_LIMITS), READ_LIMITS, changes)).text)
    expect(await whole(made.file, 'accepted')).toEqual(await whole(after, 'accepted'))
    expect(await whole(made.file, 'rejected')).toEqual(await whole(before, 'accepted'))
  })

  test('of a text that becomes a Word file has lost nothing', async () => {
    expect((await redlineOf(await textFile('a.txt', RENT), await textFile('b.txt', ROOF))).losses).toEqual([])
  })

  test('on paper has both texts', async () => {
    const bytes = await redline(
      await textFile('a.txt', RENT, ROOF),
      await textFile('b.txt', RENT.replace('500', '550'), ROOF),
      'pdf',
    )
    const document = await getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: `${FONTS}/` }).promise
    const { items } = await (await document.getPage(1)).getTextContent()
    const text = items.flatMap((item) => ('str' in item ? [item.str] : [])).join('')
    for (const words of ['a.txt → b.txt', 'Ann Lee', '500', '550', 'main walls']) expect(text).toContain(words)
  })

  test('of a document without text is not made', async () => {
    await expect(redline(await textFile('a.txt', RENT), await textFile('b.txt', ' '))).rejects.toMatchObject({
      code: 'WRONG_USE',
    })
  })
})

describe('parts of a redline', () => {
  const word = fc.constantFrom(
    'the',
    'Tenant',
    'tenant',
    'shall',
    'may',
    '12',
    '12.5',
    '(a)',
    '\u201cRent\u201d',
    'e-mail',
    '\u2013',
    '§',
  )
  const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
  const text = fc
    .array(fc.tuple(fc.constantFrom('', '1. ', '1.1 ', '(a) '), line, fc.constantFrom('\n', '.\n', '\n\n')), {
      minLength: 1,
      maxLength: 10,
    })
    .map((lines) => lines.flat().join(''))
  const pages = fc
    .array(text, { minLength: 1, maxLength: 2 })
    .map((texts) => texts.map((one) => ({ page: null, text: one, blocks: [] })))

  test('hold each character of both documents once, in order', () => {
    fc.assert(
      fc.property(pages, pages, (before, after) => {
        const { aligned } = finished(compareTexts(before, after))
        const parts = redlineParts(aligned, { before, after })
        expect(ink(parts.map(({ pieces }) => textBefore(pieces)).join(''))).toBe(ink(wholeText(before)))
        expect(ink(parts.map(({ pieces }) => textAfter(pieces)).join(''))).toBe(ink(wholeText(after)))
      }),
      { numRuns: 300 },
    )
  })

  test('a paragraph that a page parted is no change', () => {
    const page = (one: string) => ({ page: null, text: one, blocks: [] })
    const [head, tail] = RENT.split(' a month') as [string, string]
    const [before, after] = [[page(`${RENT}\n\n${ROOF}`)], [page(head), page(`a month${tail}\n\n${ROOF}`)]]
    const { aligned } = finished(compareTexts(before, after))
    const pieces = redlineParts(aligned, { before, after }).flatMap((part) => part.pieces)
    expect(pieces.map(({ change }) => change)).toEqual(['same', 'same'])
  })
})

describe('a draft with comments', () => {
  const comment = (text: string, words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, text: 'Which?', author: 'Ann Lee', date: AUTHOR.date }
  }

  const commented = (draft: FileWithPages, ...comments: readonly DocumentComment[]) =>
    commentedDraft(started.reader, draft, { comments, by: AUTHOR })

  test('that is a text becomes a Word file of it', async () => {
    const draft = await textFile('letter.txt', RENT, ROOF)
    const made = await commented(draft, comment(wholeText(draft.pages), 'main walls'))
    const { pages } = await fileOf(made.name, made.bytes)
    expect(made.name).toBe('letter.docx')
    expect(pages[0]!.text).toContain('on \u201cmain walls\u201d: Which?')
    expect(pages[0]!.text).not.toContain('could not be kept')
  })

  test('that is a Word file stays that file', async () => {
    const draft = await fileOf('letter.docx', typedDocx(paragraph(RENT) + paragraph(['<w:b/>', ROOF])))
    const made = await commented(draft, comment(draft.pages[0]!.text, 'main walls'))
    const { pages } = await fileOf(made.name, made.bytes)
    expect(pages[0]!.text).toBe(
      `${RENT}\n\n${ROOF}\n\nComment by Ann Lee, 2026-11-30, on \u201cmain walls\u201d: Which?`,
    )
  })

  test('of several pages has each comment on its page', async () => {
    const pages = [RENT, ROOF].map((text) => ({ page: null, text, blocks: [] }))
    const draft = { name: 'scan.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(), pages }
    const made = await commented(draft, comment(wholeText(pages), 'roof'))
    expect((await fileOf(made.name, made.bytes)).pages[0]!.text).toContain('on \u201croof\u201d: Which?')
  })

  test('that cannot be opened any more becomes a Word file of its text, and says so', async () => {
    const whole = await fileOf('letter.docx', typedDocx(paragraph(RENT)))
    const draft = { ...whole, bytes: whole.bytes.subarray(0, 300) }
    const made = await commented(draft, comment(RENT, '500'))
    const { text } = (await fileOf(made.name, made.bytes)).pages[0]!
    expect(text).toContain('on \u201c500\u201d: Which?')
    expect(text).toMatch(/Comment by Ann Lee, .*The look of .letter\.docx. could not be kept\..* The file is damaged/)
  })
})
