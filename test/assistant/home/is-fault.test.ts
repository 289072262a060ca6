import { expect, test } from 'vitest'
import { isFault } from '../../../assistant/home/contract-failure.ts'
import { Failure } from '../../../wording/failure.ts'
import { verbatim } from '../../../wording/message.ts'

test('is everything that neither the contract knows nor comes of who asked having gone', () => {
  expect(isFault(new TypeError('x is not a function'), undefined)).toBe(true)
  expect(isFault(null, undefined)).toBe(true)
  expect(isFault(new Failure('LOCKED', verbatim('It was closed.')), undefined)).toBe(false)
  expect(isFault(Object.assign(new Error('no such field'), { code: 'BAD_REQUEST' }), undefined)).toBe(false)
})

test('is no call that its window dropped, but what went wrong in one still is', () => {
  const dropped = new AbortController()
  const gone = Object.assign(new Error('Client aborted the request'), { name: 'AbortError' })
  expect(isFault(gone, dropped.signal)).toBe(true)
  dropped.abort(gone)
  expect(isFault(gone, dropped.signal)).toBe(false)
  expect(isFault(Object.assign(new Error('aborted'), { name: 'AbortError' }), dropped.signal)).toBe(false)
  expect(isFault(new TypeError('x is not a function'), dropped.signal)).toBe(true)
})
