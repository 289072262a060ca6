import { verbatim } from '../../../wording/message.ts'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { confidenceWords } from '../../../assistant/answers/export/answer-words.ts'
import { exportAnswers } from '../../../assistant/answers/export/answer-on-paper.ts'
import { VERSION } from '../../../assistant/home/version.ts'
import type { Answer, ConclusionSource, ExportFormat } from '../../../contract/answers/answer.ts'
import type { Correction } from '../../../contract/knowledge/card.ts'
import { openZip } from '../../../library/read/archive/open-zip.ts'
import { collect } from '../../library/read/collect.ts'
import { someAnswer, someClaim, someSource } from '../../renderer/samples.ts'

/** Those that the build puts beside the window. */
const FONTS = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/standard_fonts', import.meta.url))
const FORMATS = ['md', 'docx', 'pdf'] as const

const CONCLUSION: ConclusionSource = {
  kind: 'conclusion',
  source: 'R1',
  relation: 'mayEnd',
  args: ['tenant'],
  asks: [],
  names: [],
  fit: 1,
  language: 'en',
  rule: 'notice-period',
  holds: 'yes',
  sentence: 'the lease ends on 3 December 2026',
  summary: '',
  assumed: ['no notice was given before'],
  missing: [],
  asOf: '2026-06-03',
  proof: {
    sentence: 'the lease ends on 3 December 2026',
    holds: 'yes',
    grounds: [
      {
        rule: 'notice-period',
        title: 'Notice period',
        pack: 'demo',
        source: null,
        sourceRead: true,
        reviewed: true,
        validFrom: null,
        validTo: null,
        steps: [
          { kind: 'fact', sentence: 'notice was served on 3 June 2026', facts: ['f1'] },
          { kind: 'assumed-absent', sentence: 'notice was given before' },
        ],
      },
    ],
  },
}

const ANSWER = someAnswer({
  question: 'Kiedy najemca może wypowiedzieć umowę?',
  state: 'uncertain',
  sources: [
    someSource({
      read: [
        { start: 100, end: 130 },
        { start: 150, end: 170 },
      ],
    }),
    someSource({ source: 'S2', document: 'Deed.docx', page: null, read: [] }),
    CONCLUSION,
    { ...CONCLUSION, source: 'R2', rule: 'rent-rise' },
  ],
  claims: [
    someClaim({ text: 'Najemca może to zrobić z wyprzedzeniem sześciu miesięcy. [S1]', verdict: 'unchecked' }),
    someClaim({ index: 1, text: 'Nobody knows.', verdict: 'unsupported', citations: [] }),
    someClaim({ index: 2, text: 'It ended in May.', verdict: 'unchecked', absent: ['May'] }),
    someClaim({
      index: 3,
      text: 'It may be given under Fox v Hen [2001] 2 AC 1 in writing. [S1]',
      verdict: 'close',
      differences: [{ written: 'may', stands: 'shall' }],
      authorities: [
        { text: 'Fox v Hen [2001] 2 AC 1', foundIn: null },
        { text: 'Act 1954', foundIn: 'Acts/1954.pdf' },
      ],
    }),
    someClaim({
      index: 4,
      text: 'The lease ends on 3 December 2026. [R1]',
      verdict: 'computed',
      citations: [{ source: 'R1', rule: 'notice-period' }],
    }),
  ],
  searched: {
    ...someAnswer().searched,
    documents: 3,
    pages: 1038,
    words: ['najemca'],
    unknownWords: ['umowa'],
    references: ['Statutes'],
    notYetRead: ['survey.md'],
    notReadable: [{ document: verbatim('scan.pdf'), reason: verbatim('needs a password') }],
  },
  knowledge: { ...someAnswer().knowledge, gate: 'used', margin: 0.41, cards: ['card-7'] },
  tokens: { prompt: 1240, firstPrompt: 900, generated: 88, calls: 2, reused: 300 },
  model: { id: 'small-model', sha256: 'abcdef0123' },
})
const LATER = someAnswer({
  question: 'And the rent?',
  claims: [someClaim({ verdict: 'verbatim' })],
  strategy: 'options',
  choice: { options: ['yes', 'no'], choice: 1, shares: [0.3, 0.7], margin: 0.4, votes: 3, ballots: 4 },
  ledgerEntry: 9,
})

