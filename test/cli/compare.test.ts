import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { collect } from '../library/read/collect.ts'
import { paragraph, typedDocx } from '../library/read/typed-docx.ts'
import { typedPdf } from '../library/read/typed-pdf.ts'
import { bodyOf } from '../library/write/redline-files.ts'
import { runCommand } from './run-command.ts'

const RENT = '1.1 The Tenant shall pay the Landlord £500 a month on the first day of each month.'
const ROOF = '1.2 The Landlord shall repair the roof and the main walls of the Building.'
const NOTICE = '1.3 A notice to the Tenant may be left at the Premises between nine and five on a working day.'
const INSERTED =
  '<w:ins w:id="1" w:author="R. Lindqvist" w:date="2026-05-15T17:20:00Z"><w:r><w:t>three</w:t></w:r></w:ins>'
const life = new AsyncDisposableStack()
let folder = ''
let home = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = life.use(await shortFolder()).path
  home = join(folder, 'home')
  await file('before.docx', typedDocx([RENT, ROOF, NOTICE].map((text) => paragraph(text)).join('')))
  await file(
    'after.docx',
    typedDocx(
      [RENT.replace('£500', '£600'), ROOF.replace('shall', 'may'), NOTICE].map((text) => paragraph(text)).join(''),
    ),
  )
  await file(
    'marked.docx',
    typedDocx(`${paragraph(RENT)}${paragraph(ROOF.replace('shall', 'may'))}${paragraph(NOTICE)}<w:p>${INSERTED}</w:p>`),
  )
  await file(
    'after.pdf',
    typedPdf([[RENT.replace('£500', '£600'), ROOF, NOTICE].map((text, at) => [72, 90 + 30 * at, 8, text] as const)]),
  )
  await file('broken.pdf', '%PDF-1.7 nothing')
  await file('empty.txt', ' \n')
  await file('poem.txt', 'The owl and the pussycat went to sea in a beautiful pea green boat.\n')
})

afterAll(() => life[Symbol.asyncDispose]())

const at = (name: string) => join(folder, name)
const file = (name: string, content: string | Buffer) => writeFile(at(name), content)
const run = (...words: readonly string[]) => runCommand(['compare', ...words], { home, folder })
const json = (...words: readonly string[]) => run(...words, '--json')

