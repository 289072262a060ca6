import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'
import { file, html, plain, type TypedPart, typedMail, typedParts } from './typed-mail.ts'
import { timesAsLong } from '../../../times-as-long.ts'

const HEAD =
  'From: Ann Lee <ann@firm.example>\nTo: bo@court.example\nSubject: Lease\nDate: Tue, 12 May 2020 14:45:17 +0900\nMIME-Version: 1.0'

async function read(part: TypedPart, head = HEAD) {
  const { pages, attached, result } = await collect('a.eml', typedMail(`${head}\n${part.header}`, part.body))
  return { page: pages[0]!, blocks: blocksOf(pages[0]!), attached, warnings: result.warnings, result }
}

/** The blocks after subject and fields. */
const bodyOf = ({ blocks }: Awaited<ReturnType<typeof read>>) => blocks.slice(2).map(([kind, , text]) => [kind, text])

describe('a message', () => {
  it('begins with its subject as a heading and says who wrote when to whom, dates as they were sent', async () => {
    const head = `${HEAD}\nCc: =?utf-8?B?SsO8cmdlbg==?= <j@x.example>, Team: a@x.example, b@x.example;\nReply-To: office@firm.example\nSender: ann@firm.example`
    const { blocks, result } = await read(plain('Dear Bo,\n\nthe rent is due.'), head)
    expect(result.mediaType).toBe('message/rfc822')
    expect(blocks).toEqual([
      ['heading', 1, 'Lease'],
      [
        'paragraph',
        0,
        'From: Ann Lee <ann@firm.example>\nSender: ann@firm.example\nReply-To: office@firm.example\nTo: bo@court.example\nCc: Jürgen <j@x.example>, Team: a@x.example, b@x.example\nDate: Tue, 12 May 2020 14:45:17 +0900',
      ],
      ['paragraph', 0, 'Dear Bo,'],
      ['paragraph', 0, 'the rent is due.'],
    ])
  })

  it.each([
    ['windows-1252', 'windows-1252', '“Müller” – 5 €'],
    ['iso-8859-1', 'windows-1252', '“Müller” – 5 €'],
    ['iso-8859-1', 'utf-8', 'It’s “Müller”'],
    ['gb2312', 'gb2312', '合同条款'],
    ['shift_jis', 'shift_jis', '契約書'],
    ['koi8-r', 'koi8-r', 'договор'],
    ['cp850', 'cp850', 'Müller'],
    ['utf-7', 'utf-7', 'Müller'],
    ['x-nobody-knows', 'utf-8', 'Müller'],
  ])('in %s is decoded', async (charset, encoding, text) => {
    const head = Buffer.from(
      `${HEAD}\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n`,
    )
    const { pages } = await collect('a.eml', Buffer.concat([head, iconv.encode(text, encoding)]))
    expect(blocksOf(pages[0]!).at(-1)![2]).toBe(text)
  })

  it('in ISO-2022-JP is decoded', async () => {
    const head = `${HEAD}\nContent-Type: text/plain; charset=iso-2022-jp\n\n`
    const { pages } = await collect('a.eml', Buffer.from(`${head}\u001b$B7@Ls\u001b(B`))
    expect(blocksOf(pages[0]!).at(-1)![2]).toBe('契約')
  })

  it('that declares UTF-8 and is Latin is read as what it is, with a warning', async () => {
    const head = Buffer.from(`${HEAD}\nContent-Type: text/plain; charset=utf-8\n\n`)
    const { pages, result } = await collect('a.eml', Buffer.concat([head, Buffer.from('Größe der Räume', 'latin1')]))
    expect(blocksOf(pages[0]!).at(-1)![2]).toBe('Größe der Räume')
    expect(result.warnings).toEqual([expect.stringContaining('encoding is not stated')])
  })

  it('with a header in a bare code page keeps its letters', async () => {
    const mail = Buffer.from('From: Jürgen <j@x.example>\nSubject: Räumung\nMessage-ID: <1>\n\nText.', 'latin1')
    expect(blocksOf((await collect('a.eml', mail)).pages[0]!).map(([, , text]) => text)).toEqual([
      'Räumung',
      'From: Jürgen <j@x.example>',
      'Text.',
    ])
  })

  it('in flowed lines is joined again', async () => {
    const header = 'Content-Type: text/plain; format=flowed'
    const message = await read({ header, body: 'One long \nline.\n> quoted \n> line\n-- \nAnn' })
    expect(bodyOf(message)).toEqual([
      ['paragraph', 'One long line.'],
      ['quoted', '> quoted line'],
      ['paragraph', '-- \nAnn'],
    ])
  })
})

