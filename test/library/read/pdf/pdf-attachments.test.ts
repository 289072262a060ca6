import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import type { PdfObject } from '../../../../scripts/hostile/write-pdf.ts'
import { collect } from '../collect.ts'
import { drawnPdf, shown } from './drawn-pdf.ts'

const LETTER = Buffer.from('Dear Sir, the rent is due.\n')
const NOTE = Buffer.from('Seen by the clerk.\n')

function embedded(bytes: Buffer, dictionary = '/Type /EmbeddedFile'): PdfObject {
  return { dictionary: `${dictionary} /Filter /FlateDecode`, stream: deflateSync(bytes) }
}

function pinned(name: string, stream: number): string {
  return `<< /Type /Annot /Subtype /FileAttachment /Rect [400 600 420 620]
    /FS << /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${stream} 0 R >> >> >>`
}

/** A file of the document, and two pinned to its page. */
function withFiles(letter = LETTER, note = embedded(NOTE)): Buffer {
  return drawnPdf(shown(72, 700, 'The letter is attached.'), {
    catalogue: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>',
    page: '/Annots [9 0 R 10 0 R]',
    extra: [
      '<< /Type /Filespec /F (letter.txt) /UF (letter.txt) /EF << /F 7 0 R >> >>',
      embedded(letter),
      note,
      pinned('note.txt', 8),
      pinned('../note.txt', 7),
    ],
  })
}

describe('the files inside a PDF', () => {
  it('come after its pages, those of the document and those pinned to a page', async () => {
    const { pages, attached, result } = await collect('a.pdf', withFiles())
    expect(pages[0]!.text).toBe('The letter is attached.')
    expect([...attached]).toEqual([
      ['letter.txt', LETTER],
      ['note.txt', NOTE],
      ['note (2).txt', LETTER],
    ])
    expect(result.warnings).toEqual([])
  })

  it('are found where the document does not call them attachments', async () => {
    const { attached } = await collect('a.pdf', withFiles(LETTER, embedded(NOTE, '')))
    expect(attached.get('note.txt')).toEqual(NOTE)
  })

  it.each(['/Type /EmbeddedFile', ''])('are not unpacked when one is larger than it may be (%s)', async (type) => {
    const limits = { ...READ_LIMITS, zipInflatedMb: 1 }
    const bytes = withFiles(LETTER, embedded(Buffer.alloc(3_000_000), type))
    const { pages, attached, result } = await collect('a.pdf', bytes, { limits })
    expect([pages.length, attached.size]).toEqual([1, 0])
    expect(result.warnings).toEqual(['An attachment is too large unpacked: the files inside this PDF were not read.'])
  })

  it('are named when they cannot be unpacked', async () => {
    const bytes = withFiles()
    const broken = Buffer.from(
      bytes.toString('latin1').replace('/EF << /F 7 0 R >> >>', '/EF << /F 99 0 R >> >>'),
      'latin1',
    )
    const { attached, result } = await collect('a.pdf', broken)
    expect([...attached.keys()]).toEqual(['note.txt', 'note (2).txt'])
    expect(result.warnings).toEqual(['Attachments that could not be unpacked: letter.txt.'])
  })
})
