import { describe, expect, test } from 'vitest'
import { createActivity, createAutoLock } from '../../../assistant/home/auto-lock.ts'
import { until } from '../../patience.ts'

const MINUTE_MS = 60_000

type Given = { readonly minutes?: number; readonly canLock?: () => boolean; readonly lock?: () => Promise<void> }

function setUp({ minutes = 15, canLock = () => true, lock = async () => {} }: Given = {}) {
  let nowMs = 0
  let locks = 0
  const activity = createActivity(() => nowMs)
  const autoLock = createAutoLock({
    activity,
    minutes: () => minutes,
    canLock,
    async lock() {
      locks += 1
      await lock()
    },
    lookEveryMs: 1,
  })
  return {
    activity,
    locks: () => locks,
    pass: (passed: number) => (nowMs += passed * MINUTE_MS),
    looks: () => new Promise((resolve) => setTimeout(resolve, 15)),
    [Symbol.dispose]: () => autoLock[Symbol.dispose](),
  }
}

describe('locking by itself', () => {
  test('comes after the minutes that were set, not before', async () => {
    using home = setUp({ minutes: 15 })
    home.pass(14.9)
    await home.looks()
    expect(home.locks()).toBe(0)
    home.pass(0.2)
    await until(() => home.locks() > 0)
  })

  test('counts from the end of the last call', async () => {
    using home = setUp({ minutes: 10 })
    const call = home.activity.begin()
    home.pass(30)
    await home.looks()
    expect(home.locks()).toBe(0)
    call[Symbol.dispose]()
    home.pass(9)
    await home.looks()
    expect(home.locks()).toBe(0)
    home.pass(2)
    await until(() => home.locks() > 0)
  })

  test('never comes where it is switched off, or would keep nobody out', async () => {
    using off = setUp({ minutes: 0 })
    using useless = setUp({ canLock: () => false })
    off.pass(10_000)
    useless.pass(10_000)
    await off.looks()
    expect([off.locks(), useless.locks()]).toEqual([0, 0])
  })

  test('waits for what is being read', async () => {
    let isReading = true
    using home = setUp({ canLock: () => !isReading })
    home.pass(60)
    await home.looks()
    expect(home.locks()).toBe(0)
    isReading = false
    await until(() => home.locks() > 0)
  })

  // The warning that it prints is part of the test.
  test('is not begun twice, and tried again when it failed', async () => {
    let fail = (_error: Error) => {}
    using home = setUp({ lock: () => new Promise((_resolve, reject) => (fail = reject)) })
    const warned: Error[] = []
    const hear = (error: Error) => warned.push(error)
    process.on('warning', hear)
    home.pass(60)
    await home.looks()
    expect(home.locks()).toBe(1)
    fail(new Error('it did not close'))
    await until(() => home.locks() === 2)
    await until(() => warned.some(({ message }) => message === 'it did not close'))
    process.off('warning', hear)
  })
})
