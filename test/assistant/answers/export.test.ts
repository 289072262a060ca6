import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportAnswers } from '../../../assistant/answers/export/export-answers.ts'
import type { Answer, ExportFormat } from '../../../contract/answer.ts'
import { fontsIn } from '../../../host/program-files.ts'
import { buildIfNeeded } from '../../../scripts/build.ts'
import { collect } from '../../library/read/collect.ts'
import { someAnswer, someClaim, someSource } from '../../renderer/samples.ts'

const FONTS = fontsIn(fileURLToPath(new URL('../../../out/renderer', import.meta.url)))
const SEARCHED: Answer['searched'] = {
  ...someAnswer().searched,
  notYetRead: ['survey.md'],
  notReadable: [{ document: 'scan.pdf', reason: 'needs a password' }],
}
const ANSWER = someAnswer({
  question: 'Kiedy najemca może wypowiedzieć umowę?',
  claims: [
    someClaim({ text: 'Najemca może to zrobić z wyprzedzeniem sześciu miesięcy. [S1]', verdict: 'unchecked' }),
    someClaim({ index: 1, text: 'Nobody knows.', verdict: 'unsupported', citations: [] }),
    someClaim({ index: 2, text: 'It ended in May.', verdict: 'unchecked', absent: ['May'] }),
  ],
  searched: SEARCHED,
})

/** The text that our own reader finds in the exported file, its white space made plain. */
async function readBack(answers: readonly Answer[], format: ExportFormat): Promise<string> {
  const bytes = Buffer.from(await exportAnswers(answers, format, FONTS))
  const { pages } = await collect(`answer.${format}`, bytes)
  return (
    pages
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' ')
      // The reader of PDFs spells quotation marks straight.
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
  )
}

// The fonts lie in the built window.
beforeAll(() => buildIfNeeded().then(() => {}), 120_000)

describe('an exported answer', () => {
  test('says sheet, slide or chapter where the document has no pages', async () => {
    const source = (document: string, page: number) => someSource({ document, page, text: `in ${document}` })
    const sources = [source('labs.xlsx', 2), source('talk.pptx', 4), source('guide.epub', 3)]
    const text = await readBack([someAnswer({ claims: [], sources })], 'md')
    for (const place of ['labs.xlsx, sheet 2', 'talk.pptx, slide 4', 'guide.epub, chapter 3'])
      expect(text).toContain(place)
  })

  test.each(['md', 'docx', 'pdf'] as const)(
    'as %s holds the question, each sentence with its verdict, each quote with its place, and what was not searched',
    async (format) => {
      const text = await readBack([ANSWER, someAnswer({ question: 'And the rent?' })], format)
      for (const words of [
        'Kiedy najemca może wypowiedzieć umowę?',
        'Ledger entry',
        'z wyprzedzeniem sześciu miesięcy. [S1] (cited, wording not checked)',
        'Nobody knows. (no source: do not rely on it)',
        'not in the cited passages: May',
        'Lease.pdf, page 9',
        '"not less than six months\' prior written notice"',
        'Not read yet, so not searched: survey.md.',
        'scan.pdf: needs a password.',
        'And the rent?',
        'Check every sentence at its source before you rely on it.',
      ])
        expect(text).toContain(words)
    },
  )

  test('without sentences holds the passages', async () => {
    const text = await readBack([someAnswer({ state: 'extractive', claims: [], sources: [someSource()] })], 'md')
    expect(text).toContain('Passages only, nothing was written')
    expect(text).toContain('S1, Lease.pdf, page 9: "by giving not less than six months\' prior written notice"')
  })

  test('of many pages keeps every sentence', async () => {
    const claims = Array.from({ length: 200 }, (_, index) =>
      someClaim({ index, text: `Sentence ${index} stands here.` }),
    )
    const text = await readBack([someAnswer({ claims })], 'pdf')
    for (const { text: words } of claims) expect(text).toContain(words)
  })
})
