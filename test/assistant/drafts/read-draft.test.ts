import { expect, test } from 'vitest'
import { whyNotRead } from '../../../assistant/drafts/read-draft.ts'
import type { ReadFailedError } from '../../../library/read/read-failure.ts'
import { ordinaryPdf } from '../../../scripts/hostile/write-pdf.ts'
import { message } from '../../../wording/message.ts'
import { collect } from '../../library/read/collect.ts'

test('of a locked PDF that is no document of a matter no password is asked, for none can be given', async () => {
  const bytes = await ordinaryPdf(1, { userPassword: 'marmalade', ownerPassword: 'owner' })
  const error = await collect('a.pdf', bytes).then(
    () => expect.unreachable(),
    (caught: unknown) => caught as ReadFailedError,
  )
  expect(whyNotRead(error)).toEqual(message('unread.lockedHere'))
})
