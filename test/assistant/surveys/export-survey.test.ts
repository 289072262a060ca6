import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csv } from '../../../assistant/surveys/csv.ts'
import { cellWords, exportChronology, exportTable } from '../../../assistant/surveys/export-survey.ts'
import type { Cell } from '../../../contract/answers/survey.ts'

const CITATION = {
  source: 'S1',
  document: 'a.pdf',
  documentId: 'a',
  reference: null,
  textVersion: 1,
  page: 2,
  start: 0,
  end: 9,
  quote: 'The rent\nis 9.',
}
const CELL: Cell = {
  documentId: 'a',
  document: 'a.pdf',
  textVersion: 1,
  id: 'rent',
  question: 'Rent?',
  state: 'answered',
  text: 'The rent is 9.',
  verdict: 'verbatim',
  absent: [],
  instead: null,
  citations: [CITATION],
  wasKept: false,
}

test('CSV comes back as it was, but that no cell is a formula', () => {
  const cell = fc.string({ unit: 'grapheme' })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const back = parse(csv(rows), { bom: true, record_delimiter: '\r\n' }) as string[][]
      expect(back).toEqual(rows.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text))))
    }),
  )
})

test('a table has a row a document, with the words that bear each cell out', () => {
  const questions = [
    { id: 'rent', question: 'Rent?' },
    { id: 'notice', question: 'Notice?' },
  ]
  const missing: Cell = { ...CELL, id: 'notice', state: 'not-found', text: '', verdict: null, citations: [] }
  const unsure: Cell = { ...CELL, documentId: 'b', document: 'b.pdf', state: 'uncertain', absent: ['9'] }
  expect(exportTable(questions, [CELL, missing, unsure], 'md')).toBe(
    [
      '| document | Rent? | where | Notice? | where |',
      '| --- | --- | --- | --- | --- |',
      '| a.pdf | The rent is 9. | a.pdf, page 2: “The rent is 9.” | not found |  |',
      '| b.pdf | The rent is 9. (not confirmed: the cited words do not have 9) | a.pdf, page 2: “The rent is 9.” |  |  |',
      '',
    ].join('\n'),
  )
})

test('a contradicted cell goes out with what the page says instead', () => {
  const stopped: Cell = { ...CELL, state: 'uncertain', verdict: 'contradicted', instead: 'Rent\t9\tPaid' }
  expect(cellWords(stopped)).toBe('The rent is 9. (contradicted. The table says: “Rent, 9, Paid”)')
})

test('a chronology has a line an event, on one line each', () => {
  const line = {
    date: '2021-05',
    text: 'Rent\n|paid|',
    citations: [CITATION, { ...CITATION, document: 'b.txt', page: null }],
  }
  expect(exportChronology([line], 'csv')).toBe(
    '\ufeffdate,event,where\r\n2021-05,Rent |paid|,"a.pdf, page 2; b.txt"\r\n',
  )
  expect(exportChronology([line], 'md')).toContain('| 2021-05 | Rent \\|paid\\| | a.pdf, page 2; b.txt |')
})

test('the words of a document make no picture, link, tag or emphasis in a sheet', () => {
  const text = 'See ![x](http://tracker.example/p.png), [here](http://x.example), _not_ <i>so</i> *x* `c` a\\b'
  const sheet = exportChronology([{ date: '2021', text, citations: [CITATION] }], 'md')
  const told = String.raw`See \!\[x\](http\://tracker.example/p.png), \[here\](http\://x.example), \_not\_ \<i\>so\</i\> \*x\* ${'\\`c\\`'} a\\b`
  expect(sheet).toContain(`| ${told} |`)
})
