import { describe, expect, test } from 'vitest'
import { packageFaults } from '../../../bench/redline/check-package.ts'
import { hasLibreOffice, settle } from '../../../bench/redline/libreoffice.ts'
import { paragraph, typedDocx } from '../read/typed-docx.ts'
import { added, changed, ink, redlined, removed, same } from './redline-files.ts'

const isThere = await hasLibreOffice()
const row = { kind: 'row' } as const
const cell = (text: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`
const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>${cell('Rent')}${cell('500')}</w:tr><w:tr>${cell('Heat')}${cell('80')}</w:tr></w:tbl>`
const BODY = paragraph('First.') + paragraph('Second words.') + table + paragraph('Last.')

const CASES = [
  [
    'words change',
    [
      same('First.'),
      changed([
        { text: 'Second ', change: 'same' },
        { text: 'words', change: 'deleted' },
        { text: 'terms', change: 'inserted' },
        { text: '.', change: 'same' },
      ]),
      same('Rent\t500', row),
      same('Heat\t80', row),
      same('Last.'),
    ],
  ],
  [
    'the first and the last go',
    [removed('First.'), same('Second words.'), same('Rent\t500', row), same('Heat\t80', row), removed('Last.')],
  ],
  [
    'paragraphs come at both ends',
    [
      added('New.'),
      same('First.'),
      same('Second words.'),
      same('Rent\t500', row),
      same('Heat\t80', row),
      same('Last.'),
      added('Newer.'),
      added('Newest.'),
    ],
  ],
  [
    'rows come and go',
    [
      same('First.'),
      same('Second words.'),
      removed('Rent\t500', row),
      added('Water\t30', row),
      same('Heat\t80', row),
      same('Last.'),
    ],
  ],
  [
    'what stands beside a table goes and comes',
    [
      same('First.'),
      removed('Second words.'),
      added('Other words.'),
      same('Rent\t500', row),
      same('Heat\t80', row),
      removed('Last.'),
      added('Closing.'),
    ],
  ],
] as const

describe.skipIf(!isThere)('in LibreOffice (skipped where it or its module for Python is not installed)', () => {
  test('accepting gives the second text, rejecting the first, and the package has no fault', async () => {
    const made = await Promise.all(
      CASES.map(async ([, parts]) => Buffer.from((await redlined(typedDocx(BODY), parts)).file)),
    )
    const settled = await settle(
      made.flatMap((file) => [
        { file, what: 'accept' as const },
        { file, what: 'reject' as const },
      ]),
    )
    const read = settled.map(({ text, left }) => ({ text: ink(text ?? 'not opened'), left }))
    const meant = CASES.flatMap(([, parts]) =>
      (['deleted', 'inserted'] as const).map((gone) => ({
        text: ink(
          parts
            .flatMap(({ pieces }) => pieces.filter(({ change }) => change !== gone).map(({ text }) => text))
            .join(''),
        ),
        left: 0,
      })),
    )
    expect(read).toEqual(meant)
    expect(await Promise.all(made.map(packageFaults))).toEqual(made.map(() => []))
  })
})
