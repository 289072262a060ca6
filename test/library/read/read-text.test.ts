import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../library/read/decode-text.ts'
import { blocksOf, collect } from './collect.ts'

const prose =
  'Le bailleur déclare que l’immeuble est libre de toute hypothèque. “Müller” zahlt 500 € für das Gebäude; naïve façade, œuvre.'

describe('the encoding of a text', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])('is found for %s', (encoding) => {
    expect(decodeText(iconv.encode(prose.repeat(4), encoding)).text).toBe(prose.repeat(4))
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le'])(
    'is told by the byte order mark of %s, which is dropped',
    (encoding) => {
      expect(decodeText(iconv.encode('kurz €', encoding, { addBOM: true }))).toMatchObject({
        text: 'kurz €',
        certain: true,
      })
    },
  )

  it('turns the bytes 0x80 to 0x9F of windows-1252 into quotes and euro, never into control characters', () => {
    const bytes = Buffer.from('He said \x93yes\x94 and paid \x80 500 \x96 today, it\x92s said.'.repeat(5), 'latin1')
    expect(decodeText(bytes).text).toContain('“yes” and paid € 500 – today, it’s')
  })

  it('reads Cyrillic of the DOS and Windows pages', () => {
    const russian = 'Арендатор обязан уплатить арендную плату в срок, установленный договором. '.repeat(5)
    for (const encoding of ['windows-1251', 'koi8-r'])
      expect(decodeText(iconv.encode(russian, encoding)).text).toBe(russian)
  })
})

describe('plain text', () => {
  it('is the file itself: line ends kept, form feed and NUL turned into blanks', async () => {
    const { pages, result } = await collect('a.txt', Buffer.from('\uFEFFOne\r\n\fTwo\0x\n'))
    expect(pages[0]).toMatchObject({ page: null, state: 'text', text: 'One\r\n Two x\n', blocks: [] })
    expect(result).toMatchObject({ pages: 1, mediaType: 'text/plain', warnings: [] })
  })

  it('keeps every well-formed text unit by unit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `Text: ${text.toWellFormed()}`),
        async (text) => {
          const clean = text.replace(/[\f\0]/g, ' ')
          const { pages } = await collect('a.txt', Buffer.from(text))
          expect(pages[0]!.text).toBe(clean)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('says that an encoding was guessed', async () => {
    const { result } = await collect('a.txt', iconv.encode(prose.repeat(4), 'windows-1252'))
    expect(result.warnings).toEqual([
      'The text encoding is not stated in the file; it was read as windows-1252. Check accents and quotation marks.',
    ])
  })

  it('with nothing in it is an empty unit, not a failure', async () => {
    const { pages } = await collect('a.txt', Buffer.alloc(0))
    expect(pages[0]).toMatchObject({ state: 'empty', reason: 'the file has no text', text: '' })
  })
})

describe('Markdown', () => {
  it('keeps the text of the file and finds its blocks', async () => {
    const text =
      '# Lease #\n\nOne\ntwo.\n\nRent\n----\n- a\n  b\n- c\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\n# no heading\n```\n'
    const { pages, result } = await collect('a.md', Buffer.from(text))
    expect(result.mediaType).toBe('text/markdown')
    expect(pages[0]!.text).toBe(text)
    expect(blocksOf(pages[0]!)).toEqual([
      ['heading', 1, '# Lease #'],
      ['paragraph', 0, 'One\ntwo.'],
      ['heading', 2, 'Rent\n----'],
      ['list-item', 1, '- a\n  b'],
      ['list-item', 1, '- c'],
      ['table', 2, '| A | B |\n|---|---|\n| 1 | 2 |'],
      ['code', 0, '```\n# no heading\n```'],
    ])
  })
})
