import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { exportAnswers, exportPaper } from '../../assistant/answers/export/answer-on-paper.ts'
import { highlightsOnPaper } from '../../assistant/documents/highlights.ts'
import { exportRun } from '../../assistant/evaluation/run-export.ts'
import { callLanguage, inLanguage } from '../../assistant/router/language-of-call.ts'
import { calendarDates, calendarFile } from '../../assistant/rules/calendar-file.ts'
import { exportChronology, exportTable } from '../../assistant/surveys/export-survey.ts'
import type { ExportFormat } from '../../contract/answers/answer.ts'
import type { Cell } from '../../contract/answers/survey.ts'
import type { EvaluationRun } from '../../contract/evaluation/evaluation.ts'
import type { Conclusions } from '../../contract/knowledge/rule.ts'
import { collect } from '../library/read/collect.ts'
import { someAnswer, someClaim, someSource } from '../renderer/samples.ts'
import { englishLeft } from '../wording/english-left.ts'
import { verbatim } from '../../wording/message.ts'
import { inventRows } from './evaluation/invented-rows.ts'

const FONTS = fileURLToPath(new URL('../../node_modules/pdfjs-dist/standard_fonts', import.meta.url))

const inGerman = async <Made>(make: () => Made) => inLanguage(await callLanguage('de-DE'), make)

/** The text that our own reader finds in a file. */
async function readBack(bytes: Uint8Array, format: ExportFormat): Promise<string> {
  const { pages } = await collect(`paper.${format}`, Buffer.from(bytes))
  return pages.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ')
}

const QUOTED = { quote: 'sechs Monate', document: 'Mietvertrag.pdf', documentId: 'd', reference: null, page: 3 }
const CITATION = { ...QUOTED, source: 'S1', start: 0, end: 12 }
const ANSWERS = [
  someAnswer({
    question: 'Wie lang ist die Frist?',
    state: 'answered-in-part',
    asOf: '2026-06-03',
    sources: [someSource({ document: 'Mietvertrag.pdf', text: 'sechs Monate', read: [{ start: 100, end: 130 }] })],
    claims: [
      someClaim({ text: 'Die Frist beträgt sechs Monate.', verdict: 'verbatim', citations: [CITATION] }),
      someClaim({ index: 1, text: 'Es gibt keine.', verdict: 'unsupported', citations: [] }),
      someClaim({
        index: 2,
        text: 'Fox gegen Hen sagt es.',
        verdict: 'close',
        citations: [CITATION],
        absent: ['Mai'],
        differences: [{ written: 'darf', stands: 'muss' }],
        authorities: [{ text: 'Fox gegen Hen', foundIn: null }],
      }),
    ],
    notAnswered: ['wer kündigen darf'],
    searched: {
      ...someAnswer().searched,
      words: ['Frist'],
      notYetRead: ['Brief.pdf'],
      notReadable: [{ document: verbatim('Scan.pdf'), reason: verbatim('Passwort') }],
    },
    model: { id: 'm', sha256: 'ab' },
  }),
  someAnswer({ question: 'Und die Miete?', claims: [], state: 'extractive', model: null, sources: [] }),
]

test.each(['md', 'docx', 'pdf'] as const)('an answer is exported in German words as %s', async (format) => {
  const bytes = await inGerman(() => exportAnswers(ANSWERS, [], format, FONTS))
  const text = await readBack(bytes, format)
  for (const words of [
    'Teilweise beantwortet.',
    'Offen geblieben',
    'Wie dies entstanden ist',
    'Stand vom 3. Juni 2026',
  ])
    expect(text).toContain(words)
  expect(englishLeft(text)).toEqual([])
})

test('the same answer is in English for whoever asks at the same time without a language', async () => {
  const [german, english] = await Promise.all([
    inGerman(() => exportAnswers(ANSWERS, [], 'docx', FONTS)),
    callLanguage(undefined).then((language) => inLanguage(language, () => exportAnswers(ANSWERS, [], 'docx', FONTS))),
  ])
  expect(await readBack(german, 'docx')).toContain('Wie dies entstanden ist')
  expect(await readBack(english, 'docx')).toContain('How this was produced')
})

