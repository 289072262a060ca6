import {
  AlignmentType,
  Document,
  Header,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

/** A real contract's text as a Word file with a header, headings, numbers that Word writes, a list and a table. */
export async function wordContract(paragraphs: readonly string[]): Promise<Buffer> {
  const children = paragraphs.map((text, at) => {
    const bare = text.replace(/^\s*(\d+(\.\d+)*[.)]?|\([a-z]\))\s+/, '')
    if (at === 0) return new Paragraph({ text: bare, heading: 'Title' })
    if (bare.length < 60)
      return new Paragraph({ text: bare, heading: 'Heading1', numbering: { reference: 'clauses', level: 0 } })
    const runs = bare.split(/(?<=[,;:])(?=\s)/).map((part, index) => new TextRun({ text: part, bold: index === 0 }))
    return new Paragraph({
      children: runs,
      alignment: AlignmentType.JUSTIFIED,
      numbering: { reference: 'clauses', level: at % 5 === 0 ? 2 : 1 },
    })
  })
  const rows = [
    'Milestone\tDate\tFee',
    'Signing\t1 March 2026\tEUR 1,500',
    'Delivery\t30 June 2026\tEUR 12,000',
    'Acceptance\t31 July 2026\tEUR 3,250',
    'End\t31 December 2026\t',
  ]
  const table = new Table({
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: row.split('\t').map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  })
  const middle = Math.floor(children.length / 2)
  const levels = ['%1.', '%1.%2', '(%3)'].map((text, level) => ({
    level,
    text,
    format: level === 2 ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL,
    alignment: AlignmentType.START,
  }))
  return Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'clauses', levels }] },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Draft of 3 March 2026, confidential')] }) },
          children: [...children.slice(0, middle), table, ...children.slice(middle)],
        },
      ],
    }),
  )
}
