import { expect, test } from 'vitest'
import { keptPaces } from '../../../assistant/models/running-models.ts'
import type { JsonSettings } from '../../../store/stored-json.ts'
import { Failure } from '../../../wording/failure.ts'
import { verbatim } from '../../../wording/message.ts'

function memory(): JsonSettings & { readonly values: Map<string, unknown>; writes: number } {
  const values = new Map<string, unknown>()
  return {
    values,
    writes: 0,
    get: (key) => values.get(key),
    has: (key) => values.has(key),
    set(key, value) {
      this.writes += 1
      values.set(key, value)
    },
    remove: (key) => void values.delete(key),
    all: () => Object.fromEntries(values),
  }
}

test('how fast a model reads is kept for each by itself, and written again only when it has changed', () => {
  const settings = memory()
  const paceOf = keptPaces(() => settings)
  expect(paceOf('a').read()).toBeNull()
  for (const pace of [30, 31, 29, 45]) paceOf('a').keep(pace)
  expect(paceOf('a').read()).toBe(45)
  expect(settings.writes).toBe(2)
  expect(paceOf('b').read()).toBeNull()
})

test('what is kept in another shape counts as not known, and a locked home or a full disk takes nothing', () => {
  const settings = memory()
  keptPaces(() => settings)('a').keep(30)
  for (const key of settings.values.keys()) settings.set(key, 'fast')
  expect(keptPaces(() => settings)('a').read()).toBeNull()
  const locked = keptPaces(() => null)('a')
  locked.keep(30)
  expect(locked.read()).toBeNull()
  const full = keptPaces(() => ({
    ...memory(),
    set() {
      throw new Failure('NO_SPACE', verbatim('the disk is full'))
    },
  }))('a')
  expect(() => full.keep(30)).not.toThrow()
})
