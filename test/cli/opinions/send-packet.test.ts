import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PacketOptions, preparePacket } from '../../../cli/opinions/send-packet.ts'
import type { Session } from '../../../cli/session.ts'
import {
  asksElsewhere,
  type Elsewhere,
  MATTER,
  prepared,
  QUESTION,
  send,
} from '../../assistant/opinions/asked-elsewhere.ts'

let elsewhere: Elsewhere

beforeAll(async () => {
  elsewhere = await asksElsewhere()
})
afterAll(() => elsewhere[Symbol.asyncDispose]())

/** What the command would show. */
function shown(more: Partial<PacketOptions> = {}) {
  const session = { output: { progress() {} }, signal: new AbortController().signal } as unknown as Session
  const options = { matter: MATTER, question: QUESTION, provider: 'Here', kind: 'blind', mask: [], keep: [] } as const
  return preparePacket(session, elsewhere.client, { ...options, ...more })
}

test('a draft is made anew each time it is shown: what came onto the list since is replaced', async () => {
  const { client } = elsewhere
  const first = await shown()
  expect(first.text).toContain('Landlord')
  await client.term.add({ matter: MATTER, term: 'The Landlord', type: 'organisation' })
  const again = await shown()
  expect(again.packetId).toBe(first.packetId)
  expect(again.text).not.toContain('Landlord')
  await client.term.remove({ matter: MATTER, term: 'The Landlord' })
})

test('dates are said otherwise in the draft that there is, with all that was decided in it', async () => {
  const { packetId } = await shown({ mask: ['pounds'] })
  const exact = await shown({ dates: 'exact' })
  expect(exact).toMatchObject({ packetId, dates: 'exact' })
  expect(exact.text).toContain('3 March 2025')
  expect(exact.text).not.toContain('pounds')
})

test('an informed draft of an earlier consultation is not taken for the one that is gone on with', async () => {
  const sendBlind = async () => {
    const blind = await prepared(elsewhere.client)
    expect((await send(elsewhere.client, blind)).error).toBe(null)
    return blind.packet.consultation
  }
  const earlier = await sendBlind()
  expect((await shown({ kind: 'informed' })).consultation).toBe(earlier)
  const later = await sendBlind()
  const informed = await shown({ kind: 'informed' })
  expect(informed).toMatchObject({ kind: 'informed', consultation: later })
  expect((await shown({ kind: 'informed' })).packetId).toBe(informed.packetId)
})
