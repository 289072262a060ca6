import { describe, expect, test } from 'vitest'
import { inkThreshold } from '../../../../library/read/ocr/gray-image.ts'
import { onWhitePaper, withoutLeaders, withoutRules } from '../../../../library/read/ocr/clean-image.ts'
import { seededRandom } from '../../../../scripts/seeded-random.ts'

const [WIDTH, HEIGHT] = [300, 200]

describe('ruled lines', () => {
  test('go, also where they are not quite straight, and letters beside them stay', () => {
    const page = sheet(255)
    // A rule that steps down a pixel in the middle, an upright one that crosses it, a short stroke and a thick bar.
    paint(page, { x: 20, y: 50, width: 130, height: 3 })
    paint(page, { x: 150, y: 51, width: 130, height: 3 })
    paint(page, { x: 100, y: 20, width: 4, height: 170 })
    paint(page, { x: 40, y: 80, width: 6, height: 30 })
    paint(page, { x: 200, y: 90, width: 30, height: 105 })
    const { pixels } = withoutRules({ width: WIDTH, height: HEIGHT, pixels: page })
    // Where two rules cross, neither is thin.
    expect(pixels.filter((value) => value < 128).length).toBe(6 * 30 + 30 * 105 + 4 * 3)
  })

  test('go with their blurred edges, but not with the ink beside them', () => {
    const page = sheet(255)
    paint(page, { x: 20, y: 48, width: 260, height: 7 }, 230)
    paint(page, { x: 20, y: 50, width: 260, height: 3 })
    // The foot of a letter that stands a pixel above the rule.
    paint(page, { x: 120, y: 30, width: 6, height: 19 })
    const { pixels } = withoutRules({ width: WIDTH, height: HEIGHT, pixels: page })
    expect(pixels.filter((value) => value < 128).length).toBe(6 * 19)
    expect(pixels.filter((value) => value < 255).length).toBe(6 * 19)
  })

  test('that are not there leave the page untouched', () => {
    const page = sheet(255)
    paint(page, { x: 40, y: 80, width: 90, height: 6 })
    const image = { width: WIDTH, height: HEIGHT, pixels: page }
    expect(withoutRules(image)).toBe(image)
  })
})

describe('rows of dots that lead to a page number', () => {
  const dots = (page: Uint8Array, count: number, { y = 60, step = 9, size = 5 } = {}) => {
    for (let at = 0; at < count; at += 1)
      paint(page, { x: 40 + at * step + (at % 2), y: y + (at % 3 === 0 ? 1 : 0), width: size, height: size })
  }

  test('go with their blurred edges, though they are not quite even, and what stands before and after them stays', () => {
    const page = sheet(255)
    for (let at = 0; at < 25; at += 1) paint(page, { x: 39 + at * 9, y: 59, width: 8, height: 8 }, 230)
    dots(page, 25)
    paint(page, { x: 10, y: 50, width: 12, height: 16 })
    paint(page, { x: 280, y: 50, width: 12, height: 16 })
    const { pixels } = withoutLeaders({ width: WIDTH, height: HEIGHT, pixels: page })
    expect(pixels.filter((value) => value < 255).length).toBe(2 * 12 * 16)
  })

  test('are neither an ellipsis, nor letters however small, nor a dashed line', () => {
    const page = sheet(255)
    dots(page, 6)
    dots(page, 25, { y: 90, step: 6 })
    dots(page, 20, { y: 120, step: 13, size: 9 })
    for (let at = 0; at < 12; at += 1) paint(page, { x: 40 + at * 14, y: 150, width: 8, height: 3 })
    const image = { width: WIDTH, height: HEIGHT, pixels: page }
    expect(withoutLeaders(image)).toBe(image)
  })
})

describe('tinted paper', () => {
  test('becomes white, grain and all, and print on it stays dark', () => {
    const random = seededRandom(4)
    const page = sheet(255).map((_, at) => (at % WIDTH < 20 ? 255 : 200 + Math.round((random() - 0.5) * 30)))
    paint(page, { x: 60, y: 40, width: 80, height: 10 })
    const { pixels } = onWhitePaper({ width: WIDTH, height: HEIGHT, pixels: page })
    expect(pixels.filter((value) => value === 255).length).toBeGreaterThan(WIDTH * HEIGHT * 0.85)
    expect(pixels[45 * WIDTH + 70]).toBeLessThan(40)
    expect(inkThreshold({ width: WIDTH, height: HEIGHT, pixels }).contrast).toBeGreaterThan(200)
  })

  test('is left alone when it is white', () => {
    const page = sheet(252)
    paint(page, { x: 60, y: 40, width: 80, height: 10 })
    const image = { width: WIDTH, height: HEIGHT, pixels: page }
    expect(onWhitePaper(image)).toBe(image)
  })
})

function sheet(value: number): Uint8Array {
  return new Uint8Array(WIDTH * HEIGHT).fill(value)
}

function paint(page: Uint8Array, box: { x: number; y: number; width: number; height: number }, value = 20): void {
  for (let y = box.y; y < box.y + box.height; y += 1) page.fill(value, y * WIDTH + box.x, y * WIDTH + box.x + box.width)
}
