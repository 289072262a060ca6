import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'

const SCRIPT = `
  import { dayWords, formatDate, withDates } from '${new URL('../../wording/format-time.ts', import.meta.url)}'
  console.log(JSON.stringify([formatDate('2026-06-03'), dayWords('2026-06-03'), formatDate('2026-06-03T12:00:00Z'), withDates('Born on 2026-06-03 (NM-2026-06-03-7).')]))
`

/** What a process that runs there prints: the time zone of a process is fixed when it starts. */
async function printedIn(TZ: string): Promise<unknown> {
  const options = { env: { ...process.env, TZ } }
  const words = ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', SCRIPT]
  const { stdout } = await promisify(execFile)(process.execPath, words, options)
  return JSON.parse(stdout)
}

describe('a day of the calendar', () => {
  test.each(['America/New_York', 'Pacific/Honolulu', 'UTC', 'Europe/Berlin', 'Pacific/Auckland'])(
    'is the same day in %s',
    async (zone) => {
      const [date, day, , text] = (await printedIn(zone)) as string[]
      expect([date, day]).toEqual(['3 June 2026', 'Wed 3 Jun 2026'])
      expect(text).toBe('Born on 3 June 2026 (NM-2026-06-03-7).')
    },
  )

  test('is no time: a time is of the day that it is where the reader is', async () => {
    expect(await printedIn('Pacific/Kiritimati')).toEqual([
      '3 June 2026',
      'Wed 3 Jun 2026',
      '4 June 2026',
      expect.any(String),
    ])
  })
})
