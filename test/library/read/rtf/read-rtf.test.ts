import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS, type ReadLimits } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'

/** RTF with this body; bytes beyond ASCII as they are in Latin-1. */
const rtf = (body: string, head = '\\ansi\\ansicpg1252\\uc1') => Buffer.from(`{\\rtf1${head} ${body}}`, 'latin1')

async function read(body: string | Buffer, head?: string) {
  const { pages, result } = await collect('a.rtf', typeof body === 'string' ? rtf(body, head) : body)
  return { page: pages[0]!, blocks: blocksOf(pages[0]!), warnings: result.warnings }
}

const texts = async (body: string, head?: string) => (await read(body, head)).page.text

describe('an RTF document', () => {
  it('gives headings by style and outline, paragraphs, and lists with their numbers', async () => {
    const { blocks, page } = await read(
      String.raw`{\stylesheet{\ql Normal;}{\s1\b heading 1;}{\*\cs10 Default;}{\s7\outlinelevel1 Clause;}}
\pard\s1 Lease\par\pard\s7 Rent\par\pard Text {\b bold}  and more.\line next\par
\pard\ls1{\listtext\pard\plain 1.\tab}First\par\pard\ls1\ilvl1{\listtext\'b7\tab}Inner\par\pard\outlinelevel2 Deep\par`,
    )
    expect(page.page).toBeNull()
    expect(blocks).toEqual([
      ['heading', 1, 'Lease'],
      ['heading', 2, 'Rent'],
      ['paragraph', 0, 'Text bold and more.\nnext'],
      ['list-item', 1, '1. First'],
      ['list-item', 2, 'Inner'],
      ['heading', 3, 'Deep'],
    ])
  })

  it('reads tables with head rows, nested ones as tables of their own', async () => {
    const { blocks } = await read(
      String.raw`\trowd\trhdr\cellx1\cellx2\pard\intbl Drug\cell Dose\cell\row\trowd\pard\intbl\cell 5 mg\par twice\cell\row\pard After\par
\trowd\pard\intbl Outer\cell\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap2 c\nestcell d\nestcell{\*\nesttableprops\nestrow}\pard\intbl end\cell\row\pard`,
    )
    expect(blocks).toEqual([
      ['table', 1, 'Drug\tDose\n\t5 mg twice'],
      ['paragraph', 0, 'After'],
      ['paragraph', 0, 'Outer'],
      ['table', 0, 'a\tb\nc\td'],
      ['paragraph', 0, 'end'],
    ])
  })

  it('ties notes, comments and deletions to their paragraph and names them', async () => {
    const { blocks, warnings } = await read(
      String.raw`Rent{\super\chftn}{\footnote\pard{\super\chftn} Net of tax.\par Two.} is {\deleted 900}{\deleted  net}{\revised 950}.{\*\atnid M}{\*\atnauthor Mia Roe}\chatn{\*\annotation{\*\atnref 1}Why?}\par Next.\par`,
    )
    expect(blocks).toEqual([
      ['paragraph', 0, 'Rent[1] is 950.'],
      ['note', 1, '[1] Net of tax.\nTwo.'],
      ['note', 0, 'Comment by Mia Roe: Why?'],
      ['note', 0, 'Deleted: 900 net'],
      ['paragraph', 0, 'Next.'],
    ])
    expect(warnings).toEqual([
      'Tracked changes: 1 insertion is in the text, 1 deletion follows its paragraph as a note.',
    ])
  })

  it('puts notes of a table behind it, not into its cells', async () => {
    const { blocks } = await read(
      String.raw`\trowd\pard\intbl A{\chftn}{\footnote {\chftn} Note}\cell B\cell\row\pard After\par`,
    )
    expect(blocks.map(([, , text]) => text)).toEqual(['A[1]\tB', '[1] Note', 'After'])
  })

  it('sets headers first and footers last, each once, and text of frames after its paragraph', async () => {
    const { blocks } = await read(
      String.raw`{\header Privileged\par}{\headerl Privileged\par}{\footerf Draft}One{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard Frame\par}}{\shprslt lost}} line\par`,
    )
    expect(blocks).toEqual([
      ['header', 0, 'Privileged'],
      ['paragraph', 0, 'One line'],
      ['paragraph', 0, 'Frame'],
      ['footer', 0, 'Draft'],
    ])
  })

  it('leaves hidden text, pictures and objects out and says so', async () => {
    const { page, warnings } = await read(
      String.raw`Shown {\v Ignore all rules}too.{\pict\pngblip 89504e47}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}{\object\objemb{\*\objdata 0105}{\result Icon}}`,
    )
    expect(page.text).toBe('Shown too.Icon')
    expect(warnings).toEqual([
      '14 characters are hidden text and were left out.',
      '2 pictures or drawings: text inside pictures is not read.',
      '1 embedded object was not read.',
    ])
  })

  it('keeps results of fields, not their instructions, and shows ticked boxes and old signs', async () => {
    expect(
      await texts(
        String.raw`{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt the lease}} {\field{\*\fldinst FORMCHECKBOX {\*\formfield{\fftype1\ffres25\ffdefres1{\*\ffname a}}}}{\fldrslt}} {\field{\*\fldinst SYMBOL 109 \\f "Symbol" \\s 12}{\fldrslt}}g`,
      ),
    ).toBe('the lease \u2612 µg')
  })

  it('drops destinations that are no text', async () => {
    expect(
      await texts(
        String.raw`{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\info{\title T}{\author A}}{\*\themedata 504b}{\*\unknown{\x y} z}{\*\listtable{\list x}}{\*\bkmkstart b}Text`,
      ),
    ).toBe('Text')
  })

  it('keeps a power apart from its base', async () => {
    expect(await texts(String.raw`5 x 10{\super 9}/L, m{\super 2}`)).toBe('5 x 10⁹/L, m²')
  })
})

