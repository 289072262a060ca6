import type { PageText } from '../../../contract/document.ts'
import { typedPages } from './typed-page.ts'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024]

/** A workbook of six sheets, one of them hidden; the first begins at B3. */
export function inventSheets(): readonly PageText[] {
  const rates = [
    'Item\tUnit\tRate, £\tCharged in 2023, £\tNote',
    'Roof repairs\tyear\t1,250.00\t2,500.00\tdisputed by the tenant: see the letter of 2 October 2024',
    'Lift\tquarter\t310.00\t1,240.00\t',
    'Insurance\tyear\t940.50\t940.50\tcertificate of 28 March 2023',
    'Cleaning\tmonth\t85.00\t1,020.00\t',
  ].join('\n')
  const year = (number: number) =>
    ['Month\tPaid, £\tDue, £', ...months().map((month, at) => `${month}\t${100 + at}.00\t${number - 1900}.00`)].join(
      '\n',
    )
  return typedPages([
    {
      page: 1,
      label: 'Rates',
      blocks: [
        ['table', 1, rates, 'B3'],
        ['note', 0, 'Comment on D4, J. Marsh: twice the rate of the year before.'],
      ],
    },
    ...YEARS.slice(1).map((number, at) => ({
      page: at + 2,
      label: String(number),
      blocks: [['table', 1, year(number), 'A1']] as const,
    })),
  ])
}

function months(): readonly string[] {
  return ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October']
}

/** A letter of a word processor with everything that it may hold. */
export function inventSchedule(): readonly PageText[] {
  const pages = typedPages([
    {
      page: null,
      label: null,
      blocks: [
        ['header', 0, 'Brightwater LLP – privileged'],
        ['heading', 1, 'Schedule of dilapidations'],
        [
          'paragraph',
          0,
          'This schedule is served under clause 12.4 of the lease of 7 Kestrel Row. The cost of each item is in the table of section 2.',
        ],
        ['heading', 2, '1. What has to be done'],
        ['list-item', 1, '1. Repair the flat roof above the bakery.'],
        ['list-item', 2, '(a) Strip the felt back to the deck.'],
        ['list-item', 2, '(b) Lay a new deck of 18 mm plywood.'],
        ['list-item', 1, '2. Repoint the rear wall.'],
        ['heading', 2, '2. Cost'],
        [
          'table',
          1,
          'Item\tWork\tCost, £\n1 (a)\tStrip the felt\t1,800\n1 (b)\tNew deck, plywood 18 mm, laid in two layers with staggered joints\t4,250\n2\tRepoint the rear wall\t960',
        ],
        ['paragraph', 0, 'The landlord claims the sum of these items, £7,010, with interest.'],
        ['note', 0, 'Footnote 1: Prices of March 2024, without VAT.'],
        ['note', 0, 'Inserted by A. Reed on 3 May 2024: “laid in two layers with staggered joints”'],
        ['code', 0, 'REF  KR7-2024\nSUM  7010.00\n<img src="x" onerror="alert(1)"><b>bold</b>'],
        ['footer', 0, 'Draft 3, not agreed'],
      ],
    },
  ])
  return pages.map((page) => ({ ...page, links: [linkTo(page, 'section 2', '2. Cost')] }))
}

function linkTo({ text, start }: PageText, words: string, target: string) {
  const from = text.indexOf(words)
  return { start: from, end: from + words.length, target: start + text.indexOf(target) }
}

/** A mail that answers another. */
export function inventMail(): readonly PageText[] {
  return typedPages([
    {
      page: null,
      label: null,
      blocks: [
        ['header', 0, 'From: Brightwater\nTo: J. Marsh\nDate: 2 October 2024\nSubject: Re: Notice of 27 September'],
        ['paragraph', 0, 'We pass all post to the landlord and hold no authority of our own.'],
        ['quoted', 1, 'J. Marsh wrote: Please confirm that you have our notice.'],
        ['quoted', 2, 'Brightwater wrote: The landlord is away until Monday.'],
      ],
    },
  ])
}

/** Slides with their titles. */
export function inventSlides(): readonly PageText[] {
  const titles = ['The site', 'Timeline', 'What the survey found', 'Next steps']
  return typedPages(
    titles.map((title, at) => ({
      page: at + 1,
      label: title,
      blocks: [
        ['heading', 1, title],
        ['list-item', 1, `Point one of slide ${at + 1}`],
        ['list-item', 1, 'The roof leaks at the north end'],
        ['note', 0, 'Speaker’s notes: show the photograph of the roof.'],
      ] as const,
    })),
  )
}

/** A sheet of many rows, for what has to stay usable. */
export function inventLargeSheet(rows: number): readonly PageText[] {
  const lines = Array.from(
    { length: rows },
    (_, at) =>
      `${at + 1}\t2024-03-${String((at % 28) + 1).padStart(2, '0')}\tPayment ${at + 1}\t${(at * 7) % 1000}.50\tok`,
  )
  const table = ['No.\tDate\tText\tAmount, £\tState', ...lines].join('\n')
  return typedPages([{ page: 1, label: 'Payments', blocks: [['table', 1, table, 'A1']] }])
}
