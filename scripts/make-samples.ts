import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { calibrationLines } from './samples/calibration/calibration-lines.ts'
import { dischargeLetter } from './samples/discharge-letter.ts'
import { lease } from './samples/lease.ts'
import { agentLetterhead, hospitalLetterhead, leaseCover } from './samples/letterheads.ts'
import { gpNote, labReport } from './samples/patient-papers.ts'
import { breakNotice, chronology, letterFromAgent } from './samples/tenancy-papers.ts'
import { typesetDocx } from './samples/typeset-docx.ts'
import { typesetPdf } from './samples/typeset-pdf.ts'

/** Written by hand, not by this script: only the places in them are worked out. */
const calibrationDocuments = join(import.meta.dirname, '..', 'samples', 'calibration', 'docs')

const invented = 'A sample document of Consilium: all people, places and figures are invented'

/**
 * Writes the sample matters, their suggested questions and the questions for calibration into the folder; `samples/` in the
 * repository is its output.
 */
export async function makeSamples(dir: string): Promise<void> {
  const files: readonly (readonly [string, Buffer | string])[] = [
    ['tenancy-dispute/lease.pdf', await leasePdf()],
    ['tenancy-dispute/break-notice.docx', await breakNoticeDocx()],
    ['tenancy-dispute/letter-from-agent.pdf', await letterFromAgentPdf()],
    ['tenancy-dispute/chronology.md', chronology],
    ['discharge-letter/discharge-letter.pdf', await dischargeLetterPdf()],
    ['discharge-letter/lab-report.docx', await labReportDocx()],
    ['discharge-letter/gp-note.md', gpNote],
    ['calibration/questions.jsonl', await calibrationLines(calibrationDocuments)],
    ['questions.json', `${JSON.stringify(questions, null, 2)}\n`],
  ]
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), bytes)
  }
}

function leasePdf(): Promise<Buffer> {
  const style = {
    title: 'Lease of 14 Tolland Row, Wexcombe',
    author: 'Pennifold Estates Limited',
    face: 'Times',
    size: 11,
    runningHeader:
      'Lease: 14 Tolland Row, Wexcombe (Pennifold Estates Limited to Larkspur and Daughters Bakery Limited)',
    footer: (page: number, pages: number) => `Page ${page} of ${pages}`,
    hasCover: true,
    drawFirst: leaseCover,
  } as const
  return typesetPdf(style, lease)
}

function letterFromAgentPdf(): Promise<Buffer> {
  const style = {
    title: 'Letter of 2 October 2025',
    author: 'Quillgate Property Management',
    face: 'Times',
    size: 10,
    runningHeader: 'Larkspur and Daughters Bakery Limited, 2 October 2025, QPM/TR14/0925',
    footer: (page: number, pages: number) => `Page ${page} of ${pages} · ${invented}`,
    drawFirst: agentLetterhead,
  } as const
  return typesetPdf(style, letterFromAgent)
}

function dischargeLetterPdf(): Promise<Buffer> {
  const style = {
    title: 'Discharge letter, Edwin Calloway, 10 June 2025',
    author: 'Northmere General Hospital',
    face: 'Helvetica',
    size: 10,
    runningHeader: 'Edwin Calloway, born 14 March 1951, NHS number 999 402 6151',
    footer: (page: number, pages: number) => `Page ${page} of ${pages} · ${invented}`,
    drawFirst: hospitalLetterhead,
  } as const
  return typesetPdf(style, dischargeLetter)
}

function breakNoticeDocx(): Promise<Buffer> {
  const author = 'Larkspur and Daughters Bakery Limited'
  return typesetDocx(
    {
      title: 'Break notice',
      author,
      font: 'Georgia',
      size: 11,
      header: `${author} · 14 Tolland Row, Wexcombe WX4 7QJ`,
      footer: invented,
    },
    breakNotice,
  )
}

function labReportDocx(): Promise<Buffer> {
  const author = 'Northmere General Hospital'
  return typesetDocx(
    {
      title: 'Cumulative laboratory report',
      author,
      font: 'Arial',
      size: 10,
      header: `${author} · Laboratory report`,
      footer: invented,
    },
    labReport,
  )
}

/** The sample matters with the questions that the first screen and `demo` suggest. `matter` is the folder under `samples/`; its names are in
 * `wording/messages/`, by that. */
const questions = [
  {
    matter: 'tenancy-dispute',
    field: 'law',
    packs: ['limitation-demo'],
    questions: [
      { question: 'When may the tenant break the lease, and how is notice given?', answerable: true },
      { question: 'Was the break notice received in time?', answerable: true },
      { question: 'Does unpaid service charge stop the break from taking effect?', answerable: true },
      { question: 'How much rent deposit does the landlord hold?', answerable: false },
    ],
  },
  {
    matter: 'discharge-letter',
    field: 'medicine',
    packs: ['af-demo'],
    questions: [
      { question: 'How did potassium and creatinine change between 3 and 17 June 2025?', answerable: true },
      { question: 'Which medicines were stopped or changed at discharge, and why?', answerable: true },
      { question: 'When may ramipril be restarted, and at what dose?', answerable: true },
      { question: 'What was the patient’s HbA1c?', answerable: false },
    ],
  },
] as const

if (import.meta.main) await makeSamples(process.argv[2] ?? join(import.meta.dirname, '..', 'samples'))
