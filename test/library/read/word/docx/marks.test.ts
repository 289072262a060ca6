import { expect, test } from 'vitest'
import { readDocument } from '../../../../../library/read/read-document.ts'
import { READ_LIMITS } from '../../../../../library/read/read-limits.ts'
import { isAttached } from '../../../../../library/read/read-source.ts'
import type { ReadPage } from '../../../../../library/read/read-page.ts'
import { paragraph, typedDocx } from '../../typed-docx.ts'

const ANN = 'w:author="Ann Lee" w:date="2026-05-01T09:00:00Z"'
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const inserted = (text: string) => `<w:ins w:id="1" ${ANN}>${run(text)}</w:ins>`
const deleted = (text: string) =>
  `<w:del w:id="2" ${ANN}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

async function read(body: string, parts: Readonly<Record<string, string>> = {}): Promise<ReadPage> {
  const never = new AbortController().signal
  for await (const item of readDocument(typedDocx(body, parts), { name: 'a.docx' }, READ_LIMITS, never))
    if (!isAttached(item)) return item
  throw new Error('expected a page')
}

/** Each mark with the words that it covers and those that stand around it. */
function places({ text, marks = [] }: ReadPage) {
  return marks.map(({ kind, start, end, text: words }) => [
    kind,
    words,
    `${text.slice(Math.max(0, start - 6), start)}[${text.slice(start, end)}]${text.slice(end, end + 6)}`,
  ])
}

test('a tracked change has its place in the text as it is read', async () => {
  const page = await read(`<w:p>${run('The  rent is ')}${deleted('five')}${inserted('six')}${run(' pounds.')}</w:p>`)
  expect(places(page)).toEqual([
    ['deleted', 'five', 'nt is []six po'],
    ['inserted', 'six', 'nt is [six] pound'],
  ])
  expect(page.marks?.[0]).toMatchObject({ by: 'Ann Lee', date: '2026-05-01T09:00:00Z' })
})

test('a change in the cell of a table has its place in the row', async () => {
  const cell = (content: string) => `<w:tc><w:p>${content}</w:p></w:tc>`
  const table = `<w:tbl><w:tr>${cell(run('Rent'))}${cell(run('£'))}</w:tr><w:tr>${cell(run('Roof'))}${cell(`${run('£')}${inserted('900')}`)}</w:tr></w:tbl>`
  expect(places(await read(`${paragraph('Prices')}${table}`))).toEqual([
    ['inserted', '900', expect.stringMatching(/Roof\t£\[900\]/)],
  ])
})

test('what was deleted with its whole paragraph is marked where it stood', async () => {
  const gone = `<w:p><w:pPr><w:rPr><w:del w:id="3" ${ANN}/></w:rPr></w:pPr>${deleted('The second.')}</w:p>`
  const { text, marks = [] } = await read(`${paragraph('The first.')}${gone}${paragraph('The third.')}`)
  expect(marks).toMatchObject([{ kind: 'deleted', text: 'The second.' }])
  const place = marks[0]?.start ?? 0
  expect(place).toBeGreaterThanOrEqual(text.indexOf('The first.') + 'The first.'.length)
  expect(place).toBeLessThanOrEqual(text.indexOf('The third.'))
})

test('a change in a footnote has its place in the note', async () => {
  const body = `<w:p>${run('The rent is due.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('The end.')}`
  const note = `<w:footnotes><w:footnote w:id="2"><w:p>${run('On the ')}${inserted('first')}${run(' day.')}</w:p><w:p>${run('Of each month.')}</w:p></w:footnote></w:footnotes>`
  expect(places(await read(body, { 'footnotes.xml': note }))).toEqual([
    ['inserted', 'first', expect.stringMatching(/^n the \[first\] day\./)],
  ])
})

test('a comment says who wrote it, when, and about which words', async () => {
  const body = `<w:p>${run('The ')}<w:commentRangeStart w:id="7"/>${run('rent')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${run(' is due.')}</w:p>`
  const comments = `<w:comments><w:comment w:id="7" ${ANN}><w:p>${run('Too high.')}</w:p></w:comment></w:comments>`
  const { marks } = await read(body, { 'comments.xml': comments })
  expect(marks).toMatchObject([{ kind: 'comment', by: 'Ann Lee', text: 'Too high.', about: 'rent' }])
})

test('a file without marks has none', async () => {
  expect(await read(paragraph('The rent is due.'))).not.toHaveProperty('marks')
})
