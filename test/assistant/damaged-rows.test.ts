import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionsIn } from '../../assistant/opinions/decisions/kept-decisions.ts'
import { opinionsIn } from '../../assistant/opinions/kept-opinions.ts'
import { damagedRows, readableRows } from '../../assistant/readable-rows.ts'
import { Routing } from '../../contract/routing.ts'
import { withCase, askAll, last } from './answers/lease-case.ts'

/** What may stand in a row: any JSON, and what is none. */
const content = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constant('{"answerId":"x","claims":7}'),
  fc.constant('null'),
  fc.constant('{"opinionId":"x","tokens":{"prompt":1,"generated":12.5}}'),
)

describe('a stored row that cannot be read', { timeout: 60_000 }, () => {
  test('takes no other with it in any list, stays where it is, and is counted', async () => {
    await using use = await withCase()
    const { answerId } = last(await askAll(use, 'What is the annual rent?'))
    const { matter } = use
    const { database, packets } = matter.store
    packets.save({ packetId: 'p', consultation: 'c', state: 'draft', createdAt: '' })
    await fc.assert(
      fc.asyncProperty(content, async (json) => {
        const put = (sql: string) => database.prepare(sql).run(json)
        put("INSERT OR REPLACE INTO answers (id, asked_at, question, json) VALUES ('bad', '9999', '', ?)")
        put("INSERT OR REPLACE INTO opinions (id, consultation, packet, sent_at, json) VALUES ('bad', 'c', 'p', '', ?)")
        put("INSERT OR REPLACE INTO corrections (id, created_at, json) VALUES ('bad', '', ?)")
        expect(matter.store.answers.list().map((one) => one.answerId)).toContain(answerId)
        expect(matter.store.answers.get(answerId).answerId).toBe(answerId)
        expect(opinionsIn(matter, () => true)).toEqual([])
        expect(decisionsIn(matter)).toEqual([])
        expect(damagedRows(matter)).toBeGreaterThanOrEqual(2)
        const kept = database.prepare<{ json: string }>("SELECT json FROM opinions WHERE id = 'bad'").get()
        expect(kept?.json).toBe(json)
      }),
      { numRuns: 60 },
    )
  })

  test('is passed over whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (rows) => {
        expect(readableRows(Routing, rows).length).toBeLessThanOrEqual(rows.length)
      }),
    )
  })
})
