import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../../../library/read/read-limits.ts'
import { blocksOf, collect } from '../collect.ts'

const message = (number: number, body = 'Text.') =>
  `From ann@x.example Tue May 12 14:45:17 2020\nFrom: Ann <ann@x.example>\nSubject: =?utf-8?Q?K=C3=BCndigung?= ${number}/a\nDate: Tue, ${number} May 2020 14:45:17 +0000\nMessage-ID: <${number}>\n\n${body}\n\n`

describe('a mailbox', () => {
  it('is a list of its messages, each a document of its own', async () => {
    const { pages, attached, result } = await collect('inbox', Buffer.from(message(1) + message(2)))
    expect(result).toMatchObject({ mediaType: 'application/mbox', pages: 1, warnings: [] })
    expect(blocksOf(pages[0]!)).toEqual([
      [
        'table',
        1,
        'Number\tDate\tFrom\tSubject\n0001\tTue, 1 May 2020 14:45:17 +0000\tAnn <ann@x.example>\tKündigung 1/a\n0002\tTue, 2 May 2020 14:45:17 +0000\tAnn <ann@x.example>\tKündigung 2/a',
      ],
    ])
    expect([...attached.keys()]).toEqual(['0001 2020-05-01 Kündigung 1-a.eml', '0002 2020-05-02 Kündigung 2-a.eml'])
    const inside = await collect('a.eml', [...attached.values()][1]!)
    expect(blocksOf(inside.pages[0]!).at(-1)).toEqual(['paragraph', 0, 'Text.'])
  })

  it('is parted only at separators: sentences that begin with "From" stay, marked ones lose their mark', async () => {
    const body = 'From Monday the rent is due at 10:30.\n>From here on quoted.\n>>From there.\n> From afar.'
    const { attached } = await collect('inbox.mbox', Buffer.from(message(1, body) + message(2)))
    expect(attached.size).toBe(2)
    expect([...attached.values()][0]!.toString()).toContain(
      'From Monday the rent is due at 10:30.\nFrom here on quoted.\n>From there.\n> From afar.',
    )
  })

  it('of more messages than are taken says how many are left', async () => {
    const limits = { ...READ_LIMITS, mailboxMessages: 2 }
    const mailbox = Buffer.from([1, 2, 3].map((number) => message(number)).join(''))
    const { attached, result } = await collect('inbox.mbox', mailbox, { limits })
    expect(attached.size).toBe(2)
    expect(result.warnings).toEqual([
      'The mailbox has 3 messages; only the first 2 were taken. Split it and add the parts for the other 1.',
    ])
    expect([...attached.values()][1]!.toString()).not.toContain('Message-ID: <3>')
  })
})
