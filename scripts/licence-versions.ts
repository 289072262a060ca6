import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'

/** Words that the file marks as changed. */
type Tracked = { readonly was: string; readonly is: string }
type Block = string | { readonly heading: string } | readonly (string | Tracked)[]

const SENT: readonly Block[] = [
  { heading: '1. Fee and term' },
  '1.1 The fee is £4,250 a year, payable in advance by equal quarterly payments.',
  '1.2 The term ends on 25 March 2031.',
  { heading: '2. The yard' },
  '2.1 The Licensor shall keep the yard lit until 18.00 on a working day.',
  '2.2 The Licensee must clear it promptly of anything that it brings.',
  { heading: '3. Notices' },
  '3.1 A notice sent by e-mail is not validly served.',
  '3.2 A notice may be left at the Premises between 9.00 and 17.00 on a working day.',
  '3.3 A working day is a day other than a Saturday, a Sunday or a bank holiday in England.',
  { heading: '4. Ending the licence' },
  '4.1 The Licensee may end this licence at any time by giving not less than six months’ written notice.',
  '4.2 On that date the Licensor shall repay any fee paid for a period after it.',
  { heading: '5. General' },
  '5.1 This licence is governed by the law of England and Wales.',
]

/** Its fee, its term of notice and the e-mail are tracked; nothing else that has changed is. */
const RETURNED: readonly Block[] = [
  { heading: '1. Fee and term' },
  ['1.1 The fee is ', { was: '£4,250', is: '£4,750' }, ' a year, payable in advance by equal quarterly payments.'],
  '1.2 The term ends on 25 March 2029.',
  { heading: '2. The yard' },
  '2.1 The Licensor may keep the yard lit until 18.00 on a working day.',
  '2.2 The Licensee must clear it as soon as practicable of anything that it brings.',
  { heading: '3. Notices' },
  ['3.1 A notice sent by ', { was: 'e-mail', is: 'electronic mail' }, ' is not validly served.'],
  '3.2 A working day is a day other than a Saturday, a Sunday or a bank holiday in England.',
  { heading: '4. Ending the licence' },
  [
    '4.1 The Licensee may end this licence at any time by giving not less than ',
    { was: 'six', is: 'three' },
    ' months’ written notice.',
  ],
  '4.2 On that date the Licensor shall repay any fee paid for a period after it.',
  { heading: '5. General' },
  '5.1 This licence is governed by the law of England and Wales.',
  '5.2 A notice may be left at the Premises between 9.00 and 17.00 on a working day.',
]

/** Two versions of a licence as Word files, for pictures and tests: changed with and without marks, moved, with other numbers. */
export async function licenceVersions(): Promise<Readonly<Record<'before' | 'after', Buffer>>> {
  return { before: await wordFile(SENT), after: await wordFile(RETURNED) }
}

async function wordFile(blocks: readonly Block[]): Promise<Buffer> {
  const title = new Paragraph({ text: 'Licence of the rear yard', heading: HeadingLevel.HEADING_1 })
  const children = [title, ...blocks.map(paragraphOf)]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function paragraphOf(block: Block): Paragraph {
  if (typeof block === 'string') return new Paragraph(block)
  if ('heading' in block) return new Paragraph({ text: block.heading, heading: HeadingLevel.HEADING_2 })
  return new Paragraph({ children: block.flatMap(runsOf) })
}

function runsOf(part: string | Tracked, at: number): readonly ParagraphChild[] {
  if (typeof part === 'string') return [new TextRun(part)]
  const by = { author: 'R. Lindqvist', date: '2026-05-15T17:20:00Z' }
  return [
    new DeletedTextRun({ text: part.was, id: at * 2, ...by }),
    new InsertedTextRun({ text: part.is, id: at * 2 + 1, ...by }),
  ]
}