const CELL = {
  id: 'q1',
  question: 'Wie hoch ist die Miete?',
  document: 'Mietvertrag.pdf',
  documentId: 'd',
  state: 'uncertain',
  text: '900 Euro',
  verdict: 'unchecked',
  absent: ['900'],
  instead: null,
  citations: [QUOTED],
} as unknown as Cell

test('tables and chronologies have German heads, and columns that a German spreadsheet parts', async () => {
  const questions = [{ id: 'q1', question: 'Wie hoch ist die Miete?' }]
  const table = await inGerman(() =>
    exportTable(questions, [CELL, { ...CELL, documentId: 'e', state: 'not-found' }], 'csv'),
  )
  const [head, first, second] = table.split('\r\n')
  expect(head).toBe('\uFEFFDokument;Wie hoch ist die Miete?;Fundstelle')
  expect(first).toContain('nicht bestätigt')
  expect(second).toContain('nicht gefunden')
  const line = { date: '2021-05', text: 'Einzug; Übergabe', citations: [QUOTED] } as never
  const chronology = await inGerman(() => exportChronology([line], 'csv'))
  expect(chronology).toBe('\uFEFFDatum;Ereignis;Fundstelle\r\n2021-05;"Einzug; Übergabe";Mietvertrag.pdf, Seite 3\r\n')
  expect(englishLeft(`${table} ${chronology}`)).toEqual([])
})

test('highlights are exported in German words', async () => {
  const highlight = { document: 'Vertrag.pdf', quote: 'sechs Monate', note: '', isEvidence: true, place: null } as never
  const bytes = await inGerman(() => exportPaper(highlightsOnPaper('Akte', [highlight]), 'md', FONTS))
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('Nicht mehr im Dokument: „sechs Monate“')
  expect(text).toContain('Als Beleg vorgemerkt')
  expect(englishLeft(text)).toEqual([])
})

test('a calendar says in German what is not confirmed, and what it depends on', async () => {
  const ahead = { day: '2026-12-31', sentence: 'Die Frist endet', conclusion: 0, daysLeft: 1, isException: false }
  const conclusions = {
    ahead: [{ ...ahead, dependsOn: ['Wurde anerkannt?'] }],
    conclusions: [
      {
        relation: 'ends',
        args: [],
        summary: '',
        assumed: ['kein Anerkenntnis'],
        proof: { grounds: [{ rule: 'bgb-195', source: '§ 195 BGB', reviewed: false }] },
      },
    ],
  } as unknown as Conclusions
  const file = await inGerman(() =>
    calendarFile(calendarDates(conclusions, { id: 'm', name: 'Hollis' }), '2026-06-03T09:00:00Z'),
  )
  expect(file).toContain('SUMMARY:Nicht bestätigt: Die Frist endet (Hollis)')
  expect(file.replace(/\r\n /g, '')).toContain(
    String.raw`Hängt ab von: Wurde anerkannt?\nAngenommen: kein Anerkenntnis`,
  )
  expect(englishLeft(file)).toEqual([])
})

test('the report of a run is in German, with its numbers and its language', async () => {
  const run = {
    number: 2,
    setName: 'Mietverträge',
    model: { id: 'm', sha256: 'abcdef0123456' },
    embedder: null,
    settings: { passages: 'on', rules: 'on', cards: 'gated', answerableOnly: false, sample: 60, seed: 7 },
    startedAt: '2026-06-03T08:00:00Z',
    done: 60,
    of: 60,
    drawnFrom: 120,
  } as unknown as EvaluationRun
  const rows = inventRows(60, { heldOut: true })
  const made = await inGerman(() => exportRun({ run, rows }, { run: { ...run, number: 1 }, rows }, 'html'))
  expect(made.name).toBe('Mietverträge, Durchlauf 2.html')
  const html = await made.text()
  expect(html).toContain('<html lang="de-DE">')
  for (const words of ['Wie die Fragen ausgingen', 'Im Vergleich zu Durchlauf 1', '60 von 120 gezogen', '3. Juni 2026'])
    expect(html).toContain(words)
  // The invented questions and answers are in English.
  expect(englishLeft(html.replace(/<td>[^]*?<\/td>/g, ''))).toEqual([])
})
