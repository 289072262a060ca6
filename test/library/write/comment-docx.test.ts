import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openZipParts } from '../../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../../library/read/read-limits.ts'
import { traceDocx } from '../../../library/read/word/docx/trace-docx.ts'
import { commentDocx } from '../../../library/write/comment-docx.ts'
import { writeZip } from '../../../scripts/write-zip.ts'
import { paragraph, typedDocx } from '../read/typed-docx.ts'
import { faultsIn, textXml, withDefaultNamespace } from './redline-files.ts'

const WHO = { author: 'Ann Lee', date: '2026-11-30T10:00:00.000Z' }

async function readText(file: Buffer): Promise<string> {
  return (await traceDocx(await openZipParts(file, READ_LIMITS), READ_LIMITS)).text
}

/** The file with comments on these words, each at the first place that has them. */
async function commented(file: Buffer, ...remarks: readonly (readonly [words: string, text: string])[]) {
  const text = await readText(file)
  const comments = remarks.map(([words, remark]) => {
    const start = text.indexOf(words)
    expect(start).toBeGreaterThanOrEqual(0)
    return { start, end: start + words.length, text: remark, ...WHO }
  })
  const made = await commentDocx(file, { text, comments }, READ_LIMITS)
  return { made, text: await readText(made) }
}

describe('comments at their words', () => {
  test.each([
    ['in the middle of a run', paragraph('The rent is 500 pounds.'), '500'],
    ['over several runs', paragraph('The rent', ['<w:b/>', ' is 5'], '00 pounds.'), 'is 500'],
    ['a whole paragraph', paragraph('The rent is due.'), 'The rent is due.'],
    ['over paragraphs', paragraph('One rent.') + paragraph('Two fees.'), 'rent.\n\nTwo'],
    ['beside a sign that XML writes as several', paragraph('a &amp; b &lt; c'), '& b <'],
    ['in a link', `<w:p><w:hyperlink w:anchor="a"><w:r><w:t>see clause 3</w:t></w:r></w:hyperlink></w:p>`, 'clause'],
    [
      'in a cell',
      `<w:tbl><w:tr><w:tc>${paragraph('Fee')}</w:tc><w:tc>${paragraph('GBP 500')}</w:tc></w:tr></w:tbl>`,
      'GBP 500',
    ],
    ['around a tab', '<w:p><w:r><w:t>Fee</w:t><w:tab/><w:t>500</w:t></w:r></w:p>', '500'],
    [
      'in the result of a field',
      '<w:p><w:fldSimple w:instr="REF a"><w:r><w:t>clause 12</w:t></w:r></w:fldSimple></w:p>',
      '12',
    ],
    [
      'in what somebody inserted',
      '<w:p><w:ins w:id="1" w:author="Bob"><w:r><w:t>rent of 550</w:t></w:r></w:ins></w:p>',
      '550',
    ],
  ])('%s', async (_, body, words) => {
    const { text } = await commented(typedDocx(body), [words, 'Is that so?'])
    expect(text).toContain(
      `Comment by Ann Lee, 2026-11-30, on \u201c${words.replace(/\s+/g, words.includes('\n') ? '' : ' ')}\u201d: Is that so?`,
    )
  })

  test('several on the same words, and within each other', async () => {
    const { text } = await commented(
      typedDocx(paragraph('The rent is 500 pounds.')),
      ['rent is 500', 'One.'],
      ['500', 'Two.'],
      ['500', 'Three.'],
    )
    for (const [words, remark] of [
      ['rent is 500', 'One.'],
      ['500', 'Two.'],
      ['500', 'Three.'],
    ])
      expect(text).toContain(`on \u201c${words}\u201d: ${remark}`)
  })

  test('the words stay as they were, with the look they had', async () => {
    const { made } = await commented(typedDocx(paragraph(['<w:b/>', 'The rent is 500 pounds.'])), ['500', 'So?'])
    const xml = await textXml(made)
    expect(xml.match(/<w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(3)
    expect(xml.replace(/<[^>]+>/g, '')).toBe('The rent is 500 pounds.')
  })
})

describe('where Word allows none', () => {
  const note = '<w:p><w:r><w:t>Rent</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
  const box = `<w:p><w:r><w:t>Rent</w:t></w:r><w:r><w:pict><w:txbxContent>${paragraph('In a box')}</w:txbxContent></w:pict></w:r></w:p>`
  test.each([
    [
      'a footnote',
      typedDocx(note, {
        'footnotes.xml': `<w:footnotes><w:footnote w:id="2">${paragraph('Plus charges.')}</w:footnote></w:footnotes>`,
      }),
      'charges',
    ],
    ['a text box', typedDocx(box), 'box'],
  ])('%s: it stands beside it', async (_, file, words) => {
    const { text } = await commented(file, [words, 'Which?'])
    const [, quote] = text.split('Comment by Ann Lee, 2026-11-30')
    expect(quote).toMatch(/^(?:, on \u201c[^\u201d]+\u201d)?: /)
    expect(quote?.replace(/\s+/g, ' ')).toContain(`: \u201c${words}\u201d Which?`)
  })

  test('a number that Word writes: it stands at the words behind it, and quotes the number', async () => {
    const item =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Rent</w:t></w:r></w:p>'
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    const { text } = await commented(typedDocx(item, { 'numbering.xml': numbering }), ['7.', 'Which?'])
    expect(text.replace(/\s+/g, ' ')).toContain('on \u201cR\u201d: \u201c7.\u201d Which?')
  })

  test('a header: it stands at the nearest words, and quotes those it is about', async () => {
    const body = `${paragraph('Rent')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`
    const file = typedDocx(body, { 'header1.xml': `<w:hdr>${paragraph('Draft of May')}</w:hdr>` })
    const { text } = await commented(file, ['May', 'June?'])
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /Comment by Ann Lee, 2026-11-30, on \u201cR\u201d: \u201cMay\u201d June\?/,
    )
  })
})

describe('everything else', () => {
  const existing =
    '<w:comments><w:comment w:id="5" w:author="Bob"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment></w:comments>'
  const body =
    '<w:p><w:commentRangeStart w:id="5"/><w:r><w:t>Rent</w:t></w:r><w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r><w:r><w:t xml:space="preserve"> of 500</w:t></w:r></w:p>'

  test('comments of others are kept, and ids stay apart', async () => {
    const { text, made } = await commented(typedDocx(body, { 'comments.xml': existing }), ['500', 'Ours.'])
    expect(text).toContain('Comment by Bob, on \u201cRent\u201d: Mine.')
    expect(text).toContain('on \u201c500\u201d: Ours.')
    expect(await textXml(made)).toContain('<w:commentRangeStart w:id="6"/>')
  })

  test('a file whose plain text is hidden shows its comments', async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
    const file = typedDocx(paragraph(['<w:vanish w:val="0"/>', 'Rent of 500']), { 'styles.xml': styles })
    const { text } = await commented(file, ['500', 'Ours.'])
    expect(text).toContain('on \u201c500\u201d: Ours.')
  })

  test('all parts but the text, the comments and what names them keep their bytes', async () => {
    const file = typedDocx(paragraph('Rent of 500'), {
      'styles.xml': '<w:styles/>',
      'media/image1.png': Buffer.from([1, 2, 3, 0, 255]),
    })
    const { made } = await commented(file, ['500', 'Ours.'])
    const [before, after] = [await openZipParts(file, READ_LIMITS), await openZipParts(made, READ_LIMITS)]
    expect(after.names).toEqual([...before.names, 'word/comments.xml'])
    for (const name of ['word/styles.xml', 'word/media/image1.png', '_rels/.rels'])
      expect(await after.read(name)).toEqual(await before.read(name))
    expect(String(await after.read('[Content_Types].xml'))).toContain('PartName="/word/comments.xml"')
    expect(String(await after.read('word/_rels/document.xml.rels'))).toContain('Target="/word/comments.xml"')
  })

  test('a file that calls the vocabulary otherwise is written in its own words', async () => {
    const xml = String(
      await (await openZipParts(typedDocx(paragraph('Rent of 500')), READ_LIMITS)).read('word/document.xml'),
    )
    const zip = await openZipParts(typedDocx(''), READ_LIMITS)
    const other = writeZip(
      await Promise.all(
        zip.names.map(async (name) => ({
          name,
          data:
            name === 'word/document.xml'
              ? xml.replaceAll('w:', 'x:').replace('xmlns:w=', 'xmlns:x=')
              : ((await zip.read(name)) ?? ''),
        })),
      ),
    )
    const { text, made } = await commented(other, ['500', 'Ours.'])
    expect(text).toContain('on \u201c500\u201d: Ours.')
    expect(await textXml(made)).not.toContain('<w:')
  })
})

