import { expect, test } from 'vitest'
import { tripsOf } from '../../../bench/measure-round-trip.ts'
import { scriptedReply } from '../../../bench/scripted-reply.ts'

/** `node bench/main.ts round-trip` takes 300, and asks a real model too. */
const TEXTS = 80

test('every pseudonym comes back or is reported, and no byte that a server received holds a term of the map', async () => {
  const totals = await tripsOf(TEXTS, scriptedReply())
  expect(totals).toMatchObject({ texts: TEXTS, requests: TEXTS, lost: 0, leaked: 0, unasked: 0 })
  expect(totals.putBack + totals.reported).toBe(totals.tokens)
  expect(totals.putBack).toBeGreaterThan(TEXTS * 6)
  // The script makes some up that nobody gave out.
  expect(totals.reported).toBeGreaterThan(20)
})
