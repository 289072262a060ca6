import { describe, expect, test } from 'vitest'
import { elementsOf, xmlTree } from '../../../library/write/xml-tree.ts'
import { openZipParts } from '../../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import { paragraph, typedDocx } from '../read/typed-docx.ts'
import {
  added,
  bothWays,
  changed,
  faultsIn,
  partXml,
  redlined,
  removed,
  ROW,
  same,
  TABLE,
  textXml,
  withDefaultNamespace,
} from './redline-files.ts'

describe('what is there already', () => {
  test('changes of others are accepted first, so that rejecting gives the text that was compared', async () => {
    const who = 'w:id="7" w:author="Bob" w:date="2026-01-01T00:00:00Z"'
    const body = `<w:p><w:pPr><w:rPr><w:del ${who}/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Rent </w:t></w:r><w:del ${who}><w:r><w:delText>500</w:delText></w:r></w:del></w:p><w:p><w:ins ${who}><w:r><w:t>550 a month</w:t></w:r></w:ins></w:p>`
    const { read, meant, xml } = await bothWays(body, [
      changed([
        { text: 'Rent 550 a ', change: 'same' },
        { text: 'month', change: 'deleted' },
        { text: 'year', change: 'inserted' },
      ]),
    ])
    expect(xml).not.toContain('Bob')
    expect(read).toEqual(meant)
  })

  const WHO = 'w:id="7" w:author="Bob" w:date="2026-01-01T00:00:00Z"'

  test.each([
    ['one tag', '<w:p w:rsidR="00A1"/>', []],
    ['empty', '<w:p></w:p>', []],
    [
      'empty, with a look that Bob marked',
      `<w:p><w:pPr><w:jc w:val="right"/><w:rPr><w:ins ${WHO}/><w:b/></w:rPr><w:pPrChange ${WHO}><w:pPr/></w:pPrChange></w:pPr></w:p>`,
      [],
    ],
    [
      'a paragraph',
      `<w:p><w:pPr><w:rPr><w:ins ${WHO}/></w:rPr></w:pPr><w:r><w:t xml:space="preserve"> a month</w:t></w:r></w:p>`,
      [' a month'],
    ],
  ])('a paragraph whose end somebody deleted goes on in the next one: %s', async (_, next, words) => {
    const body = `<w:p><w:pPr><w:rPr><w:del ${WHO}/></w:rPr></w:pPr><w:r><w:t>Rent</w:t></w:r></w:p>${next}${paragraph('End.')}`
    const { read, meant, xml } = await bothWays(body, [
      same(['Rent', ...words].join('')),
      changed([
        { text: 'End', change: 'deleted' },
        { text: 'Finis', change: 'inserted' },
        { text: '.', change: 'same' },
      ]),
    ])
    expect(read).toEqual(meant)
    expect(xml).not.toContain('Bob')
  })

  test('changes of others in notes and headers are accepted too', async () => {
    const inserted = `<w:p><w:ins ${WHO}><w:r><w:t>Plus charges.</w:t></w:r></w:ins></w:p>`
    const body = `<w:p><w:r><w:t>Rent</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`
    const { file, differs } = await redlined(
      typedDocx(body, {
        'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${inserted}</w:footnote></w:footnotes>`,
        'header1.xml': `<w:hdr>${inserted}</w:hdr>`,
      }),
      [
        changed([
          { text: 'Rent', change: 'deleted' },
          { text: 'Fee', change: 'inserted' },
          { text: '[1]', change: 'same' },
        ]),
        same('[1] Plus charges.'),
      ],
    )
    for (const name of ['footnotes.xml', 'header1.xml']) expect(await partXml(file, name)).not.toContain('Bob')
    expect([differs, await faultsIn(file)]).toEqual(['nowhere', []])
  })

  test('every mark has an id of its own', async () => {
    const body = `<w:p><w:bookmarkStart w:id="41" w:name="b"/><w:r><w:t>Rent</w:t></w:r><w:bookmarkEnd w:id="41"/></w:p>`
    const { read, meant, xml } = await bothWays(body, [
      changed([
        { text: 'Rent', change: 'deleted' },
        { text: 'Fee', change: 'inserted' },
      ]),
      added('New.'),
    ])
    const root = xmlTree(xml, READ_LIMITS)
    const ids = ['w:ins', 'w:del', 'w:pPrChange'].flatMap((name) =>
      [...elementsOf(root, name)].map(({ attributes }) => Number(attributes['w:id'])),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(Math.min(...ids)).toBeGreaterThan(41)
    expect(read).toEqual(meant)
  })

  test('a text that is not that of the file is told, not written somewhere', async () => {
    const made = await redlined(typedDocx(paragraph('Another text.')), [removed('Text.')])
    expect(made.differs).toBe('text')
  })
})

describe('notes', () => {
  test('a footnote changes in itself, its number aside', async () => {
    const body = '<w:p><w:r><w:t>Rent</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    const notes = {
      'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('See clause 3.')}</w:footnote></w:footnotes>`,
    }
    const { file, differs } = await redlined(typedDocx(body, notes), [
      same('Rent[1]'),
      changed([
        { text: '[1] See clause ', change: 'same' },
        { text: '3', change: 'deleted' },
        { text: '12', change: 'inserted' },
        { text: '.', change: 'same' },
      ]),
    ])
    const xml = String(await (await openZipParts(Buffer.from(file), READ_LIMITS)).read('word/footnotes.xml'))
    expect(differs).toBe('nowhere')
    expect(xml).toMatch(/<w:delText[^>]*>3<.*<w:ins .*>12</)
  })
})

