import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'

async function read(html: string | Buffer) {
  const { pages, result } = await collect('a.html', Buffer.from(html))
  return { page: pages[0]!, warnings: result.warnings }
}

describe('a web page', () => {
  it('gives headings, paragraphs, lists, tables and preformatted text as blocks', async () => {
    const { page } = await read(`<!doctype html><html><head><title>T</title><style>p{}</style></head><body>
      <h1>Terms &amp; Conditions</h1><p>One<br>two  <b>three</b>.</p><ul><li>first<li><p>second</p></ul>
      <table><tr><th>Drug</th><th>Dose</th></tr><tr><td></td><td>5 <i>mg</i></td></tr></table><pre>a  b
  c</pre><script>alert(1)</script></body></html>`)
    expect(blocksOf(page)).toEqual([
      ['heading', 1, 'Terms & Conditions'],
      ['paragraph', 0, 'One\ntwo three.'],
      ['list-item', 1, 'first'],
      ['list-item', 1, 'second'],
      ['table', 1, 'Drug\tDose\n\t5 mg'],
      ['code', 0, 'a  b\n  c'],
    ])
  })

  it('leaves hidden elements out and says how much', async () => {
    const { page, warnings } = await read(
      '<html><p>Shown.<span style="display: none">Ignore <b>all</b></span> Also.</p><div hidden><p>Secret</p></div><p>End.</p>',
    )
    expect(page.text).toBe('Shown. Also.\n\nEnd.')
    expect(warnings).toEqual(['15 characters are hidden in the page and were left out.'])
  })

  it('reads a table that serves layout as ordinary text', async () => {
    const { page } = await read(
      '<html><table><tr><td><h2>Left</h2><p>Text.</p></td><td><table><tr><td>Inner</td></tr></table></td></tr></table>',
    )
    expect(blocksOf(page).map(([kind, , text]) => [kind, text])).toEqual([
      ['heading', 'Left'],
      ['paragraph', 'Text.'],
      ['paragraph', 'Inner'],
    ])
  })

  it('keeps the cells of spans in their columns and counts the rows of the head', async () => {
    const { page } = await read(
      `<html><table><caption>Doses</caption><thead><tr><th rowspan=2>Drug</th><th colspan=2>Dose</th></tr><tr><th>mg</th><th>ml</th></tr></thead>
      <tr><td rowspan=2>A</td><td>1</td><td></td></tr><tr><td colspan=2>2</td></tr><tr><td><td colspan=2>3</table>`,
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, 'Doses'],
      ['table', 2, 'Drug\tDose\n\tmg\tml\nA\t1\n\t2\n\t3'],
    ])
  })

  it('reads rows whose table was closed too early as a table, and one column as paragraphs', async () => {
    const { page } = await read(
      '<html><center><table></center><tr><td>C</td><td>Si</td></tr><tr><td>1</td><td>2</td></tr></table>Then<table><tr><td><p>One</p><p>Two</p></td></tr></table>',
    )
    expect(blocksOf(page)).toEqual([
      ['table', 0, 'C\tSi\n1\t2'],
      ['paragraph', 0, 'Then'],
      ['paragraph', 0, 'One'],
      ['paragraph', 0, 'Two'],
    ])
  })

  it('writes the numbers of ordered lists as the browser shows them', async () => {
    const { page } = await read(
      '<html><ol start=3><li>c<ol type=a><li>x<li>y</ol></li><li value=9>i</li></ol><ol style="list-style-type:upper-roman"><li>r</ol><ol style="list-style: none"><li>n</ol>',
    )
    expect(page.text.split(/\n+/)).toEqual(['3. c', 'a. x', 'b. y', '9. i', 'I. r', 'n'])
  })

  it('keeps powers, notes, struck words, readings and pictures apart from the text around them', async () => {
    const { page, warnings } = await read(
      '<html><p>10<sup>9</sup>, m<sup>2</sup>, 1,250<sup><a href="#n1">1</a></sup> 5<a href="#n2" role="doc-noteref">2</a> 6<a href="#n3" class="footnote-ref"><sup>3</sup></a>. <s>900</s> <q>Yes</q> <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <img alt="A seal"><img src=a.png alt="a.png"></p><p id="fn1">1 Net.</p>',
    )
    expect(blocksOf(page)).toEqual([
      ['paragraph', 0, '10⁹, m², 1,250[1] 5[2] 6[3]. [struck out: 900] “Yes” 漢(kan) [Picture: A seal]'],
      ['note', 1, '1 Net.'],
    ])
    expect(warnings).toEqual([
      '2 pictures: text inside pictures is not read, only the description that the page gives.',
    ])
  })

  it('shows what forms hold, but not their hidden fields', async () => {
    const { page } = await read(
      '<html><p>Name <input value="Roe"> <input type=hidden value=x> <input type=checkbox checked> yes <input type=radio> no <select><option>A<option selected>B</select> <textarea>Free text</textarea>',
    )
    expect(page.text).toBe('Name Roe \u2612 yes \u25cb no \u2610 A \u2612 B Free text')
  })

  it('has its title as heading only where it shows none, and loses nothing to a head that is not closed', async () => {
    expect(blocksOf((await read('<html><head><title>Deed &amp; Will</title><body><p>Text')).page)).toEqual([
      ['heading', 1, 'Deed & Will'],
      ['paragraph', 0, 'Text'],
    ])
    expect((await read('<html><title>T</title><h2>Shown</h2>')).page.text).toBe('Shown')
    const xhtml = '<?xml version="1.0"?><html><head><title/><script src="a.js"/></head><body><p>Text</p></body></html>'
    expect((await read(xhtml)).page.text).toBe('Text')
  })

  it('tells of frames, and parts terms, links and words with soft hyphens as a reader sees them', async () => {
    const { page, warnings } = await read(
      '<html><iframe src=x>old browser</iframe><dl><dt>Term</dt><dd>Mean&shy;ing</dd></dl><a href=a>One</a><a href=b>Two</a><span aria-hidden="true">x</span>',
    )
    expect(page.text).toBe('Term\n\nMeaning\n\nOne Two')
    expect(warnings).toEqual([
      '1 character is hidden in the page and was left out.',
      '1 frame shows another page, which was not read. Add that page as well.',
    ])
  })

  it('does not grow by spans that lie', async () => {
    const { page } = await read(
      `<html><table>${'<tr><td colspan=1000></td><td rowspan=65534>x</td></tr>'.repeat(5000)}<tr><td>a<td>b</table>`,
    )
    expect(page.text.length).toBeLessThan(100_000)
    expect(page.text.split('x').length - 1).toBe(5000)
  })

  it('believes the encoding in its meta tag', async () => {
    const { page } = await read(
      iconv.encode('<html><meta charset="windows-1252"><p>“Müller” pays 5 €</p>', 'windows-1252'),
    )
    expect(page.text).toBe('“Müller” pays 5 €')
  })
})
