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

  it('is an archive where its first entry is a PDF that was stored without compression', async () => {
    const pdf = typedPdf([[[72, 90, 12, 'Text.']]])
    const stored = writeZip([
      { name: 'scan.pdf', data: pdf, isStored: true },
      { name: 'note.txt', data: 'Beside it.' },
    ])
    const { result, attached } = await collect('bundle.zip', stored)
    expect(result.mediaType).toBe('application/zip')
    expect([...attached.keys()]).toEqual(['scan.pdf', 'note.txt'])
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
    ['a.eml', 'From: a@b.c\nMessage-ID: <1>\n\nHi', 'message/rfc822'],
    ['notes', 'from: a@b.c\nmessage-id: <1>\n\nHi', 'message/rfc822'],
    ['notes', '\uFEFF\n\nFrom: a@b.c\nReceived: x\n\nHi', 'message/rfc822'],
    ['notes', `X-Trace: ${'a'.repeat(9000)}\nFrom: a@b.c\nReceived: x\n\nHi`, 'message/rfc822'],
    ['a.eml', 'From a@b.c Tue May 12 14:45:17 2020\nFrom: a@b.c\n\nHi', 'message/rfc822'],
    ['inbox', 'From a@b.c Tue May 12 14:45:17 2020\nFrom: a@b.c\n\nHi', 'application/mbox'],
    ['notes', 'From: the landlord\nTo: the tenant\n\nHi', 'text/plain'],
  ])('of mail in %s is told by its fields: %j', async (name, content, mediaType) => {
    expect((await collect(name, Buffer.from(content))).result.mediaType).toBe(mediaType)
  })

  it.each([
    [
      'a.xlsb',
      zip('xl/workbook.bin'),
      'unsupported',
      /^Binary Excel files \(\.xlsb\) are not read\. Save it as XLSX and add that\./,
    ],
    [
      'a.xls',
      ole('Workbook'),
      'unsupported',
      /^Excel files of the old format \(\.xls\) are not read\. Save it as XLSX/,
    ],
    ['a.xls', ole('Book'), 'unsupported', /^Excel files of the old format/],
    ['a.docx', zip('a.txt'), 'damaged', /not a Word document/],
    ['a.docx', ole('EncryptedPackage'), 'password', /locked by a password/],
    ['a.bin', Buffer.from(Array.from({ length: 500 }, (_, index) => index % 7)), 'unsupported', /^Files of this kind/],
    ['a.pdf', Buffer.from(Array.from({ length: 500 }, (_, index) => index % 7)), 'damaged', /not a PDF/],
    ['a.pdf', Buffer.alloc(0), 'damaged', /^The file is empty/],
  ])('%s is refused in plain words', async (name, bytes, code, message) => {
    await expect(collect(name, bytes)).rejects.toMatchObject({
      failure: { code },
      message: expect.stringMatching(message),
    })
  })
})