describe('of two forms of a text', () => {
  const two = (plainText: string, htmlText: string) =>
    read(typedParts('alternative', 'b', [plain(plainText), html(htmlText)]))

  it('the plain one is taken where both say the same', async () => {
    const message = await two(
      'The rent is due\non Monday. https://x.example/a',
      '<p>The rent is <b>due</b> on Monday.</p>',
    )
    expect(bodyOf(message)).toEqual([['paragraph', 'The rent is due\non Monday. https://x.example/a']])
  })

  it('the formatted one where it has a table', async () => {
    const message = await two('Drug\nDose\nA\n5', '<table><tr><th>Drug<th>Dose</tr><tr><td>A<td>5</tr></table>')
    expect(bodyOf(message)).toEqual([['table', 'Drug\tDose\nA\t5']])
  })

  it('the formatted one where the plain one only points to it', async () => {
    const message = await two('', '<p>The whole text of the message.</p>')
    expect(bodyOf(message)).toEqual([['paragraph', 'The whole text of the message.']])
  })

  it('both, with a warning, where they differ', async () => {
    const message = await two('We accept your offer.', '<p>Nothing was agreed upon between us.</p>')
    expect(bodyOf(message).map(([, text]) => text)).toEqual([
      'We accept your offer.',
      'Nothing was agreed upon between us.',
    ])
    expect(message.warnings).toEqual([expect.stringContaining('differ; both were read')])
  })

  it('the plain one where the formatted one nests too deep', async () => {
    const message = await two('The text.', '<div>'.repeat(READ_LIMITS.htmlDepth + 1))
    expect(bodyOf(message)).toEqual([['paragraph', 'The text.']])
    expect(message.warnings).toEqual([expect.stringContaining('One form of the text was not read.')])
  })
})

describe('quoted text', () => {
  it('is told apart by ">", how often it is quoted, and the line before it', async () => {
    const message = await read(
      plain('Yes.\n\nOn 3 May 2020, at 10:32, Bo\n<bo@x.example> wrote:\n> Will you?\n> > Pay\n\nRegards'),
    )
    expect(message.blocks.slice(2)).toEqual([
      ['paragraph', 0, 'Yes.'],
      ['quoted', 1, 'On 3 May 2020, at 10:32, Bo\n<bo@x.example> wrote:\n> Will you?'],
      ['quoted', 2, '> > Pay'],
      ['paragraph', 0, 'Regards'],
    ])
  })

  it.each([
    ['-----Original Message-----\nFrom: Bo'],
    ['Von: Bo\nGesendet: Montag, 4. Mai 2020\nAn: Ann'],
    ['Am 3. Mai 2020 um 10:32 schrieb Bo <bo@x.example>:'],
  ])('reaches to the end after %s', async (start) => {
    const message = await read(plain(`Yes.\n${start}\n\nWill you?`))
    expect(bodyOf(message)).toEqual([
      ['paragraph', 'Yes.'],
      ['quoted', start],
      ['quoted', 'Will you?'],
    ])
  })

  it('is not what a sentence about writing begins', async () => {
    const message = await read(plain('Am 3. Mai schrieb mir der Mieter:\n\nEr zahle nicht.'))
    expect(bodyOf(message).map(([kind]) => kind)).toEqual(['paragraph', 'paragraph'])
  })

  it('in formatted text is what programs wrap as such; own text after it stays own', async () => {
    const message = await read(
      html(
        '<p>Yes.</p><div class="gmail_quote">On May 3, 10:32 Bo wrote:<blockquote><p>Will you?</p></blockquote></div><p>Ann</p>',
      ),
    )
    expect(bodyOf(message)).toEqual([
      ['paragraph', 'Yes.'],
      ['quoted', 'On May 3, 10:32 Bo wrote:'],
      ['quoted', 'Will you?'],
      ['paragraph', 'Ann'],
    ])
  })
})