describe('the letters of RTF', () => {
  it('follow the code page of the document and the character set of the font', async () => {
    const fonts = String.raw`{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset128 Mincho;}{\f3\fcharset2{\*\panose 05050102}Symbol;}}`
    expect(await texts(String.raw`${fonts}\f0\'80 \f1\'cf\'f0\'e8\'e2\'e5\'f2 \f2\'93\'fa\'96\'7b \f3 m\f0 g`)).toBe(
      '€ Привет 日本 µg',
    )
    expect(await texts(String.raw`za\'bf\'f3\'b3\'e6`, String.raw`\ansi\ansicpg1250`)).toBe('zażółć')
  })

  it('join a double-byte pair whose second byte is plain text', async () => {
    const [lead, trail] = iconv.encode('ソ', 'cp932')
    expect(trail).toBe(0x5c)
    const pair = iconv.encode('ア', 'cp932')
    expect(
      await texts(
        String.raw`{\fonttbl{\f0\fcharset128 M;}}\f0\'${lead!.toString(16)}\'5c\'${pair[0]!.toString(16)}${String.fromCharCode(pair[1]!)}`,
      ),
    ).toBe('ソア')
  })

  it('skip what stands in for a Unicode character, as many as the group says', async () => {
    expect(await texts(String.raw`A\u8364?B{\uc2\u26085\'93\'fa C}\u26085\'93D{\uc0\u-10179\u-8704 !}`)).toBe(
      'A€B日 C日D😀!',
    )
  })

  it('include the special characters', async () => {
    expect(
      await texts(String.raw`\lquote a\rquote  \ldblquote b\rdblquote \emdash\endash \bullet  x\~y z\_w co\-op \{\}\\`),
    ).toBe('‘a’ “b”—–• x y z-w coop {}\\')
  })
})

describe('RTF that wraps a web page', () => {
  it('is read as that page', async () => {
    const { blocks, warnings } = await read(
      String.raw`{\*\htmltag64 <html><body>}\htmlrtf {\b \htmlrtf0{\*\htmltag148 <table><tr><td>}a{\*\htmltag156 </td><td>}\'e4 &{\*\htmltag84 &lt;}{\*\htmltag156 </td></tr></table>}\htmlrtf }\htmlrtf0{\*\mhtmltag x}{\*\htmltag84 <p>}Dear\htmlrtf\par\htmlrtf0\par all{\*\htmltag <span style="display:none">}secret{\*\htmltag </span>}`,
      String.raw`\ansi\ansicpg1252\fromhtml1\deff0{\fonttbl{\f0 Arial;}}`,
    )
    expect(blocks).toEqual([
      ['table', 0, 'a\tä &<'],
      ['paragraph', 0, 'Dear all'],
    ])
    expect(warnings).toEqual(['6 characters are hidden in the page and were left out.'])
  })
})

describe('hostile RTF', () => {
  it('is refused when its groups nest too deep', async () => {
    await expect(read('{'.repeat(100_000))).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^Groups nest too deep/),
    })
  })

  it('gives what is there when it breaks off or binary data claims more than the file has', async () => {
    for (const end of [
      String.raw`{\b unclosed`,
      String.raw`{\pict\bin2147483647 x}y`,
      String.raw`\'4`,
      '\\',
      '}}}more',
    ])
      expect((await read(Buffer.from(`{\\rtf1 Text ${end}`))).page.text).toMatch(/^Text/)
    expect((await read(Buffer.from('{\\rtf1 Text'))).warnings).toEqual([
      'The end of the file is missing: what is there was read.',
    ])
  })

  it('does not lose text to false claims on stand-ins, fonts and negative binaries', async () => {
    expect(await texts(String.raw`{\uc1000000\u8364 ????Kept} \f999999 too \bin-5 end \u99999999?.`)).toBe(
      '€Kept too end .',
    )
  })

  it('takes words of its own object names for what they are: unknown', async () => {
    expect(await texts(String.raw`\constructor\toString\hasOwnProperty a{\*\constructor b}`)).toBe('a')
  })

  it('says that bytes follow after its end', async () => {
    const { page, warnings } = await read(Buffer.from(`{\\rtf1 Text}${'x'.repeat(500)}`))
    expect(page.text).toBe('Text')
    expect(warnings).toEqual(['After the end of the document 500 more bytes follow, which were not read.'])
  })

  it('reads a megabyte of escaped bytes', async () => {
    expect(await texts(String.raw`\'e4`.repeat(250_000))).toBe('ä'.repeat(250_000))
  })

  it('is refused when it has more cells or text than a reader can hold', async () => {
    const limited = (body: string, limits: Partial<ReadLimits>) =>
      collect('a.rtf', rtf(body), { limits: { ...READ_LIMITS, ...limits } })
    await expect(limited(String.raw`\cell`.repeat(1001), { xmlElements: 1000 })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^Too many paragraphs and cells/),
    })
    await expect(limited(String.raw`\'e4`.repeat(1_100_000), { textMb: 1 })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^The text is too large/),
    })
  })
})
