import { describe, expect, it } from 'vitest'
import { pdfSignatures } from '../../../../library/read/pdf/read-pdf.ts'
import { collect } from '../collect.ts'
import { drawnPdf, shown } from './drawn-pdf.ts'

const SIGNED = `<< /Type /Sig /Filter /Adobe.PPKLite /Name (Jane \\(J.\\) Doe) /M (D:20240301120000Z)
  /ByteRange [0 10 20 30] /Contents <${'00'.repeat(500)}> >>`

describe('the signatures of a PDF', () => {
  it('are told with name and date, and as not checked', async () => {
    const { result } = await collect('a.pdf', drawnPdf(shown(72, 700, 'Agreed.'), { extra: [SIGNED] }))
    expect(result.warnings).toEqual([
      'It is signed electronically (Jane (J.) Doe, 2024-03-01). Whether that is genuine was not checked.',
    ])
  })

  it('may stand after their certificate, in UTF-16, or say nothing', () => {
    const wide = Buffer.from('\uFEFFJ\u00fcrgen', 'utf16le').swap16().toString('latin1')
    const bytes = Buffer.from(
      `1 0 obj << /ByteRange [0 1 2 3] /Contents <00> /Name (${wide}) >> endobj 2 0 obj << /ByteRange [0 1 2 3] >> endobj`,
      'latin1',
    )
    expect(pdfSignatures(bytes)).toEqual(['J\u00fcrgen', ''])
  })

  it('are not the fields that wait for one', async () => {
    const field = '<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [72 100 200 130] >>'
    const { result } = await collect(
      'a.pdf',
      drawnPdf(shown(72, 700, 'Agreed.'), {
        page: '/Annots [6 0 R]',
        catalogue: '/AcroForm << /Fields [6 0 R] >>',
        extra: [field],
      }),
    )
    expect(result.warnings).toEqual([])
  })
})
