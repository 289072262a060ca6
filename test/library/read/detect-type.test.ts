import { describe, expect, it } from 'vitest'
import { writeZip } from '../../../scripts/write-zip.ts'
import { collect } from './collect.ts'
import { typedDocx } from './typed-docx.ts'
import { typedPdf } from './typed-pdf.ts'

const zip = (...names: readonly string[]) => writeZip(names.map((name) => ({ name, data: 'x' })))
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])

describe('the type of a document', () => {
  it('is found by its content; a name that disagrees is told', async () => {
    const { result } = await collect('lease.docx', typedPdf([[[72, 90, 12, 'Text.']]]))
    expect(result).toMatchObject({
      mediaType: 'application/pdf',
      warnings: ['The name ends in .docx, but the content is a PDF; it was read as that.'],
    })
    const word = await collect('lease.pdf', typedDocx('<w:p><w:r><w:t>Text.</w:t></w:r></w:p>'))
    expect(word.result.warnings).toEqual([
      'The name ends in .pdf, but the content is a Word document; it was read as that.',
    ])
  })

  it('is PDF also when other bytes stand before the header', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFF\r\nsome mail header\r\n'), typedPdf([[[72, 90, 12, 'Text.']]])])
    expect((await collect('a.pdf', bytes)).pages[0]!.text).toBe('Text.')
  })

  it.each([
    ['notes.log', 'Plain notes of the day', 'text/plain'],
    ['notes.md', '# Notes', 'text/markdown'],
    ['page.txt', '<!DOCTYPE html><p>Hello', 'text/html'],
    ['part.htm', 'Intro <b>bold</b> text', 'text/html'],
  ])('of %s is %s: %s', async (name, content, mediaType) => {
    expect((await collect(name, Buffer.from(content))).result.mediaType).toBe(mediaType)
  })

  it.each([
    [
      'a.xlsb',
      zip('xl/workbook.bin'),
      'unsupported',
      /^Excel files of the old format \(\.xls, \.xlsb\) are not read\. Save it as PDF, DOCX or text and add that\./,
    ],
    ['a.odt', zip('content.xml', 'META-INF/manifest.xml'), 'unsupported', /^OpenDocument texts/],
    ['a.zip', zip('a.txt'), 'unsupported', /^ZIP archives/],
    ['a.docx', zip('a.txt'), 'damaged', /not a Word document/],
    ['a.doc', ole('WordDocument'), 'unsupported', /^Word documents of the old format/],
    ['a.docx', ole('EncryptedPackage'), 'password', /locked by a password/],
    ['a.rtf', Buffer.from('{\\rtf1 x}'), 'unsupported', /^RTF/],
    ['a.eml', Buffer.from('From: a@b.c\r\nMessage-ID: <1>\r\n\r\nHi'), 'unsupported', /^E-mail/],
    ['a.bin', Buffer.from(Array.from({ length: 500 }, (_, index) => index % 7)), 'unsupported', /^Files of this kind/],
    ['a.pdf', Buffer.from(Array.from({ length: 500 }, (_, index) => index % 7)), 'damaged', /not a PDF/],
    ['a.pdf', Buffer.alloc(0), 'damaged', /^The file is empty/],
  ])('%s is refused in plain words', async (name, bytes, code, message) => {
    await expect(collect(name, bytes)).rejects.toMatchObject({
      failure: { code, message: expect.stringMatching(message) },
    })
  })
})
