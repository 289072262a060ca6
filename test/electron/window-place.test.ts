import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { readWindowPlace, SMALLEST, writeWindowPlace } from '../../electron/open-window.ts'

const folder = mkdtempSync(join(tmpdir(), 'consilium-place-'))
const file = join(folder, 'window.json')
afterAll(() => rmSync(folder, { recursive: true }))

const LAPTOP = { x: 0, y: 25, width: 1366, height: 743 }
const BESIDE = { x: 1366, y: 0, width: 1920, height: 1080 }

test('opens where it was closed, on the second screen as well', () => {
  writeWindowPlace(file, { x: 1500, y: 60, width: 1300, height: 900 }, true)
  expect(readWindowPlace(file, [LAPTOP, BESIDE])).toEqual({
    x: 1500,
    y: 60,
    width: 1300,
    height: 900,
    isMaximized: true,
  })
})

test('leaves the place to the system when that screen is gone, and keeps the size', () => {
  writeWindowPlace(file, { x: 1500, y: 60, width: 1300, height: 900 }, false)
  expect(readWindowPlace(file, [LAPTOP])).toEqual({ width: 1300, height: 900, isMaximized: false })
})

test.each(['', '{', '[]', 'null', '{"x":1}', '{"x":1,"y":1,"width":"9","height":9,"isMaximized":false}'])(
  'starts anew, no larger than the screen, from a file that holds %j',
  (text) => {
    writeFileSync(file, text)
    expect(readWindowPlace(file, [LAPTOP])).toEqual({ width: 1366, height: 743, isMaximized: false })
  },
)

test('closes all the same when its place cannot be written', () => {
  expect(() => writeWindowPlace(join(folder, 'missing', 'window.json'), LAPTOP, false)).not.toThrow()
})

test('can always be seen and pulled, whatever was written', () => {
  const number = fc.integer({ min: -20_000, max: 20_000 })
  fc.assert(
    fc.property(number, number, number, number, (x, y, width, height) => {
      writeWindowPlace(file, { x, y, width, height }, false)
      const place = readWindowPlace(file, [LAPTOP])
      expect(place.width).toBeGreaterThanOrEqual(SMALLEST.width)
      expect(place.height).toBeGreaterThanOrEqual(SMALLEST.height)
      if (place.x === undefined || place.y === undefined) return
      expect(place.y).toBeGreaterThanOrEqual(LAPTOP.y)
      expect(place.y).toBeLessThan(LAPTOP.y + LAPTOP.height)
      expect(place.x + place.width).toBeGreaterThan(LAPTOP.x)
      expect(place.x).toBeLessThan(LAPTOP.x + LAPTOP.width)
    }),
  )
})
