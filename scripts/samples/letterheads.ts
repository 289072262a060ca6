import type { PDFDocument } from 'pdfkit'

/** The letter paper of the managing agent: a centred name between two rules. */
export function agentLetterhead(document: PDFDocument): void {
  const { left, width } = textArea(document)
  document
    .font('Times-Bold')
    .fontSize(19)
    .fillColor('#3b2f2a')
    .text('Quillgate Property Management', left, 44, { width, align: 'center' })
  document.font('Times-Roman').fontSize(9.5).fillColor('#444444')
  document.text('41 Corn Exchange Street, Wexcombe WX1 5RB · 01632 960 417 · office@quillgate.example', left, 70, {
    width,
    align: 'center',
  })
  document
    .strokeColor('#8c7a6b')
    .lineWidth(0.8)
    .moveTo(left, 90)
    .lineTo(left + width, 90)
    .stroke()
  document.y = 112
}

/** The letter paper of the hospital: its name to the left, the ward to the right. */
export function hospitalLetterhead(document: PDFDocument): void {
  const { left, width } = textArea(document)
  document.rect(left, 40, width, 3).fill('#1d5a6c')
  document
    .font('Helvetica-Bold')
    .fontSize(15)
    .fillColor('#1d5a6c')
    .text('Northmere General Hospital', left, 52, { width })
  document.font('Helvetica').fontSize(8.5).fillColor('#444444')
  document.text('Cardiology, Ward 7 · Harbour Road, Northmere NX1 9AA · 01632 960 882', left, 72, { width })
  document.y = 92
}

/** The cover of the lease, which carries no other text. */
export function leaseCover(document: PDFDocument): void {
  const { left, width } = textArea(document)
  const centred = { width, align: 'center', lineGap: 4 } as const
  const line = (font: string, size: number, y: number, text: string): void => {
    document.font(font).fontSize(size).fillColor('#111111').text(text, left, y, centred)
  }
  line('Times-Roman', 12, 120, 'Dated 25 March 2021')
  document
    .strokeColor('#111111')
    .lineWidth(1)
    .moveTo(left, 190)
    .lineTo(left + width, 190)
    .stroke()
  line('Times-Bold', 26, 214, 'LEASE')
  line('Times-Roman', 13, 258, 'of the ground floor shop and basement bakehouse\n14 Tolland Row, Wexcombe WX4 7QJ')
  document
    .moveTo(left, 318)
    .lineTo(left + width, 318)
    .stroke()
  line('Times-Bold', 13, 370, '(1) PENNIFOLD ESTATES LIMITED')
  line('Times-Italic', 12, 390, 'Landlord')
  line('Times-Roman', 12, 420, 'and')
  line('Times-Bold', 13, 450, '(2) LARKSPUR AND DAUGHTERS BAKERY LIMITED')
  line('Times-Italic', 12, 470, 'Tenant')
  line('Times-Roman', 12, 550, 'Term: ten years from and including 25 March 2021')
  line(
    'Times-Italic',
    9.5,
    720,
    'A sample document that comes with Consilium. All parties, places and amounts are invented.',
  )
}

function textArea(document: PDFDocument): { left: number; width: number } {
  const { margins, width } = document.page
  return { left: margins.left, width: width - margins.left - margins.right }
}
