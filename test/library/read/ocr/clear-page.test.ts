import { describe, expect, test } from 'vitest'
import { inkThreshold } from '../../../../library/read/ocr/gray-image.ts'
import { onWhitePaper } from '../../../../library/read/ocr/on-white-paper.ts'
import { withoutRules } from '../../../../library/read/ocr/without-rules.ts'
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

  test('that are not there leave the page untouched', () => {
    const page = sheet(255)
    paint(page, { x: 40, y: 80, width: 90, height: 6 })
    const image = { width: WIDTH, height: HEIGHT, pixels: page }
    expect(withoutRules(image)).toBe(image)
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

function paint(page: Uint8Array, box: { x: number; y: number; width: number; height: number }): void {
  for (let y = box.y; y < box.y + box.height; y += 1) page.fill(20, y * WIDTH + box.x, y * WIDTH + box.x + box.width)
}
