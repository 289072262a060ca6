import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembered } from '../../text/word-forms.ts'

test('gives what the function gives, however often a word comes, and computes each word once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (words) => {
      const computed: string[] = []
      const compute = (word: string) => (word.length > 1 ? word.toUpperCase() : undefined)
      const known = remembered((word) => {
        computed.push(word)
        return compute(word)
      })
      expect(words.map((word) => known(word))).toEqual(words.map(compute))
      expect(computed).toHaveLength(new Set(words).size)
    }),
  )
})

test('a text of very many words does not fill the memory', () => {
  let computed = 0
  const known = remembered((word) => {
    computed += 1
    return word
  })
  for (let at = 0; at < 30_000; at += 1) known(`w${at}`)
  known('w29999')
  expect(computed).toBe(30_000)
  known('w0')
  expect(computed).toBe(30_001)
})