describe('a file whose vocabulary is the default one', () => {
  const others =
    '<w:comments><w:comment w:id="5" w:author="Bob"><w:p><w:r><w:t>Mine.</w:t></w:r></w:p></w:comment></w:comments>'

  test.each([
    ['with comments of others', 'x', paragraph('Rent of 500'), { 'comments.xml': others }, '500'],
    ['without comments', '', paragraph('Rent of 500'), {}, '500'],
  ])('%s', async (_, prefix, body, parts, words) => {
    const file = await withDefaultNamespace(typedDocx(body, parts), prefix)
    const { made, text } = await commented(file, [words, 'Ours.'])
    expect(text).toContain(`Comment by Ann Lee, 2026-11-30, on \u201c${words}\u201d: Ours.`)
    expect(await faultsIn(made)).toEqual([])
  })
})

describe('any text', () => {
  const run = fc.constantFrom('Rent ', 'of 500', ' &amp; more', '\u{1d49c}b', '  ', 'x')
  const body = fc
    .array(fc.array(run, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.map((runs) => paragraph(...runs)).join('') + paragraph('End.'))

  test('comments change nothing of it, and none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(body, fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 4 }), async (xml, spans) => {
        const file = typedDocx(xml)
        const text = await readText(file)
        const comments = spans.map(([from, length], at) => {
          const start = Math.min(from, Math.max(0, text.length - 1))
          return { start, end: Math.min(text.length, start + 1 + length), text: `Remark ${at}.`, ...WHO }
        })
        const made = await commentDocx(file, { text, comments }, READ_LIMITS)
        const again = await readText(made)
        expect(again.split(/\n\nComment by [^]*?Remark \d\./).join('')).toBe(text)
        for (const { text: remark } of comments) expect(again).toContain(remark)
      }),
      { numRuns: 200 },
    )
  })
})
