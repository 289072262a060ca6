import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { drawnPdf, FIRST_EXTRA, PICTURE, shown, WHOLE_PICTURE } from './drawn-pdf.ts'

const PAGE = shown(72, 700, 'The rent is due on the first day.')

/** The annotations of a page, each the inside of its dictionary. */
function annotated(annotations: readonly string[]): Buffer {
  const references = annotations.map((_, index) => `${FIRST_EXTRA + index} 0 R`).join(' ')
  return drawnPdf(PAGE, {
    page: `/Annots [${references}]`,
    extra: annotations.map((one) => `<< /Type /Annot ${one} >>`),
  })
}

async function notesOf(annotations: readonly string[]): Promise<readonly string[]> {
  const { pages } = await collect('a.pdf', annotated(annotations))
  return blocksOf(pages[0]!).flatMap(([kind, , text]) => (kind === 'note' ? [text] : []))
}

describe('what lies over a page', () => {
  it('is read as notes at its end, with the author', async () => {
    expect(
      await notesOf([
        '/Subtype /Text /Rect [500 700 520 720] /T (A. Clerk) /Contents (Ask the landlord.)',
        '/Subtype /Stamp /Rect [400 600 500 640] /Contents (APPROVED)',
        '/Subtype /Ink /Rect [100 100 200 200] /T (B) /Contents (Signed here) /InkList [[100 100 200 200]]',
      ]),
    ).toEqual(['Comment by A. Clerk: Ask the landlord.', 'Stamp: APPROVED', 'Comment by B: Signed here'])
  })

  it('names the words that were highlighted, struck out or underlined', async () => {
    const over = (from: number, to: number) =>
      `/Rect [${from} 696 ${to} 712] /QuadPoints [${from} 712 ${to} 712 ${from} 696 ${to} 696]`
    expect(
      await notesOf([
        `/Subtype /Highlight ${over(94, 120)} /T (A. Clerk) /Contents (Which?)`,
        `/Subtype /StrikeOut ${over(132, 154)} /T (A. Clerk)`,
        `/Subtype /Underline ${over(72, 118)}`,
      ]),
    ).toEqual([
      'Highlighted by A. Clerk: \u201Crent\u201D \u2013 Which?',
      'Struck out by A. Clerk: \u201Cdue\u201D',
      'Underlined: \u201CThe rent\u201D',
    ])
  })

  it('is not read twice when a popup shows it, nor when there is nothing to say', async () => {
    expect(
      await notesOf([
        '/Subtype /Text /Rect [500 700 520 720] /Contents (Once.) /Popup 7 0 R',
        '/Subtype /Popup /Rect [300 500 500 600] /Parent 6 0 R /Contents (Once.)',
        '/Subtype /Text /Rect [500 600 520 620]',
        '/Subtype /Link /Rect [72 696 200 712] /Contents (A link)',
      ]),
    ).toEqual(['Comment: Once.'])
  })

  it('is boxed where it lies', async () => {
    const { pages } = await collect(
      'a.pdf',
      annotated(['/Subtype /Text /Rect [500 700 520 720] /T (A) /Contents (Ask the landlord.)']),
    )
    const { text, words } = pages[0]!
    expect(text.slice(words.starts.at(-1), words.ends.at(-1))).toBe('Ask the landlord.')
    expect(Array.from(words.boxes.slice(-4))).toEqual([500, 122, 20, 20])
  })

  it('makes a page of its own where the page is empty', async () => {
    const { pages } = await collect(
      'a.pdf',
      drawnPdf('', {
        page: '/Annots [6 0 R]',
        extra: ['<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Alone.) >>'],
      }),
    )
    expect(pages.map(({ state, text }) => [state, text])).toEqual([['text', 'Comment: Alone.']])
  })
})

describe('a comment on a scan', () => {
  it('is read, and does not hide that the page has no text layer', async () => {
    const { pages, result } = await collect(
      'a.pdf',
      drawnPdf(WHOLE_PICTURE, {
        page: '/Annots [7 0 R]',
        resources: '/XObject << /Im0 6 0 R >>',
        extra: [PICTURE, '<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Alone.) >>'],
      }),
    )
    expect(pages.map(({ state, text }) => [state, text])).toEqual([['text', 'Comment: Alone.']])
    expect(result.warnings).toEqual([expect.stringMatching(/^Page 1 is scanned, without a text layer/)])
  })
})

describe('form fields', () => {
  it('give what was chosen and ticked, by the name that people see', async () => {
    const fields = [
      '/FT /Ch /Ff 131072 /T (c1) /TU (Country) /Opt [(France) (Spain)] /V (Spain)',
      '/FT /Ch /T (l1) /TU (Colours) /Opt [(red) (blue)] /I [0 1] /V [(red) (blue)] /Ff 2097152',
      '/FT /Btn /T (consent) /V /Yes /AS /Yes /AP << /N << /Yes 20 0 R /Off 20 0 R >> >>',
      '/FT /Btn /T (other) /V /Off /AS /Off /AP << /N << /Yes 20 0 R /Off 20 0 R >> >>',
    ].map(
      (field, index) =>
        `<< /Type /Annot /Subtype /Widget ${field} /Rect [300 ${600 - index * 30} 400 ${620 - index * 30}] >>`,
    )
    const references = fields.map((_, index) => `${FIRST_EXTRA + index} 0 R`).join(' ')
    const { pages } = await collect(
      'form.pdf',
      drawnPdf(PAGE, {
        page: `/Annots [${references}]`,
        catalogue: `/AcroForm << /Fields [${references}] >>`,
        extra: fields,
      }),
    )
    expect(blocksOf(pages[0]!).map(([, , text]) => text)).toEqual([
      'The rent is due on the first day.',
      'Country: Spain',
      'Colours: red, blue',
      'consent: \u2612',
    ])
  })

  it('are not told twice where their value is printed on the page as well', async () => {
    const field =
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (The rent is due\\ron the first day.) /Rect [72 690 300 712] >>'
    const { pages } = await collect(
      'form.pdf',
      drawnPdf(PAGE, { page: '/Annots [6 0 R]', catalogue: '/AcroForm << /Fields [6 0 R] >>', extra: [field] }),
    )
    expect(pages[0]!.text).toBe('The rent is due on the first day.')
  })

  it('of an XFA form come with advice', async () => {
    const xfa = { dictionary: '', stream: Buffer.from('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>') }
    const { result } = await collect(
      'form.pdf',
      drawnPdf(PAGE, { catalogue: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true', extra: [xfa] }),
    )
    expect(result.warnings).toEqual([expect.stringMatching(/XFA form.*print it as a PDF/)])
  })
})