/** The text that our own reader finds in the exported file, its white space made plain. */
async function readBack(
  answers: readonly Answer[],
  format: ExportFormat,
  corrections: readonly Correction[] = [],
): Promise<string> {
  const bytes = Buffer.from(await exportAnswers(answers, corrections, format, FONTS))
  const { pages } = await collect(`answer.${format}`, bytes)
  const text = pages.map((page) => page.text).join(' ')
  return (
    // Ours reads Markdown as it is written.
    (format === 'md' ? text.replace(/\\(?=\p{P}|\p{S})/gu, '') : text)
      .replace(/\s+/g, ' ')
      // The reader of PDFs spells quotation marks straight.
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/[\u201c\u201d]/g, '"')
  )
}

async function partOf(docx: Uint8Array, name: string): Promise<string> {
  const zip = await openZip(Buffer.from(docx))
  const entry = (await zip.list()).find(({ fileName }) => fileName === name)
  return entry ? textOf(await zip.open(entry)) : ''
}

const markdown = async (answers: readonly Answer[]) =>
  new TextDecoder().decode(await exportAnswers(answers, [], 'md', FONTS))

describe('an exported answer', () => {
  test.each(FORMATS)('says what it should have said where it was corrected, as %s', async (format) => {
    const correction = {
      correctionId: 'c1',
      createdAt: '2026-06-03T08:00:00.000Z',
      from: 'user',
      answerId: 'wrong',
      question: 'How long is notice?',
      wrong: 'Two months.',
      expected: 'Three months, in writing.',
      mistake: 'missing-fact',
    } as const
    const [wrong, other] = [someAnswer({ answerId: 'wrong' }), someAnswer({ answerId: 'other' })]
    const text = await readBack([wrong], format, [correction])
    expect(text).toContain('Reported as wrong on 3 June 2026')
    expect(text).toContain('It should say: "Three months, in writing."')
    expect(await readBack([other], format, [correction])).not.toContain('Reported as wrong')
  })

  test('says sheet, slide or chapter where the document has no pages', async () => {
    const source = (document: string, page: number) => someSource({ document, page, text: `in ${document}` })
    const sources = [source('labs.xlsx', 2), source('talk.pptx', 4), source('guide.epub', 3)]
    const text = await readBack([someAnswer({ claims: [], sources })], 'md')
    for (const place of ['labs.xlsx, sheet 2', 'talk.pptx, slide 4', 'guide.epub, chapter 3'])
      expect(text).toContain(place)
  })

  test.each(FORMATS)('as %s says of what the model judged how often its judgement was right', async (format) => {
    const judged = someClaim({ verdict: 'supported', judged: { right: 31, of: 33 } })
    const text = await readBack([someAnswer({ claims: [judged] })], format)
    expect(text).toContain("follows, by the model's judgement: right in 31 of 33 measured")
    expect(text).toContain('Supported: other words')
  })

  test.each(FORMATS)(
    'as %s holds the question, each sentence with its verdict, each quote with its place, and what was not searched',
    async (format) => {
      const text = await readBack([ANSWER, LATER], format)
      for (const words of [
        'Kiedy najemca może wypowiedzieć umowę?',
        'z wyprzedzeniem sześciu miesięcy.',
        '(cites a source, not confirmed)',
        'Nobody knows. (no source: do not rely on it)',
        'not in the cited passages: May',
        '(close, 1 word)',
        'the source has "shall" for "may"',
        'not in the library: Fox v Hen [2001] 2 AC 1',
        'Act 1954: found in Acts/1954.pdf',
        'Fox v Hen [2001] 2 AC 1, named in sentence 4.',
        'S1, Lease.pdf, page 9: "not less than six months\' prior written notice"',
        '3 documents, 1,038 pages, by words and by meaning.',
        'Together with: Statutes.',
        'No document has: umowa.',
        'Not read yet, so not searched: survey.md.',
        'scan.pdf: needs a password.',
        'And the rent?',
      ])
        expect(text).toContain(words)
    },
  )

  test.each(FORMATS)(
    'as %s gives what the page says instead, what was not answered, and how much was read',
    async (format) => {
      const stopped = someClaim({
        text: 'Furosemide was stopped. [S1]',
        verdict: 'contradicted',
        instead: 'Furosemide\t40 mg\tIncreased',
      })
      const scope = { passages: 8, documents: 5, of: 30 }
      const partly = {
        state: 'answered-in-part',
        claims: [stopped],
        notAnswered: ['why it was changed'],
        scope,
      } as const
      const text = await readBack(
        [{ ...someAnswer(), ...partly, claims: [stopped], notAnswered: [...partly.notAnswered] }],
        format,
      )
      for (const words of [
        'Answered in part. 0 of 1 sentence confirmed, 1 contradicted. Read: 8 passages of 5 of 30 documents.',
        'Furosemide was stopped.',
        '(contradicted by its source)',
        'The table says: "Furosemide, 40 mg, Increased"',
        'Left open',
        'why it was changed',
        'Contradicted: the source says otherwise of the same thing',
      ])
        expect(text).toContain(words)
    },
  )

  test.each(FORMATS)('as %s shows the proof of what it cites, what it assumes before the steps', async (format) => {
    const text = await readBack([ANSWER], format)
    const at = [
      '(as of 3 June 2026)',
      'Assumes no notice was given before (not recorded).',
      'notice was served on 3 June 2026 (fact)',
    ].map((words) => text.indexOf(words))
    expect(at).toEqual(at.toSorted((one, other) => one - other))
    expect(at[0]).toBeGreaterThan(0)
    // A second conclusion was found, and no sentence states it.
    expect(text.match(/\(as of 3 June 2026\)/g)).toHaveLength(1)
  })

  test.each(FORMATS)('as %s ends with how it was produced', async (format) => {
    const text = await readBack([ANSWER, LATER], format)
    const last = text.slice(text.indexOf('How this was produced')).replaceAll(/\*\*|- (?=R2)/g, '')
    for (const words of [
      '3 June 2026 at 08:00 UTC',
      'Not confirmed.',
      '3 documents, 1,038 pages; reference libraries: Statutes',
      'S1, Lease.pdf, page 9: 50 of 100 characters in 2 places',
      'S1, Lease.pdf, page 9: all of it, 100 characters',
      'S2, Deed.docx: found, but not read',
      'R1, rule notice-period R2, rule rent-rise: found, not stated',
      'small-model',
      'SHA-256 abcdef0123',
      'written from the passages, seed 0',
      'Chosen from 2 options: "no", by 3 of 4 ballots, 40 points ahead of the next.',
      'card-7: general knowledge, which is no evidence',
      'not calibrated',
      'evidence after 0.3 s, first word after 0.9 s, all after 4.0 s',
      'entry 7 of the matter',
      'entry 9 of the matter',
      'open the audit log in Consilium and choose Verify',
      `Exported with Consilium ${VERSION}`,
      'not a medical device, and this is not legal advice',
      'Check every sentence at its source before you rely on it.',
    ])
      expect(last).toContain(words)
  })

  test('in Word has a footnote for each citation, numbered on through the conversation', async () => {
    const docx = await exportAnswers([ANSWER, LATER], [], 'docx', FONTS)
    const body = await partOf(docx, 'word/document.xml')
    const notes = await partOf(docx, 'word/footnotes.xml')
    expect([...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2', '3', '4'])
    for (const id of [1, 2, 3, 4])
      expect(notes).toMatch(new RegExp(`<w:footnote[^>]* w:id="${id}">(?:(?!</w:footnote>).)*Lease\\.pdf, page 9`, 's'))
    expect(body).toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*Fox v Hen/s)
  })

  test('in Word keeps two footnotes of one sentence apart', async () => {
    const [one] = someClaim().citations
    const docx = await exportAnswers(
      [someAnswer({ claims: [someClaim({ citations: [one!, one!] })] })],
      [],
      'docx',
      FONTS,
    )
    expect(await partOf(docx, 'word/document.xml')).toMatch(
      /<w:footnoteReference w:id="1"\/><\/w:r><w:r><w:rPr><w:vertAlign w:val="superscript"\/><\/w:rPr><w:t[^>]*>,<\/w:t><\/w:r><w:r>.*<w:footnoteReference w:id="2"\/>/,
    )
  })

  test('in Markdown has footnotes, and no mark-up out of the words of a document', async () => {
    const claim = someClaim({ text: 'Give *six* months <b> [^9] `now`. [S1]' })
    const text = await markdown([someAnswer({ claims: [claim] })])
    expect(text).toContain('1. Give \\*six\\* months \\<b\\> \\[^9\\] \\`now\\`.[^1] (verbatim)')
    expect(text).toMatch(/^\[\^1\]: S1, Lease\.pdf, page 9: “not less than six months’ prior written notice”$/m)
    expect(await markdown([ANSWER])).toContain('under ~~Fox v Hen \\[2001\\] 2 AC 1~~ in writing.[^3] (close, 1 word)')
  })

  test('as PDF numbers its notes, which stand below the sentences', async () => {
    const text = await readBack([ANSWER, LATER], 'pdf')
    const notes = text.indexOf('Notes')
    expect(text.slice(0, notes)).toContain('sześciu miesięcy. [1] (cites a source, not confirmed)')
    expect(text.slice(notes)).toContain('[1] S1, Lease.pdf, page 9:')
    expect(text).toContain('Notice takes six months. [4] (verbatim)')
  })

  test('without sentences holds the passages, and says that no model read them', async () => {
    const text = await readBack(
      [someAnswer({ state: 'extractive', claims: [], sources: [someSource()], model: null })],
      'md',
    )
    expect(text).toContain('Passages only, nothing was written')
    expect(text).toContain('S1, Lease.pdf, page 9: "by giving not less than six months\' prior written notice"')
    expect(text).toContain('nothing, for no model was used')
  })

  test('of many pages keeps every sentence', async () => {
    const claims = Array.from({ length: 200 }, (_, index) =>
      someClaim({ index, text: `Sentence ${index} stands here.` }),
    )
    const text = await readBack([someAnswer({ claims })], 'pdf')
    for (const { text: words } of claims) expect(text).toContain(words)
  })
})

test('a measured confidence is its band with the count behind it', () => {
  const like = { count: 24, of: 41, interval: [0.434, 0.723] as const }
  expect(confidenceWords({ band: 'medium', like })).toBe(
    'medium: of 41 like it 24 were right, 59\u00A0%, interval 43–72',
  )
  expect(confidenceWords({ band: null, like: null })).toBe('not calibrated')
  expect(confidenceWords({ band: null, calibrated: true })).toBe('not measured')
})

test('the words of a document make no picture, link, tag or emphasis in Markdown', async () => {
  const quote = '![x](http://tracker.example/p.png) [here](http://x.example) _not_ <i>so</i> *x*'
  const [citation] = someClaim().citations
  const claims = [someClaim({ citations: citation ? [{ ...citation, quote }] : [] })]
  const text = new TextDecoder().decode(await exportAnswers([someAnswer({ claims })], [], 'md', FONTS))
  expect(text).toContain(
    String.raw`“\!\[x\](http\://tracker.example/p.png) \[here\](http\://x.example) \_not\_ \<i\>so\</i\> \*x\*”`,
  )
})
