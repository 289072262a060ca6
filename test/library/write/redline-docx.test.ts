import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RedlinePart, textBefore } from '../../../library/write/redline-part.ts'
import { paragraph } from '../read/typed-docx.ts'
import { added, CELL, bothWays, changed, removed, ROW, same, TABLE } from './redline-files.ts'

const NUMBERING =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'

describe('words', () => {
  test('a changed word is deleted and inserted in the look of the run it stands in', async () => {
    const { read, meant, xml } = await bothWays(paragraph('The ', ['<w:b/>', 'Tenant shall pay']), [
      changed([
        { text: 'The Tenant ', change: 'same' },
        { text: 'shall', change: 'deleted' },
        { text: 'may', change: 'inserted' },
        { text: ' pay', change: 'same' },
      ]),
    ])
    expect(xml).toContain('<w:delText xml:space="preserve">shall</w:delText>')
    expect(xml).toMatch(
      /<w:ins [^>]*w:author="Ann &quot;A&quot; Lee &amp; Co"[^>]*><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">may/,
    )
    expect(xml).toContain('w:date="2026-11-30T10:00:00Z"')
    expect(read).toEqual(meant)
  })

  test('signs of XML, a character of two units and text from right to left are written as they are', async () => {
    const { read, meant } = await bothWays(paragraph('a &lt; b &amp; c \u{1d49c} \u05d4\u05e1\u05db\u05dd'), [
      changed([
        { text: 'a < ', change: 'same' },
        { text: 'b & c ', change: 'deleted' },
        { text: '<x> & "y" ', change: 'inserted' },
        { text: '\u{1d49c} ', change: 'same' },
        { text: '\u05d4\u05e1\u05db\u05dd', change: 'deleted' },
        { text: '\u05d7\u05d5\u05d6\u05d4', change: 'inserted' },
      ]),
    ])
    expect(read).toEqual(meant)
  })

  test('a tab and a line break go with the words around them', async () => {
    const body = '<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>'
    const { read, meant } = await bothWays(body, [
      changed([
        { text: 'one', change: 'same' },
        { text: '\ttwo', change: 'deleted' },
        { text: '\nthree', change: 'same' },
      ]),
    ])
    expect(read).toEqual(meant)
  })

  test('a formula that changes is deleted as a whole', async () => {
    const m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    const body = `<w:p><w:r><w:t xml:space="preserve">Let </w:t></w:r><m:oMath ${m}><m:r><m:t>y=x</m:t></m:r></m:oMath></w:p>`
    const { read, meant, xml } = await bothWays(body, [
      changed([
        { text: 'Let y=', change: 'same' },
        { text: 'x', change: 'deleted' },
        { text: 'z', change: 'inserted' },
      ]),
    ])
    expect(xml).toMatch(/<w:del [^>]*><m:oMath/)
    expect(read).toEqual(meant)
  })
})