describe('what a strict parser takes', () => {
  test.each([
    ['', '<w:t>'],
    ['default', '<w:t xml:space="default">'],
    ['single quotes', "<w:t xml:space='preserve'>"],
  ])('a text that says how its white space is meant: %s', async (_, tag) => {
    const { read, meant } = await bothWays(`<w:p><w:r>${tag}The rent</w:t></w:r></w:p>`, [
      changed([
        { text: 'The ', change: 'same' },
        { text: 're', change: 'deleted' },
        { text: 'nt', change: 'same' },
      ]),
    ])
    expect(read).toEqual(meant)
  })

  test('the name of a style with signs of XML in it', async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="A&amp;B"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>'
    const parts = [same('Text.'), added('Notices', { kind: 'heading', level: 1 })]
    const { read, meant, xml } = await bothWays(paragraph('Text.'), parts, { 'styles.xml': styles })
    expect(xml).toContain('<w:pStyle w:val="A&amp;B"/>')
    expect(read).toEqual(meant)
  })

  test.each(['', 'x'])(
    'a file whose vocabulary is the default one; attributes have the prefix "%s"',
    async (prefix) => {
      const notes = { 'footnotes.xml': `<w:footnotes>${paragraph('')}</w:footnotes>` }
      const body = `<w:p/>${paragraph('The rent', ' is due.')}${TABLE(ROW('Rent', ''), ROW('Heat', '30'))}${paragraph('End.')}`
      const parts = [
        changed([
          { text: 'The ', change: 'same' },
          { text: 'rent is', change: 'deleted' },
          { text: 'fees are', change: 'inserted' },
          { text: ' due.', change: 'same' },
        ]),
        added('New.'),
        changed(
          [
            { text: 'Rent\t', change: 'same' },
            { text: '500', change: 'inserted' },
          ],
          { kind: 'row' },
        ),
        removed('Heat\t30', { kind: 'row' }),
        added('Water\t20', { kind: 'row' }),
        removed('End.'),
        added('Signed.', { kind: 'heading', level: 1 }),
      ]
      const file = await withDefaultNamespace(typedDocx(body, notes), prefix)
      const made = await redlined(file, parts)
      const xml = await textXml(made.file)
      expect([made.differs, await faultsIn(made.file)]).toEqual(['nowhere', []])
      expect(xml).toMatch(/\s(x|w):author="/)
      expect(xml).not.toMatch(/\s(author|date|id|val)="/)
      expect(await partXml(made.file, 'footnotes.xml')).toBe(await partXml(file, 'footnotes.xml'))
    },
  )
})
