import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { typedOutlookMessage } from './typed-outlook-message.ts'
import { timesAsLong } from '../../../times-as-long.ts'

const person = (name: string, address: string, kind: number) => ({
  properties: { '3001001F': name, '39FE001F': address, '0C150003': kind },
})

const MESSAGE = {
  properties: {
    '001A001F': 'IPM.Note',
    '0037001F': 'Räumung',
    '0C1A001F': 'Ann Lee',
    '0C1F001F': '/O=FIRM/CN=ANN',
    '5D01001F': 'ann@x.example',
    '1000001F': 'Yes.\r\n\r\nFrom: Bo\r\nSent: Monday\r\n\r\nWill you?',
    '007D001F': 'Date: Tue, 12 May 2020 14:45:17 +0900\r\n',
  },
  storages: {
    '__recip_version1.0_#00000000': person('Bo', 'bo@x.example', 1),
    '__recip_version1.0_#00000001': person('Cy', 'cy@x.example', 3),
    '__attach_version1.0_#00000000': {
      properties: { '3707001F': 'Räumung.txt', '37010102': Buffer.from('The rent is due.') },
    },
    '__attach_version1.0_#00000001': {
      properties: { '3001001F': 'Offer' },
      storages: { '__substg1.0_3701000D': { properties: { '0037001F': 'Offer', '1000001F': 'Inner text.' } } },
    },
  },
}

describe('a message of Outlook', () => {
  it('reads like any other message, its files and the messages in it are documents of their own', async () => {
    const { pages, attached, result } = await collect('a.msg', typedOutlookMessage(MESSAGE))
    expect(result).toMatchObject({ mediaType: 'application/vnd.ms-outlook', warnings: [] })
    expect(blocksOf(pages[0]!)).toEqual([
      ['heading', 1, 'Räumung'],
      [
        'paragraph',
        0,
        'From: Ann Lee <ann@x.example>\nTo: Bo <bo@x.example>\nBcc: Cy <cy@x.example>\nDate: Tue, 12 May 2020 14:45:17 +0900',
      ],
      ['paragraph', 0, 'Yes.'],
      ['quoted', 1, 'From: Bo\nSent: Monday'],
      ['quoted', 1, 'Will you?'],
    ])
    expect([...attached.keys()]).toEqual(['Räumung.txt', 'Offer.msg'])
    expect(attached.get('Räumung.txt')!.toString()).toBe('The rent is due.')
    expect((await collect('Offer.msg', attached.get('Offer.msg')!)).pages[0]!.text).toBe('Offer\n\nInner text.')
  })

  it('in a code page is read in it', async () => {
    const properties = { '001A001F': 'IPM.Note', '0037001E': iconv.encode('Договор', 'cp1251'), '3FFD0003': 1251 }
    expect((await collect('a.msg', typedOutlookMessage({ properties }))).pages[0]!.text).toBe('Договор')
  })

  it('takes the formatted text where it has a table', async () => {
    const properties = {
      '0037001F': 'Doses',
      '1000001F': 'Drug\r\nDose\r\nA\r\n5',
      '10130102': Buffer.from('<table><tr><td>Drug<td>Dose</tr><tr><td>A<td>5 €</tr></table>'),
      '3FDE0003': 65_001,
    }
    expect((await collect('a.msg', typedOutlookMessage({ properties }))).pages[0]!.text).toBe(
      'Doses\n\nDrug\tDose\nA\t5 €',
    )
  })

  it.each([
    ['{\\rtf1 Some \\b bold\\b0  text}', 'Some bold text'],
    ['{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}From a page{\\*\\htmltag72 </p>}}', 'From a page'],
  ])('whose text is only RTF is read from that: %s', async (source, expected) => {
    const rtf = Buffer.from(source)
    const head = Buffer.alloc(16)
    head.writeUInt32LE(rtf.length + 12, 0)
    head.writeUInt32LE(rtf.length, 4)
    head.write('MELA', 8, 'latin1')
    const properties = { '0037001F': 'Note', '10090102': Buffer.concat([head, rtf]) }
    const { attached, pages } = await collect('a.msg', typedOutlookMessage({ properties }))
    expect([...attached]).toEqual([])
    expect(pages[0]!.text).toBe(`Note\n\n${expected}`)
  })

  it.each([
    ['a directory in a circle', (bytes: Buffer) => bytes.writeInt32LE(1, directoryOf(bytes) + 128 + 68)],
    [
      'a chain in a circle',
      (bytes: Buffer) => bytes.writeInt32LE(bytes.readInt32LE(48), fatOf(bytes) + bytes.readInt32LE(48) * 4),
    ],
    [
      'a stream larger than the file',
      (bytes: Buffer) => bytes.writeUInt32LE(0x7fffffff, directoryOf(bytes) + 128 + 120),
    ],
    ['millions of tables', (bytes: Buffer) => bytes.writeUInt32LE(0x7fffffff, 72)],
    ['blocks outside the file', (bytes: Buffer) => bytes.writeInt32LE(1_000_000, 48)],
  ])('with %s is damaged and costs hardly more than a whole one', async (_, spoil) => {
    const written = () => typedOutlookMessage({ properties: { '0037001F': 'Subject', '1000001F': 'Text' } })
    const bytes = written()
    spoil(bytes)
    const refused = () => expect(collect('a.msg', bytes)).rejects.toMatchObject({ failure: { code: 'damaged' } })
    expect(await timesAsLong(refused, () => collect('a.msg', written()), 50)).toBeLessThan(50)
  })
})

function directoryOf(bytes: Buffer): number {
  return (bytes.readInt32LE(48) + 1) * 512
}

function fatOf(bytes: Buffer): number {
  return (bytes.readInt32LE(76) + 1) * 512
}