describe('files in a message', () => {
  it('become documents of their own, byte by byte, under decoded names', async () => {
    const pdf = Buffer.from([...Array(256).keys()])
    const { attached, warnings } = await read(
      typedParts('mixed', 'b', [
        plain('See attached.'),
        file(
          'application/pdf',
          pdf,
          'Content-Disposition: attachment; filename*0*=utf-8\'\'R%C3%A4umung%20; filename*1="2020.pdf"',
        ),
        file('application/pdf', pdf, 'Content-Disposition: attachment; filename="=?utf-8?Q?R=C3=A4umung_2020.pdf?="'),
        file('application/pdf', pdf, 'Content-Disposition: attachment; filename="..\\\\..\\\\evil.pdf"'),
        { header: 'Content-Type: text/csv; name=a.csv\nContent-Disposition: attachment', body: 'a;b\n1;2' },
        { header: 'Content-Type: text/csv; name=q.csv\nContent-Transfer-Encoding: quoted-printable', body: 'a=3Db' },
      ]),
    )
    expect([...attached.keys()]).toEqual(['Räumung 2020.pdf', 'Räumung 2020 (2).pdf', 'evil.pdf', 'a.csv', 'q.csv'])
    expect(attached.get('Räumung 2020.pdf')).toEqual(pdf)
    expect(attached.get('a.csv')!.toString()).toBe('a;b\r\n1;2')
    expect(attached.get('q.csv')!.toString()).toBe('a=b')
    expect(warnings).toEqual([])
  })

  it('may be messages, which keep their own files and are named by their subject', async () => {
    const inner = 'From: c@d.example\nSubject: =?utf-8?Q?K=C3=BCndigung_1/2?=\nMessage-ID: <2>\n\nInner text.'
    const { attached, page } = await read(
      typedParts('mixed', 'b', [plain('See below.'), { header: 'Content-Type: message/rfc822', body: inner }]),
    )
    expect([...attached.keys()]).toEqual(['Kündigung 1-2.eml'])
    expect(attached.get('Kündigung 1-2.eml')!.toString()).toBe(inner.replace(/\n/g, '\r\n'))
    expect(page.text).not.toContain('Inner')
  })

  it('are not the small pictures that the text shows; those are counted', async () => {
    const picture = (id: string, bytes: number) => file('image/png', Buffer.alloc(bytes), `Content-ID: <${id}>`)
    const { attached, warnings } = await read(
      typedParts('related', 'b', [
        html('<p>Hi <img src="cid:logo"><img src="cid:scan"></p>'),
        picture('logo', 500),
        picture('scan', 30_000),
        picture('unseen', 500),
      ]),
    )
    expect([...attached.values()].map(({ length }) => length)).toEqual([30_000, 500])
    expect(warnings).toEqual(['1 small picture shown in the text (logos, signatures) was left out.'])
  })
})

describe('special messages', () => {
  it('invitations say what, when, where and who', async () => {
    const ics = `BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:16010101T000000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Hearing\\, room 4\nDTSTART;TZID=Europe/Berlin:20200512T100000\nDTEND:20200512T090000Z\nLOCATION:Court\nORGANIZER;CN="Lee; Ann":mailto:ann@x.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@x.ex\n ample\nBEGIN:VALARM\nDESCRIPTION:Reminder\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR`
    const message = await read(
      typedParts('alternative', 'b', [plain('Please come.'), { header: 'Content-Type: text/calendar', body: ics }]),
    )
    expect(bodyOf(message).map(([, text]) => text)).toEqual([
      'Please come.',
      'Invitation',
      'Appointment: Hearing, room 4\nStart: 2020-05-12 10:00 (Europe/Berlin)\nEnd: 2020-05-12 09:00 (UTC)\nPlace: Court\nOrganizer: Lee; Ann <ann@x.example>\nAttendees: bo@x.example (accepted)',
    ])
  })

  it('delivery reports are read with their details; the message they are about is a file', async () => {
    const message = await read(
      typedParts('report', 'b', [
        plain('Could not be delivered.'),
        {
          header: 'Content-Type: message/delivery-status',
          body: 'Final-Recipient: rfc822; bo@x.example\nAction: failed',
        },
        { header: 'Content-Type: message/rfc822', body: 'Subject: Notice\n\nText' },
      ]),
    )
    expect(message.page.text).toContain('Final-Recipient: rfc822; bo@x.example\nAction: failed')
    expect([...message.attached.keys()]).toEqual(['Notice.eml'])
  })

  it('signed ones are read, in the clear and wrapped, and said to be unchecked', async () => {
    const signature = file(
      'application/pkcs7-signature',
      Buffer.from('x'),
      'Content-Disposition: attachment; filename=smime.p7s',
    )
    const clear = await read(typedParts('signed', 'b', [plain('In the clear.'), signature]))
    expect(bodyOf(clear)).toEqual([['paragraph', 'In the clear.']])
    expect([...clear.attached]).toEqual([])
    const inner = Buffer.from('Content-Type: text/plain\r\n\r\nWrapped.')
    const octets = Buffer.concat([Buffer.from([0x24, 0x80, 0x04, inner.length]), inner, Buffer.from([0, 0])])
    const cms = Buffer.concat([
      Buffer.from('308006092a864886f70d010702a0803080020101310006092a864886f70d010701a080', 'hex'),
      octets,
      Buffer.alloc(6),
    ])
    const wrapped = await read(file('application/pkcs7-mime; smime-type=signed-data', cms))
    expect(bodyOf(wrapped)).toEqual([['paragraph', 'Wrapped.']])
    for (const { warnings } of [clear, wrapped])
      expect(warnings).toEqual(['The message is signed; the signature was not checked.'])
  })

  it.each([
    ['S/MIME', file('application/pkcs7-mime; smime-type=enveloped-data', Buffer.from('0'))],
    ['PGP', typedParts('encrypted', 'b', [{ header: 'Content-Type: application/pgp-encrypted', body: 'Version: 1' }])],
    ['PGP in the text', plain('-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----')],
  ])('encrypted ones (%s) say what to do', async (_, part) => {
    await expect(read(part)).rejects.toMatchObject({
      failure: { code: 'unsupported' },
      message: expect.stringContaining('has its key'),
    })
  })
})

