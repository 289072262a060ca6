import { expect, test } from 'vitest'
import { correspondentTerms } from '../../../assistant/packets/matter-terms.ts'
import type { OpenMatter } from '../../../assistant/home/open-matters.ts'

test('the heads of mails are read once, and a mail that came later as well', () => {
  const mail = (textVersionId: number) => ({ mediaType: 'message/rfc822', textVersionId })
  const mails = [mail(1)]
  const read: number[] = []
  const heads = ['', 'From: Ann Hollis <ann@hollis.example>\n', 'To: b@x.example\n']
  const store = {
    documents: { list: () => mails },
    pages: {
      list: () => [{ page: 1 }],
      part: (id: number) => {
        read.push(id)
        return { text: heads[id] ?? '' }
      },
    },
  } as unknown as OpenMatter['store']
  const first = [
    { text: 'Ann Hollis', type: 'person' },
    { text: 'ann@hollis.example', type: 'email' },
  ]
  expect(correspondentTerms({ store })).toEqual(first)
  expect(correspondentTerms({ store })).toEqual(first)
  mails.push(mail(2))
  const second = [{ text: 'b@x.example', type: 'email' }]
  expect(correspondentTerms({ store })).toEqual([...first, ...second])
  expect(read).toEqual([1, 2])
})
