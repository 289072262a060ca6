import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'
import { p, typedChart, typedFlat, type TypedOpenDocument, typedOpenDocument } from '../typed-open-document.ts'

type More = Partial<TypedOpenDocument>

async function read(body: string, more: More = {}, limits = READ_LIMITS) {
  return collect('a.odp', typedOpenDocument({ kind: 'presentation', body, ...more }), { limits })
}

const frame = (role: string, text: string, more = '') =>
  `<draw:frame ${role === '' ? '' : `presentation:class="${role}"`} ${more}><draw:text-box>${text}</draw:text-box></draw:frame>`
const page = (content: string, more = '') => `<draw:page draw:name="page1" ${more}>${content}</draw:page>`
const item = (content: string) => `<text:list-item>${content}</text:list-item>`
const list = (items: string, more = '') => `<text:list ${more}>${items}</text:list>`

describe('an OpenDocument presentation', () => {
  it('has a page for each slide, its title first, then its text, its notes and its comments', async () => {
    const notes = `<presentation:notes><draw:page-thumbnail/>${frame('notes', p('Speak slowly.') + p('Pause.'))}${frame('footer', p('Handout'))}</presentation:notes>`
    const comment = `<office:annotation><dc:creator>Ann</dc:creator><dc:date>2024-05-01T10:00:00</dc:date>${p('Is this so?')}</office:annotation>`
    const outline = list(item(p('First') + list(item(p('Deeper')))) + item(p('Second')))
    const { pages, result } = await read(
      page(frame('outline', outline) + frame('title', p('Claims')) + comment + frame('', p('Free text')) + notes) +
        page(''),
    )
    expect(pages.map(({ page: number, label, state, reason }) => [number, label, state, reason])).toEqual([
      [1, 'Claims', 'text', null],
      [2, null, 'empty', 'the slide has no text'],
    ])
    expect(blocksOf(pages[0]!)).toEqual([
      ['heading', 1, 'Claims'],
      ['list-item', 1, 'First'],
      ['list-item', 2, 'Deeper'],
      ['list-item', 1, 'Second'],
      ['paragraph', 0, 'Free text'],
      ['note', 0, 'Speaker notes: Speak slowly.\nPause.'],
      ['note', 0, 'Comment by Ann, 2024-05-01: Is this so?'],
    ])
    expect(result).toMatchObject({ pages: 2, reader: 'odp', warnings: [] })
  })

  it('takes the headers of lists for paragraphs: so old presentations come out of other programs', async () => {
    const header = (content: string) => `<text:list-header>${content}</text:list-header>`
    const { pages } = await read(page(frame('', list(header(p('Plain')) + item(p('Item'))))))
    expect(blocksOf(pages[0]!)).toEqual([
      ['paragraph', 0, 'Plain'],
      ['list-item', 1, 'Item'],
    ])
  })

  it('counts its lists', async () => {
    const automatic =
      '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
    const { pages } = await read(
      page(
        frame('', list(item(p('One')) + item(p('Two')), 'text:style-name="L"')) +
          frame('', list(item(p('New')), 'text:style-name="L"')),
      ),
      { automatic },
    )
    expect(pages[0]!.text).toBe('1. One\n2. Two\n1. New')
  })

  it('reads hidden slides and says so; hidden shapes are counted and left out', async () => {
    const automatic =
      '<style:style style:name="dp" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    const { pages, result } = await read(
      page(frame('', p('Shown')) + frame('', p('Not so'), 'draw:display="none"')) +
        page(frame('', p('Left out')), 'draw:style-name="dp"'),
      { automatic },
    )
    expect(pages.map(({ text }) => text)).toEqual(['Shown', 'Left out'])
    expect(result.warnings).toEqual([
      'Hidden in the show, read all the same: slide 2.',
      '5 characters are in hidden shapes and were left out.',
    ])
  })

  it('reads tables, charts and the descriptions of pictures', async () => {
    const row = (cells: readonly string[]) =>
      `<table:table-row>${cells.map((text) => `<table:table-cell>${p(text)}</table:table-cell>`).join('')}</table:table-row>`
    const table = `<draw:frame><table:table table:use-first-row-styles="true">${row(['Item', 'Price'])}${row(['Steel', '12'])}</table:table><draw:image xlink:href="Pictures/preview.svm"/></draw:frame>`
    const chart =
      '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
    const picture =
      '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>roof</svg:title><svg:desc>A broken roof</svg:desc></draw:frame>'
    const other = '<draw:frame><draw:object-ole xlink:href="./Object 2"/></draw:frame>'
    const { pages, result } = await read(page(table + chart + picture + other), {
      parts: { 'Object 1/content.xml': typedChart('Claims by quarter'), 'Media/a.mp4': 'x' },
    })
    expect(blocksOf(pages[0]!)).toEqual([
      ['table', 1, 'Item\tPrice\nSteel\t12'],
      ['paragraph', 0, 'Claims by quarter'],
      ['table', 1, '\tClaims\nQ1\t7'],
      ['paragraph', 0, '[Picture: A broken roof]'],
    ])
    expect(result.warnings).toEqual([
      '1 picture: text inside pictures is not read, only the description that the file gives.',
      '1 embedded object was not read.',
      '1 sound or film clip was not read.',
    ])
  })

  it('shows the footer and the date where the slide shows them', async () => {
    const automatic =
      '<style:style style:name="dp" style:family="drawing-page"><style:drawing-page-properties presentation:display-footer="true" presentation:display-date-time="false"/></style:style>'
    const declared =
      '<presentation:footer-decl presentation:name="f">Lee &amp; Ray</presentation:footer-decl><presentation:date-time-decl presentation:name="d" presentation:source="fixed">May</presentation:date-time-decl>'
    const uses = 'presentation:use-footer-name="f" presentation:use-date-time-name="d"'
    const { pages } = await read(
      declared +
        page(
          frame('', p('Text')) + frame('page-number', p('<text:page-number>1</text:page-number>')),
          `draw:style-name="dp" ${uses}`,
        ) +
        page(frame('', p('Text')), uses),
      { automatic },
    )
    expect(pages.map(blocksOf)).toEqual([
      [
        ['paragraph', 0, 'Text'],
        ['footer', 0, '1'],
        ['footer', 0, 'Lee & Ray'],
      ],
      [['paragraph', 0, 'Text']],
    ])
  })

  it('tells the words that its design sets on every slide, without the placeholders', async () => {
    const master = (name: string, words: string) =>
      `<style:master-page style:name="${name}">${frame('title', p('Click to edit'))}${frame('', p(words))}<presentation:notes>${frame('notes', p('Click'))}</presentation:notes></style:master-page>`
    const { pages, result } = await read(page(frame('', p('Text')), 'draw:master-page-name="Used"'), {
      styles: `<office:master-styles>${master('Used', 'Strictly confidential')}${master('Other', 'Draft')}</office:master-styles>`,
    })
    expect(pages[0]!.text).toBe('Text')
    expect(result.warnings).toEqual([
      'The design of the slides shows words that are not in the text: "Strictly confidential".',
    ])
  })

  it('is read in its flat form too, and from where it was left', async () => {
    const body = page(frame('title', p('One'))) + page(frame('title', p('Two')))
    const { pages, result } = await collect('a.fodp', typedFlat({ kind: 'presentation', body }), { skipPages: [1] })
    expect(pages.map(({ page: number, label }) => [number, label])).toEqual([[2, 'Two']])
    expect(result).toMatchObject({ mediaType: 'application/vnd.oasis.opendocument.presentation', pages: 2 })
  })

  it('is read whatever prefixes it uses', async () => {
    const body = page(frame('title', p('One')) + frame('', p('Text')))
    const usual = typedFlat({ kind: 'presentation', body }).toString()
    const other = usual
      .replace(/\b(draw|presentation|text)(?=:[a-z])/g, 'x$1')
      .replace(/ xmlns:(draw|presentation|text)=/g, ' xmlns:x$1=')
    expect(other).toContain('<xdraw:frame xpresentation:class')
    const { pages } = await collect('a.fodp', Buffer.from(other))
    expect(blocksOf(pages[0]!)).toEqual([
      ['heading', 1, 'One'],
      ['paragraph', 0, 'Text'],
    ])
  })

  it('is locked when its parts are encrypted, refused past the limits, and damaged without its slides', async () => {
    const failed = (code: string) => ({ failure: { code } })
    await expect(read('', { manifest: '<manifest:encryption-data/>' })).rejects.toMatchObject(failed('password'))
    const two = read(page('') + page(''), {}, { ...READ_LIMITS, numberedPages: 1 })
    await expect(two).rejects.toMatchObject(failed('gate'))
    const none = typedOpenDocument({
      kind: 'spreadsheet',
      body: '',
      mime: 'application/vnd.oasis.opendocument.presentation',
    })
    await expect(collect('a.odp', none)).rejects.toMatchObject(failed('damaged'))
  })

  it('gives every paragraph of every shape once, however they lie in each other', async () => {
    const shape: fc.Arbitrary<string> = fc.letrec<{ shape: string }>((tie) => ({
      shape: fc.oneof(
        { maxDepth: 4 },
        fc.constant(frame('', p('WORD'))),
        fc.constant(`<draw:custom-shape>${p('WORD')}</draw:custom-shape>`),
        fc.constant(frame('subtitle', list(item(p('WORD'))))),
        fc.array(tie('shape'), { maxLength: 3 }).map((inner) => `<draw:g>${inner.join('')}</draw:g>`),
        tie('shape').map((inner) => frame('', `<text:p>WORD${inner}</text:p>`)),
      ),
    })).shape
    await fc.assert(
      fc.asyncProperty(fc.array(shape, { maxLength: 5 }), async (shapes) => {
        let words = 0
        const numbered = shapes.join('').replace(/WORD/g, () => `w${(words += 1)}w`)
        const { pages } = await read(page(numbered))
        const found = pages[0]!.text.match(/w\d+w/g) ?? []
        expect(found.toSorted()).toEqual(Array.from({ length: words }, (_, at) => `w${at + 1}w`).toSorted())
      }),
      { numRuns: 60 },
    )
  })
})
