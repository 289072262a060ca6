import { call } from '@orpc/server'
import { setTimeout as later } from 'node:timers/promises'
import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Assistant } from '../../../assistant/assembly/assistant.ts'
import { createActivity } from '../../../assistant/home/auto-lock.ts'
import { api, guarded } from '../../../assistant/router/contract-base.ts'
import type { AppEvent } from '../../../contract/application.ts'
import { Failure } from '../../../wording/failure.ts'
import { dayWords } from '../../../wording/format-time.ts'
import { message } from '../../../wording/message.ts'
import { MESSAGES as GERMAN } from '../../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../../wording/messages/en/messages.ts'
import { inEnglish, setLanguage, t } from '../../../wording/translate.ts'

const assistant = { activity: createActivity(Date.now) } as unknown as Assistant

const said = () => `${t('settings.appearance.language')}, ${dayWords('2026-06-15')}`
const IN_ENGLISH = 'Language, Mon 15 Jun 2026'
const IN_GERMAN = 'Sprache, Mo, 15. Juni 2026'

/** Any call will do: what it says is what `say` gives. */
async function answered(language: string | undefined, say: () => string | Promise<string>): Promise<string> {
  const spoken = api.home.recoveryKey.handler(async () => ({ recoveryKey: await say() }))
  return (await call(spoken, undefined, { context: { assistant, language } })).recoveryKey
}

/** A stream of a call that says the same thing again and again. */
async function streamed(language: string | undefined, times: number) {
  async function* events(): AsyncGenerator<AppEvent, void, void> {
    for (let at = 0; at < times; at += 1) {
      await later(0)
      yield { type: 'process', process: 'reader', state: 'idle', reason: said() }
    }
  }
  const spoken = api.application.events.handler(() => guarded(assistant, events()))
  const stream = await call(spoken, undefined, { context: { assistant, language } })
  return async () => {
    const event = (await stream.next()).value as AppEvent | undefined
    return event?.type === 'process' ? event.reason : null
  }
}

describe('a call', () => {
  afterEach(() => setLanguage(ENGLISH))

  test.each([
    ['de', IN_GERMAN],
    ['de-AT', IN_GERMAN],
    ['DE-de', IN_GERMAN],
    ['en-GB', IN_ENGLISH],
    ['tlh', IN_ENGLISH],
    ['', IN_ENGLISH],
    ['../../de', IN_ENGLISH],
    ['constructor', IN_ENGLISH],
    [undefined, IN_ENGLISH],
  ])('in the language %s is answered in one that Consilium speaks', async (language, expected) => {
    expect(await answered(language, said)).toBe(expected)
  })

  test('that names no language is answered in English, whatever the process speaks and whichever call it was begun in', async () => {
    setLanguage(GERMAN)
    expect(await answered(undefined, said)).toBe(IN_ENGLISH)
    expect(await answered('de', () => answered(undefined, said))).toBe(IN_ENGLISH)
    expect(said()).toBe(IN_GERMAN)
  })

  test('keeps its language behind what it waits for, and leaves none behind', async () => {
    const waited = answered('de', async () => {
      await later(1)
      await Promise.all([later(2), later(1)])
      return said()
    })
    expect(said()).toBe(IN_ENGLISH)
    expect(await waited).toBe(IN_GERMAN)
    expect(said()).toBe(IN_ENGLISH)
  })

  test('says English where a model reads it, and its failures are logged in English', async () => {
    const failed = () => new Failure('NOT_FOUND', message('failures.process.engineGone')).message
    expect(await answered('de', () => inEnglish(said) + failed())).toBe(IN_ENGLISH + failed())
  })
})

test('streams in two languages do not mix, in whatever order they are read', async () => {
  const TIMES = 12
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(2), { minLength: 3, maxLength: TIMES }), async (order) => {
      const streams = await Promise.all(['de-DE', undefined, 'de'].map((language) => streamed(language, TIMES)))
      const read = await Promise.all(order.map((at) => streams[at]?.()))
      expect(read).toEqual(order.map((at) => (at === 1 ? IN_ENGLISH : IN_GERMAN)))
    }),
    { numRuns: 25 },
  )
})
