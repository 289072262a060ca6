import { expect, test } from 'vitest'
import { keepResults } from '../../../assistant/rules/knowledge.ts'

test('a result is worked out once for as long as it is among the newest asked for', async () => {
  const kept = keepResults<string>(2)
  const worked: string[] = []
  const ask = (key: string) =>
    kept(key, async () => {
      worked.push(key)
      return `result of ${key}`
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(`result of ${key}`)
  expect(worked).toEqual(['a', 'b', 'c', 'b'])
})

test('what failed is tried again', async () => {
  const kept = keepResults<number>(2)
  await expect(kept('a', () => Promise.reject(new Error('interrupted')))).rejects.toThrow('interrupted')
  expect(await kept('a', async () => 7)).toBe(7)
})
