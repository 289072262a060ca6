import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DamagedKind } from '../../../contract/matter.ts'
import type { MatterStore } from '../../../store/matter/matter-store.ts'
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fuzz-runs.ts'
import { asksElsewhere, type Elsewhere, MATTER, type Prepared, prepared, send } from '../opinions/asked-elsewhere.ts'

const TABLES = { pseudonyms: 'pseudonym', settings: 'key' } as const

/** What may stand where an object or a number should: any JSON that is no such thing, and what is no JSON. */
const damage = fc.oneof(
  fc.string(),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc.record({ pseudonym: fc.constant('PERSON-1'), forms: fc.jsonValue() }).map((value) => JSON.stringify(value)),
)
const isNumber = (text: string) => /^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(text)

describe('what a matter keeps for its outgoing texts, and is damaged', { timeout: FUZZ_TIMEOUT_MS }, () => {
  let elsewhere: Elsewhere
  let store: MatterStore
  let packet: Prepared

  beforeAll(async () => {
    elsewhere = await asksElsewhere()
    ;({ store } = await elsewhere.whole.assistant.matters.open(MATTER))
    packet = await prepared(elsewhere.client)
  })
  afterAll(() => elsewhere[Symbol.asyncDispose]())

  /** Puts a text in the place of another while `work` lasts, and expects it to be left as it is. */
  async function whileDamaged(
    table: keyof typeof TABLES,
    key: string,
    text: string,
    work: () => Promise<void>,
  ): Promise<void> {
    const where = `WHERE ${TABLES[table]} = ?`
    const read = store.database.prepare<{ json: string }>(`SELECT json FROM ${table} ${where}`)
    const put = store.database.prepare(`UPDATE ${table} SET json = ? ${where}`)
    const right = read.get(key)?.json ?? ''
    put.run(text, key)
    try {
      await work()
      expect(read.get(key)?.json).toBe(text)
    } finally {
      put.run(right, key)
    }
  }
  const refused = (words: RegExp) => ({ code: 'DAMAGED', message: expect.stringMatching(words) })
  const damagedOf = (kind: DamagedKind) => elsewhere.client.matter.damaged({ matter: MATTER, kinds: [kind] })

  test('of a pseudonym, lets nothing leave, says which one it is, and is shown', async () => {
    await fc.assert(
      fc.asyncProperty(damage, (text) =>
        whileDamaged('pseudonyms', 'PERSON-1', text, async () => {
          const words = /^What PERSON-1 stands for .* Nothing was sent.* restore a backup/s
          await expect(prepared(elsewhere.client)).rejects.toMatchObject(refused(words))
          expect((await send(elsewhere.client, packet)).error).toMatchObject(refused(words))
          expect(await damagedOf('pseudonym')).toEqual([{ kind: 'pseudonym', id: 'PERSON-1', text }])
        }),
      ),
      { numRuns: fuzzRuns(12) },
    )
  })

  test('of the shift of dates, is not drawn anew', async () => {
    await fc.assert(
      fc.asyncProperty(
        damage.filter((text) => !isNumber(text)),
        (text) =>
          whileDamaged('settings', 'dateShiftWeeks', text, async () => {
            const words = /^By how many weeks .* Nothing was sent.* restore a backup/s
            await expect(prepared(elsewhere.client)).rejects.toMatchObject(refused(words))
            expect(await damagedOf('setting')).toEqual([{ kind: 'setting', id: 'dateShiftWeeks', text }])
          }),
      ),
      { numRuns: fuzzRuns(12) },
    )
  })

  test('of whether anything may be sent, forbids it until a person allows it', async () => {
    const { client } = elsewhere
    await client.packet.allowSending({ matter: MATTER, allowed: false })
    await fc.assert(
      fc.asyncProperty(
        damage.filter((text) => text.trim() !== 'false'),
        (text) =>
          whileDamaged('settings', 'sendingForbidden', text, async () => {
            expect(await client.packet.sending({ matter: MATTER })).toEqual({ allowed: false })
          }),
      ),
      { numRuns: fuzzRuns(40) },
    )
    await client.packet.allowSending({ matter: MATTER, allowed: true })
    expect(await client.packet.sending({ matter: MATTER })).toEqual({ allowed: true })
  })

  test('of a pseudonym in a reply that came, leaves its mark in the text', async () => {
    const { hash, packetId } = await prepared(elsewhere.client)
    const put = store.database.prepare("UPDATE pseudonyms SET json = '{' WHERE pseudonym = 'PERSON-1'")
    const sent = await send(elsewhere.client, { hash, packetId }, (type) => type === 'opinion-start' && put.run())
    expect(sent.error).toBeNull()
    expect(sent.opinion?.text).toContain('PERSON-1')
  })
})
