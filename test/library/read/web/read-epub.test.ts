import { describe, expect, it } from 'vitest'
import { writeZip, type ZipEntry } from '../../../../scripts/write-zip.ts'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'

type Book = {
  readonly manifest: string
  readonly spine: string
  readonly files: Readonly<Record<string, string | Buffer>>
}

const chapter = (name: string, body: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${name}</title></head><body>${body}</body></html>`
const item = (id: string, href: string, more = 'media-type="application/xhtml+xml"') =>
  `<item id="${id}" href="${href}" ${more}/>`

function book({ manifest, spine, files }: Book): Buffer {
  const opf = `<?xml version="1.0"?><package><metadata><dc:title>Book</dc:title></metadata><manifest>${manifest}</manifest><spine toc="ncx">${spine}</spine></package>`
  const entries: ZipEntry[] = [
    { name: 'mimetype', data: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      data: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    { name: 'OEBPS/book.opf', data: opf },
    ...Object.entries(files).map(([name, data]) => ({ name, data })),
  ]
  return writeZip(entries)
}

async function read(parts: Book) {
  const { pages, result } = await collect('a.epub', book(parts))
  return { pages, result }
}

const refs = (...ids: readonly string[]) => ids.map((id) => `<itemref idref="${id}"/>`).join('')

describe('an EPUB book', () => {
  it('has a page for each chapter in reading order, named by its contents or its heading', async () => {
    const { pages, result } = await read({
      manifest:
        item('two', 'text/two.xhtml') +
        item('one', 'text/one%20a.xhtml') +
        item('three', 'text/three.xhtml') +
        item('nav', 'nav.xhtml', 'media-type="application/xhtml+xml" properties="nav"'),
      spine: refs('one', 'two', 'three'),
      files: {
        'OEBPS/nav.xhtml': chapter(
          'n',
          '<nav><ol><li><a href="text/one%20a.xhtml#s">First <b>part</b></a></li></ol></nav>',
        ),
        'OEBPS/text/one a.xhtml': chapter('one', '<a id="p1"/><p>Alpha &amp; &nbsp;omega</p>'),
        'OEBPS/text/two.xhtml': chapter('two', '<h2>Second</h2><p>Beta<br/>gamma</p>'),
        'OEBPS/text/three.xhtml': chapter('three', '<p>  </p>'),
      },
    })
    expect(pages.map(({ page, label, state }) => [page, label, state])).toEqual([
      [1, 'First part', 'text'],
      [2, 'Second', 'text'],
      [3, null, 'empty'],
    ])
    expect(pages[0]!.text).toBe('Alpha & omega')
    expect(blocksOf(pages[1]!)).toEqual([
      ['heading', 2, 'Second'],
      ['paragraph', 0, 'Beta\ngamma'],
    ])
    expect(result).toMatchObject({ pages: 3, mediaType: 'application/epub+zip', warnings: [] })
  })

  it('takes titles from the older table of contents and skips pages that are already read', async () => {
    const parts: Book = {
      manifest:
        item('a', 'a.html') + item('b', 'b.html') + item('ncx', 'toc.ncx', 'media-type="application/x-dtbncx+xml"'),
      spine: refs('a', 'b'),
      files: {
        'OEBPS/toc.ncx':
          '<ncx><navMap><navPoint><navLabel><text>Part B</text></navLabel><content src="b.html#x"/></navPoint></navMap></ncx>',
        'OEBPS/a.html': '<p>A',
        'OEBPS/b.html': '<p>B',
      },
    }
    const { pages, result } = await collect('a.epub', book(parts), { skipPages: [1] })
    expect(pages.map(({ page, label, text }) => [page, label, text])).toEqual([[2, 'Part B', 'B']])
    expect(result.pages).toBe(2)
  })

  it('fails the chapters that are missing, outside the book or of another kind, and reads the rest', async () => {
    const { pages } = await read({
      manifest:
        item('gone', 'gone.xhtml') +
        item('out', '../../../etc/passwd') +
        item('web', 'https://example.org/a.xhtml') +
        item('pdf', 'a.pdf', 'media-type="application/pdf"') +
        item('good', '../good.xhtml'),
      spine: refs('gone', 'out', 'web', 'pdf', 'nowhere', 'good'),
      files: { 'good.xhtml': '<p>Good', 'OEBPS/a.pdf': '%PDF' },
    })
    expect(pages.map(({ state, reason, text }) => [state, reason ?? text])).toEqual([
      ['failed', 'The part OEBPS/gone.xhtml is missing in the book.'],
      ['failed', 'The book names a chapter that is not in it.'],
      ['failed', 'The book names a chapter that is not in it.'],
      ['failed', 'Chapters of the type application/pdf are not read.'],
      ['failed', 'The book names a chapter that is not in it.'],
      ['text', 'Good'],
    ])
  })

  it('is refused when its seller locked it, but not for scrambled fonts', async () => {
    const locked = (algorithm: string): Book => ({
      manifest: item('a', 'a.xhtml'),
      spine: refs('a'),
      files: {
        'META-INF/encryption.xml': `<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`,
        'OEBPS/a.xhtml': '<p>Text',
      },
    })
    await expect(read(locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc'))).rejects.toMatchObject({
      failure: { code: 'unsupported' },
      message: expect.stringMatching(/^Books that are locked by their seller/),
    })
    expect((await read(locked('http://www.idpf.org/2008/embedding'))).pages[0]!.text).toBe('Text')
  })
})

describe('a hostile EPUB', () => {
  it('is refused when it claims a million chapters, or the same one again and again', async () => {
    const files = { 'OEBPS/a.xhtml': `<p>${'word '.repeat(100_000)}` }
    const many = (count: number) => {
      const bytes = book({ manifest: item('a', 'a.xhtml'), spine: refs('a').repeat(count), files })
      return collect('a.epub', bytes, { limits: { ...READ_LIMITS, zipInflatedMb: 20 } })
    }
    await expect(many(1_000_000)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^(Too many chapters|The file unpacks)/),
    })
    await expect(many(4000)).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^Unpacked, the file is too large/),
    })
  })

  it('is refused when a chapter unpacks to far more than its size', async () => {
    const files = { 'OEBPS/a.xhtml': Buffer.alloc(20_000_000, ' ') }
    await expect(read({ manifest: item('a', 'a.xhtml'), spine: refs('a'), files })).rejects.toMatchObject({
      failure: { code: 'gate' },
      message: expect.stringMatching(/^The file unpacks to far more than its size/),
    })
  })

  it('never expands entities of its own', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE h [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&b;&x;</p></html>`
    const { pages } = await read({
      manifest: item('a', 'a.xhtml'),
      spine: refs('a'),
      files: { 'OEBPS/a.xhtml': bomb },
    })
    expect(pages[0]!.text).toBe('&b;&x;')
  })
})
