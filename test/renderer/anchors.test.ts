import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turned, unturned } from '../../renderer/viewer/anchors.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const turn = fc.constantFrom(0, 1, 2, 3)

test('a point of a page is found again however the page is turned', () => {
  fc.assert(
    fc.property(share, share, turn, (x, y, by) => {
      const back = unturned(turned({ x, y }, by), by)
      expect(back.x).toBeCloseTo(x)
      expect(back.y).toBeCloseTo(y)
    }),
  )
})

test('what is at the top left of a page is at its top right after a quarter turn to the right', () => {
  expect(turned({ x: 0, y: 0 }, 1)).toEqual({ x: 1, y: 0 })
})