describe('compare', () => {
  test('gives a line a change, the weightiest first, then a summary, and exit code 1', async () => {
    const { code, lines } = await json('before.docx', 'after.docx')
    expect(code).toBe(1)
    expect(lines).toMatchObject([
      {
        type: 'change',
        kind: 'changed',
        group: 'numbers',
        weight: expect.any(Number),
        said: '£500 a month → £600 a month',
        before: { text: RENT, number: '1.1', words: [{}] },
        after: { text: RENT.replace('£500', '£600'), number: '1.1' },
        tracked: null,
      },
      { type: 'change', group: 'obligations', said: 'shall repair → may repair' },
      { type: 'compare-end', changes: 2, unrelated: false, comments: [] },
    ])
    expect(lines[0]).toMatchObject({ before: { start: 0, end: RENT.length } })
  })

  test('says nothing changed and ends with 0 where nothing did, whatever the format', async () => {
    const { code, out } = await run('before.docx', 'before.docx')
    expect([code, out.trim()]).toEqual([0, 'No change was found.'])
    const { lines } = await json('before.docx', 'after.pdf')
    expect(lines.map(({ said }) => said).filter(Boolean)).toEqual(['£500 a month → £600 a month'])
  })

  test('shows people the changes in groups, with spelling and layout as a count', async () => {
    const spelt = await file('spelt.txt', `${RENT}\n${ROOF.replace('1.2', '1.4')}\n${NOTICE}\n`).then(() =>
      run('before.docx', 'spelt.txt'),
    )
    expect(spelt.out).toMatch(/Spelling, layout and numbering {2}1 {2}\(--all shows them\)/)
    expect((await run('before.docx', 'spelt.txt', '--all')).out).toContain('Number 1.2 → 1.4')
    const { out } = await run('before.docx', 'after.docx')
    expect(out).toMatch(
      /2 changes\.\n\nNumbers and dates {2}1\n {2}1\.1 +£500 a month → £600 a month\n\nObligations {2}1\n {2}1\.2 +shall repair → may repair/,
    )
  })

  test('tells apart what the file marks and what it does not', async () => {
    const { lines } = await json('before.docx', 'marked.docx')
    expect(lines.filter(({ type }) => type === 'change').map(({ said, tracked }) => [said, tracked])).toEqual([
      ['shall repair → may repair', 'none'],
      ['“three”: new', { by: 'R. Lindqvist', date: '2026-05-15T17:20:00Z' }],
    ])
    expect(lines.at(-1)).toMatchObject({ tracked: 1, notTracked: 1 })
    expect((await run('before.docx', 'marked.docx')).out).toContain('Not marked in the file.')
  })

  test('takes two documents of a matter by their names', async () => {
    await runCommand(['matter', 'create', 'Hollis'], { home })
    await runCommand(['add', 'Hollis', at('before.docx'), at('marked.docx')], { home })
    const { code, lines } = await json('before.docx', 'marked.docx', '--matter', 'Hollis')
    expect(code).toBe(1)
    expect(lines.at(-1)).toMatchObject({
      type: 'compare-end',
      tracked: 1,
      notTracked: 1,
      beforeVersion: 1,
      afterVersion: 2,
    })
    expect((await json('before.docx', 'none.docx', '--matter', 'Hollis')).lines).toMatchObject([
      { error: { code: 'NOT_FOUND' } },
    ])
  })

  test('compares a document with the version before it, until that version is removed', async () => {
    await runCommand(['matter', 'create', 'Okafor'], { home })
    await runCommand(['add', 'Okafor', at('before.docx')], { home })
    const none = await run('before.docx', '--matter', 'Okafor')
    expect([none.code, none.err]).toEqual([3, expect.stringContaining('No previous version of "before.docx" is kept.')])
    await runCommand(['documents', 'Okafor', 'replace', 'before.docx', at('marked.docx')], { home })
    const { code, lines } = await json('before.docx', '--matter', 'Okafor', '--redline', at('again.docx'))
    expect(code).toBe(1)
    expect(lines.map(({ said, tracked }) => [said, tracked])).toEqual([
      ['shall repair → may repair', 'none'],
      ['“three”: new', { by: 'R. Lindqvist', date: '2026-05-15T17:20:00Z' }],
      [undefined, 1],
    ])
    expect(await bodyOf(await readFile(at('again.docx')), 'rejected')).toContain('shallrepair')
    await run('before.docx', '--matter', 'Okafor', '--report', at('versions.md'))
    expect(await readFile(at('versions.md'), 'utf8')).toMatch(
      /Changes from .previous version of before\.docx. to .before\.docx./,
    )
    const removed = await runCommand(['remove', 'Okafor', 'before.docx', '--previous'], { home })
    expect([removed.code, removed.out.trim()]).toEqual([0, 'Removed the previous version of before.docx.'])
    expect((await run('before.docx', '--matter', 'Okafor')).code).toBe(3)
    expect((await runCommand(['remove', 'Okafor', 'before.docx', '--previous'], { home })).code).toBe(3)
    expect((await runCommand(['documents', 'Okafor'], { home })).out).toContain('before.docx')
  })

  test('of a file outside a matter no version is kept', async () => {
    const { code, err } = await run('before.docx')
    expect([code, err]).toEqual([2, expect.stringContaining('Expected two files, or one document with --matter')])
  })

  test.each(['md', 'docx', 'pdf'])(
    'writes the names of both documents and every change to a %s file',
    async (ending) => {
      const report = at(`changes.${ending}`)
      const { err } = await run('before.docx', 'after.docx', '--report', report)
      expect(err).toContain(`Wrote ${report}. It is not encrypted.`)
      const { pages } = await collect(report, await readFile(report))
      expect(pages.map(({ text }) => text).join('\n')).toMatch(
        /Changes from .before\.docx. to .after\.docx.[\s\S]*£500 a month → £600 a month[\s\S]*shall repair → may repair/,
      )
    },
  )

  test('writes a redline as a Word file and as PDF, and nothing else', async () => {
    const { code, err } = await run('before.docx', 'after.docx', '--redline', at('redline.docx'))
    expect([code, err]).toEqual([1, expect.stringContaining('It is not encrypted.')])
    const bytes = await readFile(at('redline.docx'))
    expect(await bodyOf(bytes, 'accepted')).toContain('£600amonth')
    expect(await bodyOf(bytes, 'rejected')).toContain('£500amonth')
    await run('before.docx', 'after.pdf', '--redline', at('redline.pdf'))
    expect(String(await readFile(at('redline.pdf'))).slice(0, 5)).toBe('%PDF-')
    const wrong = await run('before.docx', 'after.docx', '--redline', at('redline.md'))
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('ends in .docx or .pdf')])
  })

  test('says plainly what cannot be compared', async () => {
    const errorOf = async (...words: readonly string[]) => {
      const { code, err } = await run(...words)
      return [code, err.trim()]
    }
    expect(await errorOf('before.docx', 'none.docx')).toEqual([3, 'error NOT_FOUND: There is no file "none.docx".'])
    expect(await errorOf('before.docx', 'empty.txt')).toEqual([
      2,
      'error WRONG_USE: "empty.txt" has no text to compare. Nothing was changed.',
    ])
    const [code, broken] = await errorOf('broken.pdf', 'before.docx')
    expect([code, broken]).toEqual([
      2,
      expect.stringMatching(/^error WRONG_USE: "broken\.pdf" cannot be compared: .*damaged/),
    ])
    expect(await errorOf('before.docx', 'after.docx', '--report', 'changes.xyz')).toEqual([
      2,
      expect.stringContaining('.docx'),
    ])
  })

  test('says of two unrelated documents that they are', async () => {
    const { code, out } = await run('before.docx', 'poem.txt')
    expect([code, out]).toEqual([1, expect.stringContaining('They are hardly versions of one document.')])
  })
})
