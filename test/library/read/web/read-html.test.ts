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
      ['table', 0, 'Drug\tDose\n\t5 mg'],
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

  it('believes the encoding in its meta tag', async () => {
    const { page } = await read(
      iconv.encode('<html><meta charset="windows-1252"><p>“Müller” pays 5 €</p>', 'windows-1252'),
    )
    expect(page.text).toBe('“Müller” pays 5 €')
  })
})