describe('damaged and hostile messages', () => {
  const whole = typedParts('mixed', 'b', [
    plain('Text.'),
    file('application/pdf', Buffer.alloc(3000, 65), 'Content-Disposition: attachment; filename=a.pdf'),
  ])

  it('that break off give what is there, with a warning', async () => {
    const { attached, warnings, page } = await read({ ...whole, body: whole.body.slice(0, 1500) })
    expect(page.text).toContain('Text.')
    expect(attached.get('a.pdf')!.length).toBeGreaterThan(500)
    expect(warnings).toEqual(['The message breaks off before its end; its last part may be incomplete.'])
  })

  it('with a boundary that never comes give their text', async () => {
    const message = await read({ header: 'Content-Type: multipart/mixed; boundary=never', body: 'The text is here.' })
    expect(bodyOf(message)).toEqual([['paragraph', 'The text is here.']])
    expect(message.warnings).toHaveLength(1)
  })

  it('with garbage for base64 keep the file', async () => {
    const garbage = {
      header: 'Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64',
      body: '%%%% not base64 €€€€ ====',
    }
    const { attached } = await read(typedParts('mixed', 'b', [plain('Text.'), garbage]))
    expect([...attached.keys()]).toEqual(['a.pdf'])
  })

  it('without a sender say so', async () => {
    const { pages, result } = await collect('a.eml', Buffer.from('Subject: Notice\n\nText.'))
    expect(pages[0]!.text).toBe('Notice\n\nText.')
    expect(result.warnings).toEqual([expect.stringContaining('names no sender')])
  })

  it('of a million lines are read, in a time in proportion to them', async () => {
    const { page } = await read(plain('Text.\n'.repeat(1e6)))
    expect(page.text.length).toBeGreaterThan(5.9e6)
    const reading = (lines: number) => () => read(plain('Text.\n'.repeat(lines)))
    expect(await timesAsLong(reading(1e6), reading(2.5e5), 11)).toBeLessThan(11)
  })

  it.each([
    ['parts 5,000 deep', nested(5000), /^Parts nest too deep/],
    ['a header of 10 MB', { header: `X-Long: ${'a'.repeat(1e7)}`, body: 'x' }, /^The header is larger than 2\u00A0MB/],
    [
      'millions of parts',
      { header: 'Content-Type: multipart/mixed; boundary=b', body: '--b\n\n'.repeat(1e6) },
      /^Too many parts/,
    ],
  ])('are refused for %s before they cost more than a long letter', async (_, part, message) => {
    const refused = () =>
      expect(read(part)).rejects.toMatchObject({ failure: { code: 'gate' }, message: expect.stringMatching(message) })
    expect(await timesAsLong(refused, () => read(plain('Text.\n'.repeat(1e6))), 5)).toBeLessThan(5)
  })
})

/** Parts in parts, none of them closed. */
function nested(depth: number): TypedPart {
  const levels = Array.from(
    { length: depth },
    (_, level) => `--b${level}\nContent-Type: multipart/mixed; boundary=b${level + 1}\n\n`,
  )
  return { header: 'Content-Type: multipart/mixed; boundary=b0', body: levels.join('') }
}
