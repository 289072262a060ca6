import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createReadingClock } from '../../../library/read/reading-clock.ts'

describe('the clock of a reading', () => {
  test('gives the next page its time when it is refilled, and piles nothing up', async () => {
    const clock = createReadingClock(20, () => {})
    for (let page = 0; page < 3; page += 1) {
      clock.refill(2000)
      await clock.time(() => wait(30))
    }
    expect(clock.ranOut).toBe(false)
    expect(clock.limitMs).toBeLessThan(2000 + 3 * 500)
  })

  test('takes nothing away when more is left', () => {
    const clock = createReadingClock(5000, () => {})
    clock.refill(100)
    expect(clock.limitMs).toBe(5000)
  })

  test('runs out in the middle of a step', async () => {
    let told = 0
    const clock = createReadingClock(10, () => (told += 1))
    await clock.time(() => wait(80))
    expect([clock.ranOut, told]).toEqual([true, 1])
  })
})