describe('paragraphs', () => {
  const three = paragraph('First.') + paragraph('Second.') + paragraph('Third.')

  test.each([
    ['first', [removed('First.'), same('Second.'), same('Third.')]],
    ['one between', [same('First.'), removed('Second.'), same('Third.')]],
    ['last', [same('First.'), same('Second.'), removed('Third.')]],
    ['last two', [same('First.'), removed('Second.'), removed('Third.')]],
    ['all', [removed('First.'), removed('Second.'), removed('Third.')]],
  ])('the %s goes', async (_, parts) => {
    const { read, meant } = await bothWays(three, parts)
    expect(read).toEqual(meant)
  })

  test.each([
    ['first', [added('New.'), same('First.'), same('Second.'), same('Third.')]],
    ['between', [same('First.'), added('New.'), same('Second.'), same('Third.')]],
    ['last', [same('First.'), same('Second.'), same('Third.'), added('New.'), added('Newer.')]],
  ])('one comes: %s', async (_, parts) => {
    const { read, meant } = await bothWays(three, parts)
    expect(read).toEqual(meant)
  })

  test('where the last one goes and others come, one takes its place, so that no empty paragraph is left', async () => {
    const { read, meant, xml } = await bothWays(three, [
      same('First.'),
      same('Second.'),
      removed('Third.'),
      added('New.'),
      added('Newer.'),
    ])
    expect(xml.match(/<w:p>/g)).toHaveLength(4)
    expect(read).toEqual(meant)
  })

  test('one that moves is removed and added', async () => {
    const { read, meant } = await bothWays(three, [removed('First.'), same('Second.'), same('Third.'), added('First.')])
    expect(read).toEqual(meant)
  })

  test('a clause that comes is numbered by Word as the ones beside it', async () => {
    const item = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const shape = { kind: 'list-item', level: 1, label: 2 } as const
    const { read, meant, xml } = await bothWays(
      item('Rent') + item('Term'),
      [
        same('1. Rent', shape),
        added('2. Notice', shape),
        changed(
          [
            { text: '2', change: 'deleted' },
            { text: '3', change: 'inserted' },
            { text: '. Term', change: 'same' },
          ],
          shape,
        ),
      ],
      { 'numbering.xml': NUMBERING },
    )
    expect(xml).not.toContain('2. Notice')
    expect(xml).not.toContain('w:delText')
    expect(read).toEqual(meant)
  })

  test('where the last paragraph is replaced by one of another look, rejecting gives its own back', async () => {
    const item = (text: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
    const shape = { kind: 'list-item', level: 1, label: 3 } as const
    const parts = [same('First.'), same('1. Rent', shape), removed('2. Term', shape), added('Signed.')]
    const { read, meant, xml } = await bothWays(paragraph('First.') + item('Rent') + item('Term'), parts, {
      'numbering.xml': NUMBERING,
    })
    expect(read).toEqual(meant)
    expect(xml).toContain('<w:pPrChange')
  })

  test('an end of a section stays', async () => {
    const section = '<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>Second.</w:t></w:r></w:p>'
    const { read, meant, xml } = await bothWays(paragraph('First.') + section + paragraph('Third.'), [
      same('First.'),
      removed('Second.'),
      same('Third.'),
    ])
    expect(xml).toContain('<w:sectPr/>')
    expect(read).toEqual(meant)
  })

  test('one between lines of a paragraph comes as a line', async () => {
    const body = '<w:p><w:r><w:t>Line one.</w:t><w:br/><w:t>Line two.</w:t></w:r></w:p>'
    const { read, meant } = await bothWays(body, [same('Line one.'), added('Between.'), same('Line two.')])
    expect(read).toEqual(meant)
  })
})

describe('tables', () => {
  const row = { kind: 'row' } as const
  const body =
    paragraph('Above.') + TABLE(ROW('Item', 'Fee'), ROW('Rent', '500'), ROW('Heat', '')) + paragraph('Below.')

  test('rows come and go as rows, and cells change in themselves', async () => {
    const { read, meant, xml } = await bothWays(body, [
      same('Above.'),
      same('Item\tFee', row),
      changed(
        [
          { text: 'Rent\t', change: 'same' },
          { text: '500', change: 'deleted' },
          { text: '550', change: 'inserted' },
        ],
        row,
      ),
      added('Water\t30', row),
      removed('Heat\t', row),
      same('Below.'),
    ])
    expect(xml).toMatch(/<w:tr><w:trPr><w:ins /)
    expect(xml).toMatch(/<w:tr><w:trPr><w:del /)
    expect(read).toEqual(meant)
  })

  test('an empty cell is filled', async () => {
    const { read, meant } = await bothWays(body, [
      same('Above.'),
      same('Item\tFee', row),
      same('Rent\t500', row),
      changed(
        [
          { text: 'Heat\t', change: 'same' },
          { text: '80', change: 'inserted' },
        ],
        row,
      ),
      same('Below.'),
    ])
    expect(read).toEqual(meant)
  })

  test('numbers that Word writes by itself in cells are neither deleted nor typed', async () => {
    const numbered = (text: string) =>
      `<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const rows = ['Rent', 'Term'].map((text) => `<w:tr>${CELL('x')}${numbered(text)}${CELL('500')}</w:tr>`)
    const { read, meant, xml } = await bothWays(
      TABLE(...rows) + paragraph('End.'),
      [
        same('x\t1. Rent\t500', row),
        changed(
          [
            { text: 'x\t', change: 'same' },
            { text: '2', change: 'deleted' },
            { text: '5', change: 'inserted' },
            { text: '. ', change: 'same' },
            { text: 'Term', change: 'deleted' },
            { text: 'Length', change: 'inserted' },
            { text: '\t500', change: 'same' },
          ],
          row,
        ),
        same('End.'),
      ],
      { 'numbering.xml': NUMBERING },
    )
    expect(xml).not.toMatch(/<w:delText[^>]*>2|<w:t [^>]*>5<\//)
    expect(read).toEqual({ ...meant, accepted: meant.accepted.replace('5.', '2.'), differs: 'numbers' })
  })

  test('a whole table comes', async () => {
    const { read, meant, xml } = await bothWays(paragraph('Above.'), [
      same('Above.'),
      added('Item\tFee', row),
      added('Rent\t500', row),
    ])
    expect(xml).toMatch(/<w:tbl>.*<\/w:tbl><w:p\/>/)
    expect(read).toEqual(meant)
  })

  test('a paragraph behind a table comes and goes', async () => {
    const { read, meant } = await bothWays(body, [
      same('Above.'),
      same('Item\tFee', row),
      same('Rent\t500', row),
      same('Heat\t', row),
      removed('Below.'),
      added('Under.'),
    ])
    expect(read).toEqual(meant)
  })
})

describe('any change of any document', () => {
  const word = fc.constantFrom(
    'the',
    'Tenant',
    'shall',
    '12',
    '&',
    '<b>',
    '\u05d4\u05e1\u05db\u05dd',
    'caf\u00e9',
    '\u{1d49c}',
    '(a)',
  )
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
  const piece = fc.record({
    text: word,
    change: fc.constantFrom('same' as const, 'inserted' as const, 'deleted' as const),
  })
  const mixed = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces): RedlinePart => {
    const spaced = pieces.map(({ text, change }, at) => ({ text: at === 0 ? text : ` ${text}`, change }))
    return changed([{ text: 'x', change: 'same' }, ...spaced])
  })
  const part = fc.oneof(
    words.map((text) => same(text)),
    words.map((text) => removed(text)),
    words.map((text) => added(text)),
    mixed,
  )
  const rows = fc
    .array(fc.tuple(word, word, fc.constantFrom('same', 'removed', 'added')), { minLength: 1, maxLength: 4 })
    .map((all) =>
      all.map(([one, other, what]) => ({ same, removed, added })[what as 'same'](`${one}\t${other}`, { kind: 'row' })),
    )
  const document = fc
    .array(fc.oneof({ weight: 5, arbitrary: part.map((one) => [one]) }, { weight: 1, arbitrary: rows }), {
      maxLength: 8,
    })
    .map((all) => all.flat())

  /** A file with the first texts of these parts. */
  function fileOf(parts: readonly RedlinePart[]): string {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const own = parts
      .map((one) => ({ kind: one.kind, text: escaped(textBefore(one.pieces)) }))
      .filter(({ text }) => text !== '')
    let body = ''
    for (const [at, { kind, text }] of own.entries()) {
      if (kind !== 'row')
        body += `<w:p>${text
          .split(' ')
          .map((one, index) => `<w:r><w:t xml:space="preserve">${index === 0 ? '' : ' '}${one}</w:t></w:r>`)
          .join('')}</w:p>`
      else {
        if (own[at - 1]?.kind !== 'row') body += '<w:tbl>'
        body += ROW(...text.split('\t'))
        if (own[at + 1]?.kind !== 'row') body += '</w:tbl>'
      }
    }
    return own.at(-1)?.kind === 'row' || own.length === 0 ? `${body}<w:p/>` : body
  }

  test('the second text comes of accepting, the first of rejecting', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (parts) => {
        const { read, meant } = await bothWays(fileOf(parts), parts)
        expect(read).toEqual(meant)
      }),
      { numRuns: 300 },
    )
  })
})
